package vn.daihoi.document.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentStatus;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.Versions;
import vn.daihoi.document.indicator.IndicatorInput.Read;
import vn.daihoi.document.text.Clause;

/**
 * The table of targets of each version. It is edited on a draft, by those who may edit the draft, and freezes with it.
 * An expected "no" is returned, never thrown.
 */
@Service
public class Indicators {

    private static final int MOST = 200;

    private final IndicatorStore store;
    private final Documents documents;
    private final Drafts drafts;
    private final Versions versions;
    private final Congresses congresses;
    private final AuditLog audit;

    Indicators(
            IndicatorStore store,
            Documents documents,
            Drafts drafts,
            Versions versions,
            Congresses congresses,
            AuditLog audit) {
        this.store = store;
        this.documents = documents;
        this.drafts = drafts;
        this.versions = versions;
        this.congresses = congresses;
        this.audit = audit;
    }

    /** The targets of a version or draft, in their order. Who may read is asked of {@link Documents#visible} first. */
    @Transactional(readOnly = true)
    public List<Indicator> of(DocumentVersion version) {
        return store.of(version.id());
    }

    /**
     * Stores a target of a draft. Safe to repeat: the very same row typed twice is there once.
     *
     * @param former its code so far, null for a new one
     */
    @Transactional
    public Verdict save(String document, String draft, @Nullable String former, IndicatorInput input, String user) {
        return change(document, draft, user, (known, version) -> save(known, draft, former, input, user));
    }

    private Verdict save(Document document, String draft, @Nullable String former, IndicatorInput input, String user) {
        var table = store.of(draft);
        var was = table.stream().filter(row -> row.code().equals(former)).findFirst();
        var read = input.read(was.map(Indicator::position).orElse(next(table)));
        if (read instanceof Read.Bad bad) {
            return bad.fault();
        }
        var row = ((Read.Good) read).indicator();
        var clause = row.clauseId();
        if (clause != null && !store.hasClause(draft, clause)) {
            return Verdict.refused("clause", "“Đoạn văn” phải là một đoạn của bản nháp này.");
        }
        var taken = table.stream().filter(one -> one.code().equals(row.code())).findFirst();
        if (taken.isPresent() && TableDifference.same(taken.get(), row)) {
            return Verdict.done();
        }
        if (former != null && was.isEmpty()) {
            return Verdict.refused(
                    "Chỉ tiêu " + former + " không còn trong bản nháp; vừa có người khác bỏ hoặc đổi mã.");
        }
        if (taken.isPresent() && !row.code().equals(former)) {
            return Verdict.refused("code", "“Mã” " + row.code() + " đã có trong bảng chỉ tiêu.");
        }
        if (former == null && table.size() >= MOST) {
            return Verdict.refused("Bảng chỉ tiêu đã có " + MOST + " dòng, không thêm được nữa.");
        }
        was.ifPresent(one -> store.delete(draft, one.code()));
        store.insert(draft, row);
        log(
                document,
                user,
                was.isEmpty() ? "INDICATOR_ADDED" : "INDICATOR_CHANGED",
                (was.isEmpty() ? "Thêm chỉ tiêu " : "Sửa chỉ tiêu ") + row.code() + ": " + row.targetText() + ", "
                        + row.yearText() + ".");
        return Verdict.done();
    }

    /** Takes a target out of a draft; safe to repeat. */
    @Transactional
    public Verdict remove(String document, String draft, String code, String user) {
        return change(document, draft, user, (known, version) -> {
            if (store.delete(draft, code)) {
                log(known, user, "INDICATOR_REMOVED", "Bỏ chỉ tiêu " + code + " khỏi bản nháp.");
            }
            return Verdict.done();
        });
    }

    /**
     * A row of a table in the text that looks like a target.
     *
     * @param indicator what it says, tied to the clause of the row
     * @param fault why it can't be taken over as it stands, null when it can
     * @param present whether the table of targets has one under this code already
     */
    public record Proposed(Indicator indicator, @Nullable String fault, boolean present) {}

    /** What the tables of a text offer, in reading order. */
    public List<Proposed> proposals(List<Clause> clauses, List<Indicator> table) {
        return TableReader.rows(clauses).stream()
                .map(TableReader.Row::indicator)
                .map(row -> new Proposed(
                        row,
                        IndicatorInput.of(row).read(row.position()) instanceof Read.Bad bad
                                ? bad.fault().message()
                                : null,
                        table.stream().anyMatch(one -> one.code().equals(row.code()))))
                .toList();
    }

    /**
     * Takes rows of the draft's own tables over into the table of targets; one under a code that is there already takes
     * its place. Safe to repeat.
     *
     * @param rows ids of the clauses
     */
    @Transactional
    public Verdict take(String document, String draft, Set<Long> rows, String user) {
        return change(document, draft, user, (known, version) -> take(known, version, rows, user));
    }

    private Verdict take(Document document, DocumentVersion version, Set<Long> rows, String user) {
        var draft = version.id();
        var table = new ArrayList<>(store.of(draft));
        var chosen = proposals(versions.read(version).clauses(), table).stream()
                .filter(row -> rows.contains(row.indicator().clauseId()))
                .toList();
        if (chosen.isEmpty()) {
            return Verdict.refused("Phải chọn ít nhất một dòng của bảng.");
        }
        var codes = new ArrayList<String>();
        for (var row : chosen) {
            var one = row.indicator();
            if (row.fault() != null) {
                return Verdict.refused("Dòng " + one.code() + " chưa lấy được: " + row.fault());
            }
            if (codes.contains(one.code())) {
                return Verdict.refused("Bảng trong văn bản có hai dòng cùng mã " + one.code() + ", hãy chọn một.");
            }
            codes.add(one.code());
            int position = table.stream()
                    .filter(other -> other.code().equals(one.code()))
                    .findFirst()
                    .map(Indicator::position)
                    .orElse(next(table));
            store.delete(draft, one.code());
            store.insert(draft, one.at(position));
            table.removeIf(other -> other.code().equals(one.code()));
            table.add(one.at(position));
        }
        log(
                document,
                user,
                "INDICATORS_TAKEN",
                "Lấy chỉ tiêu từ bảng trong văn bản: " + String.join(", ", codes) + ".");
        return Verdict.done();
    }

    /** Does something to the table of a draft while nobody else touches its document. */
    private Verdict change(String id, String draft, String user, BiFunction<Document, DocumentVersion, Verdict> deed) {
        store.lock(id);
        var document = documents.get(id);
        if (!documents.mayEdit(user, document)) {
            return Verdict.refused("Việc này thuộc về Tổ biên tập hoặc Văn phòng Đảng ủy.");
        }
        if (document.status() == DocumentStatus.CANCELLED) {
            return Verdict.refused("Văn kiện đã hủy nên không sửa được bảng chỉ tiêu.");
        }
        return drafts.open(id, draft, user)
                .map(version -> deed.apply(document, version))
                .orElseGet(() ->
                        Verdict.refused("Bản nháp này không còn: đã được công bố, thay bằng bản khác hoặc đã bỏ."));
    }

    private static int next(List<Indicator> table) {
        return table.stream().mapToInt(Indicator::position).max().orElse(0) + 1;
    }

    private void log(Document document, String user, String action, String detail) {
        audit.record(AuditEntry.of(user, action, "document:" + document.id(), detail)
                .under(congresses.get(document.congress()).ruleSet()));
    }
}
