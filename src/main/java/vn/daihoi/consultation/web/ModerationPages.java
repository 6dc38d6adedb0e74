package vn.daihoi.consultation.web;

import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.AnswerDesk;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;

/** What came from the public page and waits to be let through, and what was hidden. */
@Controller
class ModerationPages {

    private static final int PAGE = 50;

    private final RoundDesk desk;
    private final Rounds rounds;
    private final Comments comments;
    private final AnswerDesk answers;

    ModerationPages(RoundDesk desk, Rounds rounds, Comments comments, AnswerDesk answers) {
        this.desk = desk;
        this.rounds = rounds;
        this.comments = comments;
        this.answers = answers;
    }

    /** A hidden comment, and by whom and when. */
    public record HiddenRow(CommentLine comment, String reason, String signed) {}

    @GetMapping("/lay-y-kien/{id}/kiem-duyet")
    String queue(
            @PathVariable("id") String id,
            @RequestParam(name = "trang", required = false) @Nullable Integer typedPage,
            Model model,
            Principal user) {
        var round = readable(id, user);
        int waiting = comments.pending(round.id());
        int pages = Math.max(1, (waiting + PAGE - 1) / PAGE);
        int page = Math.min(CommentLine.page(typedPage), pages - 1);
        var units = CommentLine.names(rounds.invitees(round.id()));
        desk.frame(model, round, "/kiem-duyet", user);
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "rows",
                comments.pending(round.id(), page * PAGE, PAGE).stream()
                        .map(one -> CommentLine.of(one, units, clause -> answers.place(round, clause)
                                .name()))
                        .toList());
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "hidden",
                comments.hidden(round.id()).stream()
                        .map(one -> new HiddenRow(
                                CommentLine.of(one.comment(), units, clause -> answers.place(round, clause)
                                        .name()),
                                one.reason(),
                                Objects.requireNonNull(desk.signed(new Signed(one.by(), one.at())))))
                        .toList());
        model.addAttribute(
                "mayModerate",
                comments.mayModerate(user.getName(), round) && round.status().answering());
        model.addAttribute("reasonLength", Comments.REASON_LENGTH);
        if (!model.containsAttribute("ticked")) {
            model.addAttribute("ticked", new HashSet<Long>());
            model.addAttribute("reason", "");
        }
        return "consultation/moderation";
    }

    @PostMapping("/lay-y-kien/{id}/kiem-duyet")
    String settle(
            @PathVariable("id") String id,
            @RequestParam(name = "y-kien", required = false) @Nullable List<Long> chosen,
            @RequestParam(name = "viec", defaultValue = "") String deed,
            @RequestParam(name = "ly-do", defaultValue = "") String reason,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Principal user,
            RedirectAttributes flash) {
        var round = readable(id, user);
        var ids = chosen == null ? List.<Long>of() : chosen;
        var verdict =
                switch (deed) {
                    case "hien" ->
                        RoundDesk.act(
                                flash,
                                "Đã cho hiển thị các ý kiến được chọn.",
                                () -> comments.show(round.id(), ids, user.getName()));
                    case "an" ->
                        RoundDesk.act(
                                flash,
                                "Đã ẩn các ý kiến được chọn.",
                                () -> comments.hidePending(round.id(), ids, reason, user.getName()));
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                };
        if (verdict instanceof Verdict.Refused) {
            flash.addFlashAttribute("ticked", new HashSet<>(ids));
            flash.addFlashAttribute("reason", reason);
        }
        return "redirect:/lay-y-kien/" + round.id() + "/kiem-duyet" + (page > 0 ? "?trang=" + page : "");
    }

    private Round readable(String id, Principal user) {
        var round = desk.asking(id, user);
        if (!comments.mayModerate(user.getName(), round) && !rounds.mayDecide(user.getName(), round)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return round;
    }
}
