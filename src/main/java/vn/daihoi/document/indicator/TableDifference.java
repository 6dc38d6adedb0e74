package vn.daihoi.document.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of the targets from one version of a document to another. */
public final class TableDifference {

    private TableDifference() {}

    /**
     * A target that isn't as it was.
     *
     * @param code of the target
     * @param name of the target
     * @param what Vietnamese: "Thêm mới", "Bỏ" or what changed, "Mục tiêu: ≥ 2,5 % → ≥ 3 %"
     */
    public record Line(String code, String name, List<String> what) {}

    /** The targets that differ, in the order of the newer table; those that are gone come last. */
    public static List<Line> between(List<Indicator> older, List<Indicator> newer) {
        var before = byCode(older);
        var after = byCode(newer);
        var lines = new ArrayList<Line>();
        for (var now : newer) {
            var was = before.get(now.code());
            var what =
                    was == null ? List.of("Thêm mới: " + now.targetText() + ", " + now.yearText()) : changes(was, now);
            if (!what.isEmpty()) {
                lines.add(new Line(now.code(), now.name(), what));
            }
        }
        for (var was : older) {
            if (!after.containsKey(was.code())) {
                lines.add(new Line(
                        was.code(),
                        was.name(),
                        List.of("Bỏ (trước là " + was.targetText() + ", " + was.yearText() + ")")));
            }
        }
        return lines;
    }

    /**
     * What a draft becomes when it is put on another version: what it left alone as the new version has it, what it
     * changed, added or dropped as in the draft.
     */
    static List<Indicator> merged(List<Indicator> formerBase, List<Indicator> draft, List<Indicator> newBase) {
        var former = byCode(formerBase);
        var own = byCode(draft);
        var merged = new LinkedHashMap<String, Indicator>();
        for (var theirs : newBase) {
            var mine = own.get(theirs.code());
            var was = former.get(theirs.code());
            if (mine != null) {
                merged.put(theirs.code(), was != null && same(was, mine) ? theirs : mine);
            } else if (was == null || !same(was, theirs)) {
                merged.put(theirs.code(), theirs);
            }
        }
        for (var mine : draft) {
            var was = former.get(mine.code());
            if (!merged.containsKey(mine.code()) && (was == null || !same(was, mine))) {
                merged.put(mine.code(), mine);
            }
        }
        var rows = new ArrayList<Indicator>();
        merged.values().forEach(row -> rows.add(row.at(rows.size() + 1)));
        return rows;
    }

    /** Whether two rows say the same, wherever they stand in their tables. */
    static boolean same(Indicator one, Indicator other) {
        return one.name().equals(other.name())
                && changes(one, other).isEmpty()
                && Objects.equals(one.clauseId(), other.clauseId());
    }

    private static List<String> changes(Indicator was, Indicator now) {
        var what = new ArrayList<String>();
        change(what, "Tên", was.name(), now.name());
        change(what, "Mục tiêu", was.targetText(), now.targetText());
        change(what, "Năm mục tiêu", was.yearText(), now.yearText());
        change(what, "Hiện trạng", base(was), base(now));
        change(what, "Chủ trì", was.owner(), now.owner());
        change(what, "Căn cứ", was.basis(), now.basis());
        return what;
    }

    private static String base(Indicator indicator) {
        return indicator.baseYear() == null
                ? indicator.baseText()
                : indicator.baseText() + " (" + indicator.baseYear() + ")";
    }

    private static void change(List<String> what, String field, String was, String now) {
        if (!was.equals(now)) {
            what.add(field + ": " + (was.isEmpty() ? "trống" : was) + " → " + (now.isEmpty() ? "trống" : now));
        }
    }

    private static Map<String, Indicator> byCode(List<Indicator> table) {
        return table.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }
}
