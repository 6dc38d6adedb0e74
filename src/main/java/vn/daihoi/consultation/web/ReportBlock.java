package vn.daihoi.consultation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/**
 * A stretch of a report as a page lays it out.
 *
 * @param kind "title", "heading", "item", "paragraph" or "table"
 * @param level of a heading, from 2
 * @param label as printed, empty for none
 * @param text the words; line feeds part lines
 * @param rows cells of a table by row, the first row heads the others; empty for everything else
 */
public record ReportBlock(String kind, int level, String label, String text, List<List<String>> rows) {

    /** A heading with its label: "I. TÌNH HÌNH". */
    public String heading() {
        return (label + " " + text).strip();
    }

    /** Lays out clauses. */
    static List<ReportBlock> of(List<Clause> clauses) {
        var blocks = new ArrayList<ReportBlock>();
        for (int at = 0; at < clauses.size(); at++) {
            var clause = clauses.get(at);
            if (clause.kind() == ClauseKind.TABLE) {
                var rows = new ArrayList<List<String>>();
                while (at + 1 < clauses.size() && clauses.get(at + 1).kind() == ClauseKind.ROW) {
                    at++;
                    rows.add(Arrays.asList(clauses.get(at).text().split("\t", -1)));
                }
                blocks.add(new ReportBlock("table", 0, "", "", rows));
            } else {
                blocks.add(new ReportBlock(
                        switch (clause.kind()) {
                            case TITLE -> "title";
                            case PART, SECTION -> "heading";
                            case ITEM -> "item";
                            default -> "paragraph";
                        },
                        Math.min(6, 3 + clause.depth()),
                        clause.label(),
                        clause.text(),
                        List.of()));
            }
        }
        return blocks;
    }
}
