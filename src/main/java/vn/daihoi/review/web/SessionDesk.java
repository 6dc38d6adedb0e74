package vn.daihoi.review.web;

import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;
import vn.daihoi.review.WorkingSession;
import vn.daihoi.review.WorkingSessions;

/** What all pages of a working session need: it or "not found", its heading and tabs, and an answer to a deed. */
@Component
class SessionDesk {

    private static final List<Tab> TABS = List.of(
            new Tab("", "Tổng quan"),
            new Tab("/tai-lieu", "Phòng đọc"),
            new Tab("/y-kien", "Ý kiến"),
            new Tab("/ket-luan", "Kết luận"));

    private final WorkingSessions sessions;
    private final Congresses congresses;
    private final Members members;

    SessionDesk(WorkingSessions sessions, Congresses congresses, Members members) {
        this.sessions = sessions;
        this.congresses = congresses;
        this.members = members;
    }

    /**
     * One of its pages.
     *
     * @param path below its own address
     * @param label what it is called
     */
    public record Tab(String path, String label) {}

    /** One this person may see; one of another ward answers like one that doesn't exist. */
    WorkingSession visible(String id, Principal user) {
        return sessions.visible(id, user.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Puts heading and tabs into the model; the template takes them with review/parts :: head. */
    void frame(Model model, WorkingSession shown, String path) {
        model.addAttribute("id", shown.id());
        model.addAttribute("shown", shown);
        model.addAttribute("heading", shown.title() + " – " + congresses.title(congresses.get(shown.congress())));
        model.addAttribute("tabs", TABS);
        model.addAttribute("tab", path);
    }

    /** "Văn phòng Đảng ủy, 14:05 ngày 05/03/2027"; null for nobody. */
    @Nullable
    String signed(@Nullable Signed signed) {
        return signed == null ? null : members.displayName(signed.by()) + ", " + VietnamTime.moment(signed.at());
    }

    /** Does it, again when somebody else was just as fast, and keeps what came of it for the next page. */
    static Verdict act(RedirectAttributes flash, String done, Supplier<Verdict> deed) {
        var verdict = Verdict.despiteRaces("Vừa có người khác cập nhật. Hãy xem lại rồi thực hiện.", deed);
        verdict.fold(
                () -> flash.addFlashAttribute("message", done), no -> flash.addFlashAttribute("refusal", no.message()));
        return verdict;
    }
}
