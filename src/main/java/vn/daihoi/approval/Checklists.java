package vn.daihoi.approval;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.ChecklistItem;
import vn.daihoi.congress.CongressForm;
import vn.daihoi.congress.CongressLevel;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentStatus;
import vn.daihoi.document.Documents;
import vn.daihoi.organisation.Units;

/**
 * What a dossier has to consist of: asked of the congress's rule set anew each time until it is sent, and kept as it was
 * whenever somebody worked on the dossier, so that a switch of the rule set shows what it changed.
 */
@Component
public class Checklists {

    /** Code of the item for documents that the table doesn't name, such as annexes. */
    static final String OTHER_DOCUMENTS = "OTHER_DOCUMENTS";

    private final JdbcClient jdbc;
    private final RuleSets ruleSets;
    private final Congresses congresses;
    private final Documents documents;
    private final Units units;
    private final Clock clock;

    Checklists(
            JdbcClient jdbc, RuleSets ruleSets, Congresses congresses, Documents documents, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.ruleSets = ruleSets;
        this.congresses = congresses;
        this.documents = documents;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A checklist.
     *
     * @param ruleSet tag of the rule set it comes from
     * @param form what form the congress takes
     * @param items in the order of the table
     */
    public record Checklist(String ruleSet, CongressForm form, List<ChecklistItem> items) {}

    /** What the rule set says at this moment. */
    public sealed interface Live {

        /** It says it all. */
        record Known(Checklist list) implements Live {}

        /** It doesn't; the message is a Vietnamese sentence naming what is not filled in. */
        record Unknown(String message) implements Live {}

        /** The checklist, empty when it isn't known. */
        default Optional<Checklist> checklist() {
            return this instanceof Known known ? Optional.of(known.list()) : Optional.empty();
        }
    }

    /**
     * What a switch of the rule set changed.
     *
     * @param from tag of the rule set before
     * @param to tag of the one after
     * @param added titles that came
     * @param removed titles that went
     */
    public record Difference(String from, String to, List<String> added, List<String> removed) {}

    /** What this dossier has to consist of at this moment. */
    public Live live(Dossier dossier) {
        var congress = congresses.get(dossier.congress());
        var plan = congress.plan();
        if (plan == null) {
            return new Live.Unknown("Đại hội chưa có kế hoạch nên chưa xác định được danh mục hồ sơ.");
        }
        var tag = plan.ruleSet();
        if (!ruleSets.knows(tag)) {
            return new Live.Unknown(
                    "Bộ quy tắc " + tag + " không còn được triển khai; phụ trách quy trình cần kiểm tra.");
        }
        var threshold = ruleSets.rules(tag, CongressLevel.WARD).delegateThreshold();
        if (threshold == null) {
            return new Live.Unknown(
                    "Chưa xác định được danh mục hồ sơ: " + RuleSets.title(tag)
                            + " chưa ghi “Số đảng viên từ đó họp đại biểu”. Phụ trách quy trình điền vào bảng congress-rules rồi triển khai lại.");
        }
        var form = units.memberCountOf(congress.ward(), VietnamTime.today(clock)) >= threshold
                ? CongressForm.DELEGATES
                : CongressForm.ALL_MEMBERS;
        var items = new ArrayList<>(ruleSets.checklist(tag, plan.contents(), form));
        var named = items.stream().map(ChecklistItem::code).collect(Collectors.toSet());
        if (!others(dossier.congress(), named).isEmpty()) {
            items.add(new ChecklistItem(
                    OTHER_DOCUMENTS, "Văn kiện khác trình cùng hồ sơ", ChecklistItem.Kind.SYSTEM, true, ""));
        }
        return new Live.Known(new Checklist(tag, form, List.copyOf(items)));
    }

    /** The documents of a congress that no item of the table is named after. */
    List<Document> others(String congress, Set<String> named) {
        return documents(congress).stream()
                .filter(document -> !named.contains(document.type().code()))
                .toList();
    }

    /** The documents of a congress that weren't called off, in the order of their types. */
    List<Document> documents(String congress) {
        return documents.openedIds(congress).stream()
                .map(documents::get)
                .filter(document -> document.status() != DocumentStatus.CANCELLED)
                .toList();
    }

    /** Keeps what the rule set says now, if it differs from what was kept last; nothing while it isn't known. */
    void take(Dossier dossier) {
        live(dossier).checklist().ifPresent(now -> {
            var kept = kept(dossier.id());
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(now)) {
                insert(dossier.id(), kept.size() + 1, now);
            }
        });
    }

    /** The checklist kept last, as it was sent; empty when none ever was. */
    public Optional<Checklist> last(String dossier) {
        var kept = kept(dossier);
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
    }

    /** What the last change of the rule set meant for this dossier; empty when there was none. */
    public Optional<Difference> difference(Dossier dossier, Checklist now) {
        var all = new ArrayList<>(kept(dossier.id()));
        all.add(now);
        for (int at = all.size() - 1; at > 0; at--) {
            var before = all.get(at - 1);
            if (!before.ruleSet().equals(now.ruleSet())) {
                return Optional.of(
                        new Difference(before.ruleSet(), now.ruleSet(), without(now, before), without(before, now)));
            }
        }
        return Optional.empty();
    }

    private static List<String> without(Checklist one, Checklist other) {
        var codes = other.items().stream().map(ChecklistItem::code).collect(Collectors.toSet());
        return one.items().stream()
                .filter(item -> !codes.contains(item.code()))
                .map(ChecklistItem::title)
                .toList();
    }

    private List<Checklist> kept(String dossier) {
        return jdbc.sql("select taking, rule_set, form from dossier_checklist where dossier = :dossier order by taking")
                .param("dossier", dossier)
                .query((row, number) -> new Checklist(
                        row.getString("rule_set"),
                        CongressForm.valueOf(row.getString("form")),
                        items(dossier, row.getInt("taking"))))
                .list();
    }

    private List<ChecklistItem> items(String dossier, int taking) {
        return jdbc.sql("select * from dossier_item where dossier = :dossier and taking = :taking order by position")
                .param("dossier", dossier)
                .param("taking", taking)
                .query((row, number) -> new ChecklistItem(
                        row.getString("code"),
                        row.getString("title"),
                        ChecklistItem.Kind.valueOf(row.getString("kind")),
                        row.getBoolean("required"),
                        row.getString("basis")))
                .list();
    }

    private void insert(String dossier, int taking, Checklist checklist) {
        jdbc.sql("insert into dossier_checklist values (:dossier, :taking, :ruleSet, :form, :at)")
                .param("dossier", dossier)
                .param("taking", taking)
                .param("ruleSet", checklist.ruleSet())
                .param("form", checklist.form().name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        for (int at = 0; at < checklist.items().size(); at++) {
            var item = checklist.items().get(at);
            jdbc.sql(
                            """
                            insert into dossier_item
                            values (:dossier, :taking, :position, :code, :title, :kind, :required, :basis)""")
                    .param("dossier", dossier)
                    .param("taking", taking)
                    .param("position", at + 1)
                    .param("code", item.code())
                    .param("title", item.title())
                    .param("kind", item.kind().name())
                    .param("required", item.required())
                    .param("basis", item.basis())
                    .update();
        }
    }
}
