package vn.daihoi.congress.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;

/** What the pages of a record share, whatever it records: heading and tabs, who did something when, an answer to a deed. */
public abstract class RecordDesk {

    private final Members members;

    /** For the pages of one kind of record. */
    protected RecordDesk(Members members) {
        this.members = members;
    }

    /**
     * One page of a record.
     *
     * @param path below the record's own address
     * @param label what it is called
     */
    public record Tab(String path, String label) {}

    /** Puts heading and tabs into the model; the template takes them with parts :: head. */
    protected static void frame(Model model, String id, String heading, List<Tab> tabs, String path) {
        model.addAttribute("id", id);
        model.addAttribute("heading", heading);
        model.addAttribute("tabs", tabs);
        model.addAttribute("tab", path);
    }

    /** What isn't there, or isn't this person's to see: they can't tell which. */
    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** "Văn phòng Đảng ủy, 14:05 ngày 05/03/2027"; null for nobody. */
    public @Nullable String signed(@Nullable Signed signed) {
        return signed == null ? null : members.displayName(signed.by()) + ", " + VietnamTime.moment(signed.at());
    }

    /** Does it, again when somebody else was just as fast, and keeps what came of it for the next page (parts :: news). */
    public static Verdict act(RedirectAttributes flash, String done, Supplier<Verdict> deed) {
        var verdict = Verdict.despiteRaces(deed);
        verdict.fold(
                () -> flash.addFlashAttribute("message", done), no -> flash.addFlashAttribute("refusal", no.message()));
        return verdict;
    }

    /** The same, and keeps what was typed for the next page, which says why it wasn't taken. */
    public static void act(RedirectAttributes flash, String done, Map<String, String> typed, Supplier<Verdict> deed) {
        if (act(flash, done, deed) instanceof Verdict.Refused) {
            flash.addFlashAttribute("typed", new HashMap<>(typed));
        }
    }
}
