package vn.daihoi.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.Versions;

/** What changed between two versions, or between a version and a draft made on it. */
@Controller
class ComparePages {

    private final Versions versions;
    private final Drafts drafts;
    private final Desk desk;

    ComparePages(Versions versions, Drafts drafts, Desk desk) {
        this.versions = versions;
        this.drafts = drafts;
        this.desk = desk;
    }

    /** Without a choice the newest version is compared with the one before it. */
    @GetMapping("/van-kien/{id}/so-sanh")
    String compare(
            @PathVariable String id,
            @RequestParam(name = "tu", required = false) @Nullable Integer from,
            @RequestParam(name = "den", required = false) @Nullable Integer to,
            @RequestParam(name = "tat-ca", defaultValue = "false") boolean everything,
            Model model,
            Principal user,
            HttpServletResponse response) {
        var document = desk.visible(id, user);
        var newest = versions.latest(id).orElseThrow(Desk::notFound);
        int newer = to == null ? Objects.requireNonNullElse(newest.number(), 1) : to;
        int older = from == null ? Math.max(1, newer - 1) : from;
        return compare(
                document, desk.version(document, older), desk.version(document, newer), everything, model, response);
    }

    @GetMapping("/van-kien/{id}/nhap/{draft}/so-sanh")
    String compareDraft(
            @PathVariable String id,
            @PathVariable("draft") String draftId,
            @RequestParam(name = "tat-ca", defaultValue = "false") boolean everything,
            Model model,
            Principal user,
            HttpServletResponse response) {
        var document = desk.editable(id, user);
        var draft = drafts.find(id, draftId).orElseThrow(Desk::notFound);
        return compare(document, desk.version(document, draft.base()), draft, everything, model, response);
    }

    private String compare(
            Document document,
            DocumentVersion older,
            DocumentVersion newer,
            boolean everything,
            Model model,
            HttpServletResponse response) {
        boolean intact = versions.read(older).intact() && versions.read(newer).intact();
        var text = new ComparisonText(versions.compare(older, newer), everything);
        model.addAttribute("document", document);
        model.addAttribute("older", older);
        model.addAttribute("newer", newer);
        model.addAttribute(
                "numbers",
                versions.published(document.id()).stream()
                        .map(DocumentVersion::number)
                        .toList());
        model.addAttribute("everything", everything);
        model.addAttribute("intact", intact);
        model.addAttribute("counts", text.counts());
        model.addAttribute(
                "chunks",
                text.counts().all() == 0 && !everything
                        ? List.<Chunk>of()
                        : FirstScreen.sentEarly(text.chunks(), response));
        return "document/compare";
    }
}
