package vn.daihoi.consultation.web;

import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Anchors;
import vn.daihoi.consultation.Anchors.Asked;
import vn.daihoi.consultation.Anchors.Look;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Search;
import vn.daihoi.document.text.WordDiff;

/** Comments whose place in the newest version a person has to look at. */
@Controller
class PlacePages {

    private static final int GIST = 90;
    private static final double HUNDRED = 100;

    private final Anchors anchors;
    private final Rounds rounds;
    private final RoundDesk desk;

    PlacePages(Anchors anchors, Rounds rounds, RoundDesk desk) {
        this.anchors = anchors;
        this.rounds = rounds;
        this.desk = desk;
    }

    /** A clause as an option. */
    public record Option(long clause, String name) {}

    /**
     * A comment to look at.
     *
     * @param clause where the program would put it, 0 for nowhere
     * @param before its old clause with the quote marked
     * @param after its new one with the quote marked, or where that isn't there what changed
     */
    public record Question(
            long comment,
            String code,
            String type,
            String text,
            String quote,
            String outcome,
            int percent,
            long former,
            long clause,
            List<Marked.Run> before,
            List<Marked.Run> after,
            List<Option> options) {}

    @GetMapping("/lay-y-kien/{id}/vi-tri")
    String places(
            @PathVariable String id,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            @RequestParam(name = "y-kien", required = false) @Nullable Long only,
            @RequestParam(name = "tim", defaultValue = "") String words,
            Model model,
            Principal user) {
        var round = ProofPages.readable(rounds, desk, id, user);
        desk.frame(model, round, "/doi-chieu", user);
        model.addAttribute("only", only);
        model.addAttribute("words", words);
        int asked = anchors.look(id, null, "", 0, 0)
                .map(look -> look.counts().asked())
                .orElse(0);
        int at = ProofPages.pages(model, only == null ? asked : 1, page);
        var look = anchors.look(id, only, only == null ? "" : words, at * ProofPages.PAGE, ProofPages.PAGE);
        model.addAttribute("look", look.orElse(null));
        model.addAttribute(
                "questions",
                look.map(Look::asked).orElse(List.of()).stream()
                        .map(PlacePages::question)
                        .toList());
        return "consultation/places";
    }

    private static Question question(Asked asked) {
        var before = asked.before();
        var after = asked.after();
        return new Question(
                asked.comment(),
                "YK-" + asked.comment(),
                asked.type().title(),
                asked.text(),
                asked.quote(),
                outcome(asked),
                (int) Math.round(HUNDRED * asked.placement().confidence()),
                before == null ? 0 : before.id(),
                after == null ? 0 : after.id(),
                before == null ? List.of() : Marked.quoted(before, asked.quote()),
                after == null ? List.of() : now(before, after, asked.quote()),
                asked.choices().stream()
                        .map(clause -> new Option(clause.id(), name(clause)))
                        .toList());
    }

    private static List<Marked.Run> now(@Nullable Clause before, Clause after, String quote) {
        boolean rewritten = before != null
                && before.id() == after.id()
                && Search.find(after.text(), quote).isEmpty();
        return before != null && rewritten
                ? Marked.newer(WordDiff.between(before.text(), after.text()))
                : Marked.quoted(after, quote);
    }

    private static String outcome(Asked asked) {
        return switch (asked.placement().outcome()) {
            case APPLIES -> "Có lẽ vẫn ở đoạn cũ";
            case MOVED -> "Có lẽ đã chuyển sang đoạn khác";
            case DISSOLVED -> "Có lẽ nội dung không còn";
        };
    }

    private static String name(Clause clause) {
        var text = clause.label().isEmpty() ? clause.text() : clause.label() + " " + clause.text();
        return text.length() <= GIST ? text : text.substring(0, GIST) + "…";
    }

    /** Confirms the places of the chosen comments, or of the one whose button was pressed. */
    @PostMapping("/lay-y-kien/{id}/vi-tri/xac-nhan")
    String confirm(
            @PathVariable String id,
            @RequestParam(name = "y-kien", required = false) @Nullable List<Long> comments,
            @RequestParam(name = "mot", required = false) @Nullable Long one,
            @RequestParam("phien-ban") int seen,
            Principal user,
            RedirectAttributes flash) {
        var chosen = one != null ? List.of(one) : comments == null ? List.<Long>of() : comments;
        return act(id, user, flash, "Đã xác nhận vị trí.", () -> anchors.confirm(id, chosen, seen, user.getName()));
    }

    @PostMapping("/lay-y-kien/{id}/vi-tri/chon")
    String choose(
            @PathVariable String id,
            @RequestParam("y-kien") long comment,
            @RequestParam(name = "doan", required = false) @Nullable Long clause,
            @RequestParam("phien-ban") int seen,
            Principal user,
            RedirectAttributes flash) {
        return act(
                id,
                user,
                flash,
                "Đã chuyển ý kiến sang đoạn đã chọn.",
                () -> clause == null
                        ? Verdict.refused("doan", "Đoạn mới: hãy chọn một đoạn.")
                        : anchors.choose(id, comment, clause, seen, user.getName()));
    }

    @PostMapping("/lay-y-kien/{id}/vi-tri/khong-con")
    String dissolve(
            @PathVariable String id,
            @RequestParam("y-kien") long comment,
            @RequestParam("phien-ban") int seen,
            Principal user,
            RedirectAttributes flash) {
        return act(
                id,
                user,
                flash,
                "Đã ghi nhận nội dung không còn.",
                () -> anchors.dissolve(id, comment, seen, user.getName()));
    }

    private String act(String id, Principal user, RedirectAttributes flash, String done, Supplier<Verdict> deed) {
        ProofPages.readable(rounds, desk, id, user);
        RoundDesk.act(flash, done, deed);
        return "redirect:/lay-y-kien/" + id + "/vi-tri";
    }
}
