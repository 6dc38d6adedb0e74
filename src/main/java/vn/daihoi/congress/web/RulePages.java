package vn.daihoi.congress.web;

import java.io.Serializable;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import vn.daihoi.congress.FilledValue;
import vn.daihoi.congress.RuleBook;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.RuleTerms;
import vn.daihoi.congress.RuleValue;
import vn.daihoi.congress.Stream;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;

/** The rule sets: what they say, what is still missing, and where their owner fills it in. Staff may read them. */
@Controller
class RulePages {

    private final RuleSets ruleSets;
    private final RuleBook book;
    private final Members members;
    private final List<RuleTerms> terms;

    RulePages(RuleSets ruleSets, RuleBook book, Members members, List<Stream> streams, List<RuleTerms> terms) {
        this.ruleSets = ruleSets;
        this.book = book;
        this.members = members;
        this.terms = new ArrayList<>(terms);
        this.terms.add(new RuleTerms("stream", streams.stream().collect(Collectors.toMap(Stream::key, Stream::name))));
    }

    /** One line of the list. */
    public record Row(String tag, String title, int unfilled, int parameters) {}

    /** What was filled in once. */
    public record Entry(String value, String basis, String who, String when) {}

    /**
     * One parameter.
     *
     * @param code name of the parameter
     * @param value in words, null when it isn't filled in
     * @param detail where the value is kept, or why there is none
     * @param basis where it comes from, null when it isn't filled in
     * @param current the number that was filled in on the page and counts, null for none
     */
    public record Card(
            String code,
            String title,
            String step,
            @Nullable String value,
            String detail,
            @Nullable String basis,
            boolean inTable,
            boolean yesNo,
            String unit,
            int most,
            int number,
            @Nullable Integer current,
            List<Entry> history) {}

    /** What was typed and refused, so that nobody has to type it again; it waits in the session, which is stored. */
    public record Typed(String code, String value, String basis, @Nullable String field, String message)
            implements Serializable {}

    @GetMapping("/quy-tac")
    String list(Model model) {
        model.addAttribute(
                "rows",
                ruleSets.tags().stream()
                        .map(tag ->
                                new Row(tag, RuleSets.title(tag), book.unfilled(tag), RuleParameter.values().length))
                        .toList());
        return "congress/rule-sets";
    }

    @GetMapping("/quy-tac/{tag}")
    String show(@PathVariable String tag, Model model, Principal user) {
        demand(tag);
        var lines = book.lines(tag);
        model.addAttribute("tag", tag);
        model.addAttribute("title", RuleSets.title(tag));
        model.addAttribute("owner", book.owns(user.getName()));
        model.addAttribute(
                "unfilled", lines.stream().filter(RuleBook.Line::unfilled).count());
        model.addAttribute("cards", lines.stream().map(this::card).toList());
        model.addAttribute("tables", ruleSets.tables(tag, terms));
        return "congress/rules";
    }

    @PostMapping("/quy-tac/{tag}/{parameter}")
    String fill(
            @PathVariable String tag,
            @PathVariable String parameter,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String value,
            @RequestParam String basis,
            @RequestParam(name = "bo", defaultValue = "false") boolean takeBack,
            Principal user,
            RedirectAttributes flash) {
        demand(tag);
        var verdict = takeBack
                ? book.takeBack(tag, parameter, seen, basis, user.getName())
                : book.fill(tag, parameter, seen, value, basis, user.getName());
        verdict.fold(
                () -> flash.addFlashAttribute(
                        "message", takeBack ? "Đã bỏ giá trị." : "Đã ghi giá trị. Bước đang chờ có thể thực hiện lại."),
                no -> flash.addFlashAttribute("typed", new Typed(parameter, value, basis, no.field(), no.message())));
        return "redirect:/quy-tac/" + tag;
    }

    private void demand(String tag) {
        if (!ruleSets.knows(tag)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Card card(RuleBook.Line line) {
        var parameter = line.parameter();
        var measure = parameter.measure();
        var filled = line.value() instanceof RuleValue.Filled there ? there : null;
        return new Card(
                parameter.name(),
                parameter.title(),
                parameter.step(),
                filled == null ? null : measure.inWords(filled.value()),
                filled == null
                        ? line.value().fold(value -> "", message -> message)
                        : filled.source().title(),
                filled == null ? null : filled.basis(),
                line.inTable(),
                measure == RuleParameter.Measure.YES_NO,
                measure.title(),
                measure.most(),
                line.number(),
                line.history().isEmpty() ? null : line.history().get(0).value(),
                line.history().stream().map(entry -> entry(parameter, entry)).toList());
    }

    private Entry entry(RuleParameter parameter, FilledValue entry) {
        var value = entry.value();
        return new Entry(
                value == null ? "Bỏ giá trị" : parameter.measure().inWords(value),
                entry.basis(),
                members.displayName(entry.filled().by()),
                VietnamTime.moment(entry.filled().at()));
    }
}
