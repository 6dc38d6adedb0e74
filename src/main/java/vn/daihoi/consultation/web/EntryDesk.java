package vn.daihoi.consultation.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Comment;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.ConferenceSheets;
import vn.daihoi.consultation.Conferences.Said;
import vn.daihoi.consultation.Intake;
import vn.daihoi.consultation.Place;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Search;

/** What the pages share on which somebody types in a comment: choosing the clause, the fields, and what is there. */
@Component
class EntryDesk {

    /** Comments on a page of the list of those that are there. */
    static final int PAGE = 30;

    private static final int FOUND = 30;
    private static final int LINE = 90;
    private static final int FOUND_LINE = 220;

    private final ConferenceSheets sheets;

    EntryDesk(ConferenceSheets sheets) {
        this.sheets = sheets;
    }

    /** A clause to choose. */
    public record Choice(long id, String line) {}

    /** A comment that is there. */
    public record Row(
            String code, String place, String quote, String type, String text, String source, String received) {}

    /**
     * What was typed, to show it again when it was refused.
     *
     * @param form tells this filling in from another
     */
    public record Typed(
            String form,
            long clause,
            String quote,
            @Nullable CommentType type,
            String text,
            @Nullable SourceGroup source,
            String unit) {

        /** A new form. */
        static Typed nothing(long clause) {
            return new Typed(UUID.randomUUID().toString(), clause, "", null, "", null, "");
        }

        /** As a comment; null while its type isn't chosen. */
        @Nullable
        Said said() {
            return type == null ? null : new Said(clause, quote, type, text, source);
        }
    }

    /** What is shown for choosing a clause and for the fields below. */
    void form(Model model, Round round, Typed typed, String words, List<SourceGroup> groups) {
        var clauses = sheets.clauses(round);
        var sought = Search.normal(words);
        var found = sought.isEmpty()
                ? List.<Clause>of()
                : clauses.stream()
                        .filter(clause -> Search.normal(clause.label() + " " + clause.text())
                                .contains(sought))
                        .toList();
        model.addAttribute("typed", typed);
        model.addAttribute("words", words);
        model.addAttribute("foundCount", found.size());
        model.addAttribute("found", choices(found.stream().limit(FOUND).toList(), FOUND_LINE));
        model.addAttribute("clauses", choices(clauses, LINE));
        model.addAttribute(
                "chosen",
                clauses.stream()
                        .filter(clause -> clause.id() == typed.clause())
                        .findFirst()
                        .map(clause -> (clause.label() + " " + clause.text()).strip())
                        .orElse(null));
        model.addAttribute("types", CommentType.values());
        model.addAttribute("groups", groups);
        model.addAttribute("textLength", Intake.TEXT_LENGTH);
        model.addAttribute("quoteLength", Intake.QUOTE_LENGTH);
    }

    /** What is there, a page of it. */
    void list(Model model, List<Comment> comments, int page, int all) {
        model.addAttribute("comments", comments.stream().map(EntryDesk::row).toList());
        model.addAttribute("commentCount", all);
        model.addAttribute("page", page);
        model.addAttribute("pages", pages(all));
    }

    /** The page to show, whatever was asked for. */
    static int page(int asked, int all) {
        return Math.max(0, Math.min(asked, pages(all) - 1));
    }

    private static int pages(int all) {
        return Math.max(1, (all + PAGE - 1) / PAGE);
    }

    private static List<Choice> choices(List<Clause> clauses, int most) {
        return clauses.stream()
                .map(clause -> new Choice(clause.id(), Place.code(clause.id()) + " · " + Place.line(clause, most)))
                .toList();
    }

    private static Row row(Comment comment) {
        return new Row(
                comment.code(),
                Place.code(comment.clauseId()),
                comment.quote(),
                comment.type().title(),
                comment.text(),
                comment.source().title(),
                VietnamTime.moment(comment.receivedAt()));
    }
}
