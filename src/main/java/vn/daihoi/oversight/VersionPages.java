package vn.daihoi.oversight;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Verdict;

/** Which versions of the processes instances run on, and how they come to the newest. */
@Controller
class VersionPages {

    private final ProcessVersions versions;

    VersionPages(ProcessVersions versions) {
        this.versions = versions;
    }

    /** One line of the page. */
    public record Line(
            String key, String name, int version, int newest, int running, boolean outdated, List<String> findings) {}

    @GetMapping("/quy-trinh/phien-ban")
    String show(Principal user, Model model) {
        mayLookAfterAll(user);
        model.addAttribute("rows", versions.running().stream().map(this::line).toList());
        return "oversight/versions";
    }

    @PostMapping("/quy-trinh/phien-ban")
    String migrate(
            @RequestParam("quyTrinh") String key,
            @RequestParam("phienBan") int version,
            Principal user,
            RedirectAttributes flash) {
        mayLookAfterAll(user);
        var verdict = versions.migrate(key, version, user.getName());
        if (verdict instanceof Verdict.Refused refused) {
            flash.addFlashAttribute("refused", refused.message());
        } else {
            flash.addFlashAttribute("message", "Đã chuyển lên phiên bản mới nhất.");
        }
        return "redirect:/quy-trinh/phien-ban";
    }

    private Line line(ProcessVersions.Version version) {
        return new Line(
                version.key(),
                version.name(),
                version.version(),
                version.newest(),
                version.running(),
                version.outdated(),
                version.outdated() ? versions.findings(version.key(), version.version()) : List.of());
    }

    private void mayLookAfterAll(Principal user) {
        if (!versions.looksAfterAll(user.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
