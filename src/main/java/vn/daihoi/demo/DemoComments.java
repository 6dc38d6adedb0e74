package vn.daihoi.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.text.Clause;

/**
 * What was said about the political report in the demo's first round: 240 invented comments, 18 of which say again, with
 * other typing habits, what another says. How the file is read stands at its top.
 */
public final class DemoComments {

    /** Words that stand in a row of the table, before its first tab. */
    private static final String ROW = " |";

    private DemoComments() {}

    /**
     * A comment of the demo.
     *
     * @param source who speaks
     * @param channel the way it comes
     * @param unit the end of the id of the cell or organisation, "cb01" or "mttq"; null from the public page
     * @param area the neighbourhood a resident names, null for none
     * @param clauseWords words that stand in the clause it is about and in no other; empty for the draft as a whole
     * @param quote words of that clause, empty for none
     * @param type what it wants
     * @param text the words, as they were typed
     * @param planted what it shares with those that say the same, null when it is the only one
     */
    public record Said(
            SourceGroup source,
            Channel channel,
            @Nullable String unit,
            @Nullable String area,
            String clauseWords,
            String quote,
            CommentType type,
            String text,
            @Nullable String planted) {

        /**
         * The id of the clause it is about, 0 for the draft as a whole.
         *
         * @throws IllegalArgumentException when its words stand in no clause or in several
         */
        public long clauseIn(List<Clause> clauses) {
            if (clauseWords.isEmpty()) {
                return 0;
            }
            var found = clauses.stream()
                    .filter(clause -> clause.text().contains(clauseWords))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalArgumentException(found.size() + " clauses with: " + clauseWords);
            }
            return found.get(0).id();
        }
    }

    /** All of them, in the order of the clauses they are about. */
    public static List<Said> all() {
        var all = new ArrayList<Said>();
        var clause = "";
        for (var line : DemoText.lines("gop-y.txt")) {
            if (line.startsWith("@")) {
                clause = line.substring(1).strip().replace(ROW, "\t");
            } else {
                all.add(said(clause, line.split("\\|", 5)));
            }
        }
        return List.copyOf(all);
    }

    private static Said said(String clause, String[] parts) {
        var who = parts[0].replace("!", "");
        boolean resident = who.equals("dan") || who.startsWith("kp");
        boolean decomposed = parts[1].endsWith("*");
        return new Said(
                resident ? SourceGroup.RESIDENT : group(who),
                resident ? Channel.PUBLIC_PAGE : parts[0].endsWith("!") ? Channel.WRITTEN : Channel.CONFERENCE,
                resident ? null : who,
                who.startsWith("kp") ? "Khu phố " + who.substring(2) : null,
                clause,
                parts[3],
                CommentType.valueOf(parts[1].replace("*", "")),
                decomposed ? Normalizer.normalize(parts[4], Normalizer.Form.NFD) : parts[4],
                parts[2].isEmpty() ? null : parts[2]);
    }

    private static SourceGroup group(String unit) {
        return switch (unit) {
            case "mttq" -> SourceGroup.ORGANISATION;
            case "doantn", "congdoan" -> SourceGroup.UNION_MEMBER;
            case "phunu", "ccb" -> SourceGroup.ASSOCIATION_MEMBER;
            default -> SourceGroup.PARTY_MEMBER;
        };
    }
}
