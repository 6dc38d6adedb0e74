package vn.daihoi.consultation.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/** How people call a place of a version, and the heading it stands under. */
final class Places {

    /** Headings lie deeper than a report follows them. */
    private static final int DEEPEST = 3;

    private static final String SECTION = "mục ";
    private static final String WHOLE = "Toàn văn dự thảo";

    /**
     * A heading of the version.
     *
     * @param at where it stands among the clauses; -1 for what is about the draft as a whole, 0 also for what precedes
     *     the first heading
     * @param level 0 for the outermost
     * @param title "Phần thứ nhất. Kết quả", "Mục I.2. Kinh tế"
     * @param above the heading above it, null for none
     */
    record Heading(int at, int level, String title, @Nullable Heading above) {

        private List<Heading> path() {
            var path = new ArrayList<Heading>();
            for (var heading = this; heading != null; heading = heading.above) {
                path.add(0, heading);
            }
            return path;
        }
    }

    private record Place(Heading heading, String name, String within, Clause clause) {}

    private final Heading whole = new Heading(-1, 0, "Ý kiến chung về toàn văn dự thảo", null);
    private final Map<Long, Place> places = new HashMap<>();

    /** Of a version; nothing stands anywhere in an empty list. */
    Places(List<Clause> clauses) {
        var none = new Heading(0, 0, "Nội dung dự thảo", null);
        var open = new ArrayList<Integer>();
        var labels = new ArrayList<String>();
        Heading heading = none;
        String under = "";
        String headed = "";
        int paragraphs = 0;
        int rows = 0;
        for (int at = 0; at < clauses.size(); at++) {
            var clause = clauses.get(at);
            String name;
            String within = "";
            if (clause.kind() == ClauseKind.PART || clause.kind() == ClauseKind.SECTION) {
                while (!open.isEmpty() && open.get(open.size() - 1) >= clause.depth()) {
                    open.remove(open.size() - 1);
                    labels.remove(labels.size() - 1);
                }
                open.add(clause.depth());
                labels.add(label(clause));
                under = joined(labels);
                name = under.isEmpty() ? "Đề mục " + CleanText.line(clause.text()) : under;
                int level = open.size() - 1;
                if (level < DEEPEST) {
                    var above = heading;
                    while (above != null && (above == none || above.level() >= level)) {
                        above = above.above();
                    }
                    var own =
                            capital(under.substring(under.lastIndexOf(", ") + 1).strip());
                    heading = new Heading(
                            at + 1, level, (own.isEmpty() ? "" : own + ". ") + CleanText.line(clause.text()), above);
                    headed = under;
                } else {
                    within = name;
                }
                paragraphs = 0;
            } else {
                switch (clause.kind()) {
                    case TABLE -> {
                        rows = 0;
                        name = "bảng";
                    }
                    case ROW -> name = "bảng, dòng " + ++rows;
                    case NOTE -> name = "chú thích";
                    case TITLE -> name = "tên văn bản";
                    default -> {
                        paragraphs++;
                        var label = label(clause);
                        name = label.isEmpty() ? "đoạn " + paragraphs : label;
                    }
                }
                within = capital(name);
                name = under.isEmpty() ? within : under + ", " + name;
                within = under.equals(headed) ? within : name;
            }
            places.put(clause.id(), new Place(heading, name, within, clause));
        }
    }

    /** "Phần thứ nhất", "mục I", "điểm a"; empty for a dash or none. */
    private static String label(Clause clause) {
        var label = CleanText.line(clause.label()).replaceAll("^\\(|[.):\\s]+$", "");
        if (label.chars().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        return switch (clause.kind()) {
            case PART -> label;
            case SECTION -> SECTION + label;
            default -> "điểm " + label;
        };
    }

    /** "Phần thứ hai", "mục I", "mục 2" as "Phần thứ hai, mục I.2"; a label may repeat the one above it. */
    private static String joined(List<String> labels) {
        var parts = new ArrayList<String>();
        var sections = new ArrayList<String>();
        for (var label : labels) {
            if (!label.startsWith(SECTION)) {
                parts.add(label);
                continue;
            }
            var number = label.substring(SECTION.length());
            int last = sections.size() - 1;
            if (last >= 0 && number.startsWith(sections.get(last) + ".")) {
                sections.set(last, number);
            } else {
                sections.add(number);
            }
        }
        parts.add(sections.isEmpty() ? "" : SECTION + String.join(".", sections));
        return capital(parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** "Phần thứ hai, mục I.2, đoạn 3". */
    String name(long clause) {
        var place = places.get(clause);
        return place == null ? WHOLE : place.name();
    }

    /** The same below its heading: "Đoạn 3"; empty for the heading itself and for the whole draft. */
    String within(long clause) {
        var place = places.get(clause);
        return place == null ? "" : place.within();
    }

    /** The heading a clause stands under, the outermost first; something for the whole draft when there is none. */
    List<Heading> headings(long clause) {
        var place = places.get(clause);
        return place == null ? List.of(whole) : place.heading().path();
    }

    /** The clause itself, null when it isn't in this version. */
    @Nullable
    Clause clause(long clause) {
        var place = places.get(clause);
        return place == null ? null : place.clause();
    }
}
