package vn.daihoi.consultation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/**
 * A draft as the public reads it: each clause with a link that opens the form on it. Written by hand, since a text of
 * 3,000 clauses is too much for the template's expressions, and once, since a version never changes.
 */
final class DraftText {

    private static final int MOST_INDENTED = 4;
    private static final int LEAST_HEADING = 2;
    private static final int MOST_HEADING = 6;

    /** Enough of a clause for whoever hears the link read out. */
    private static final int HINT = 40;

    private final StringBuilder out = new StringBuilder();
    private final List<Clause> clauses;
    private final @Nullable String form;
    private int heading = LEAST_HEADING - 1;

    private DraftText(List<Clause> clauses, @Nullable String form) {
        this.clauses = clauses;
        this.form = form;
    }

    /**
     * What a template puts out as it is; made here only.
     *
     * @param markup where words of people are escaped
     */
    record Markup(String markup) {

        @Override
        public String toString() {
            return markup;
        }
    }

    /** To be read and commented on; {@code form} is the address of the page, which shows the form on a clause. */
    static Markup commentable(List<Clause> clauses, String form) {
        return new DraftText(clauses, form).all();
    }

    /** To be read. */
    static Markup readable(List<Clause> clauses) {
        return new DraftText(clauses, null).all();
    }

    private Markup all() {
        for (int at = 0; at < clauses.size(); ) {
            if (clauses.get(at).kind() == ClauseKind.TABLE) {
                at = table(at);
            } else {
                clause(clauses.get(at));
                at++;
            }
        }
        return new Markup(out.toString());
    }

    private void clause(Clause clause) {
        var element = element(clause);
        out.append('<')
                .append(element)
                .append(" class=\"cl ")
                .append(look(clause))
                .append("\" id=\"c");
        out.append(clause.id()).append("\"><span class=\"w\">");
        if (!clause.label().isEmpty()) {
            out.append("<b>");
            words(clause.label());
            out.append("</b> ");
        }
        words(clause.text());
        out.append("</span>");
        link(clause);
        out.append("</").append(element).append(">\n");
    }

    private String element(Clause clause) {
        if (clause.kind() != ClauseKind.PART && clause.kind() != ClauseKind.SECTION) {
            return "p";
        }
        // one below the heading before at most, as readers of screens expect
        heading =
                Math.max(LEAST_HEADING, Math.min(Math.min(heading + 1, MOST_HEADING), clause.depth() + LEAST_HEADING));
        return "h" + heading;
    }

    private static String look(Clause clause) {
        return switch (clause.kind()) {
            case TITLE -> "tt";
            case PART, SECTION -> "hd";
            case NOTE -> "nt";
            case ITEM -> "i" + Math.min(MOST_INDENTED, clause.depth());
            case PARAGRAPH, TABLE, ROW -> "pg";
        };
    }

    /** The rows that lie in a table; gives the clause after them. */
    private int table(int at) {
        int end = at + 1;
        while (end < clauses.size()
                && clauses.get(end).depth() > clauses.get(at).depth()) {
            end++;
        }
        out.append("<div class=\"tb\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng\" id=\"c");
        out.append(clauses.get(at).id()).append("\"><table>\n");
        for (var row : clauses.subList(at + 1, end)) {
            if (row.kind() == ClauseKind.ROW) {
                row(row);
            }
        }
        out.append("</table></div>\n");
        clauses.subList(at + 1, end).stream()
                .filter(inside -> inside.kind() != ClauseKind.ROW)
                .forEach(this::clause);
        return end;
    }

    private void row(Clause row) {
        out.append("<tr class=\"cl\" id=\"c").append(row.id()).append("\">");
        for (var cell : row.text().split("\t", -1)) {
            out.append("<td>");
            words(cell);
            out.append("</td>");
        }
        if (form != null) {
            out.append("<td>");
            link(row);
            out.append("</td>");
        }
        out.append("</tr>\n");
    }

    private void link(Clause clause) {
        if (form == null) {
            return;
        }
        var words = (clause.label() + " " + clause.text()).strip().replaceAll("\\s+", " ");
        var hint = words.length() <= HINT ? words : words.substring(0, words.offsetByCodePoints(0, HINT / 2)) + "…";
        out.append(" <a class=\"say\" rel=\"nofollow\" href=\"")
                .append(form)
                .append("?doan=")
                .append(clause.id());
        out.append("#gop-y\" data-doan=\"").append(clause.id()).append("\" aria-label=\"Góp ý: ");
        words(hint);
        out.append("\">Góp ý</a>");
    }

    private void words(String words) {
        out.append(HtmlUtils.htmlEscape(words, "UTF-8").replace("\n", "<br>").replace('\t', ' '));
    }
}
