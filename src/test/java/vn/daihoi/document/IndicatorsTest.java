package vn.daihoi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.daihoi.document.DocumentWard.paragraphs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.indicator.Indicator;
import vn.daihoi.document.indicator.IndicatorInput;
import vn.daihoi.document.indicator.Indicators;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.support.IntegrationTest;

/** The table of targets goes with its version, on the real database. */
@IntegrationTest
class IndicatorsTest {

    private static final IndicatorInput MEMBERS = new IndicatorInput(
            "XD2", "Kết nạp đảng viên mới", "%/năm", "AT_LEAST", "2,6", "2025", "3", "", "Ban Xây dựng Đảng", "", "");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Documents documents;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Indicators indicators;

    @Autowired
    private DraftParts parts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private DocumentWard ward;
    private String document;
    private String draft;

    @BeforeEach
    void ward() {
        ward = DocumentWard.open(context);
        document = documents.openedIds(ward.congress).get(0);
        draft = ward.draft(document, 0, ward.editor, paragraphs("một", "hai"));
    }

    @Test
    void aTargetIsAddedChangedAndRemovedAndAskingTwiceChangesNothing() {
        done(save(null, MEMBERS));
        done(save(null, MEMBERS));
        assertThat(table(draft)).extracting(Indicator::targetText).containsExactly("≥ 3 %/năm");

        var renamed = with(MEMBERS, "XD02", "3,25");
        done(save("XD2", renamed));
        assertThat(table(draft)).extracting(Indicator::code).containsExactly("XD02");
        assertThat(table(draft).get(0).targetText()).isEqualTo("≥ 3,25 %/năm");
        assertThat(refusal(save("XD2", with(MEMBERS, "XD2", "4")))).contains("không còn");

        done(indicators.remove(document, draft, "XD02", ward.office));
        done(indicators.remove(document, draft, "XD02", ward.office));
        assertThat(table(draft)).isEmpty();
    }

    @Test
    void onlyEditorsAndTheOfficeEdit() {
        var other = DocumentWard.open(context);
        for (var user : List.of(ward.secretary, ward.cell, ward.clerk, other.editor, other.office, "admin")) {
            assertThat(refusal(indicators.save(document, draft, null, MEMBERS, user)))
                    .as(user)
                    .contains("Tổ biên tập");
            assertThat(refusal(indicators.remove(document, draft, "XD2", user))).contains("Tổ biên tập");
            assertThat(refusal(indicators.take(document, draft, Set.of(1L), user)))
                    .contains("Tổ biên tập");
        }
        done(indicators.save(document, draft, null, MEMBERS, ward.office));
        var foreign = documents.openedIds(other.congress).get(0);
        assertThat(refusal(indicators.save(foreign, draft, null, MEMBERS, other.editor)))
                .contains("không còn");
    }

    @Test
    void whatContradictsItselfIsRefusedAndTheFieldIsNamed() {
        assertThat(field(save(null, with(MEMBERS, "có dấu cách", "3")))).isEqualTo("code");
        assertThat(field(save(null, with(MEMBERS, "A1", "2.6")))).isEqualTo("target");
        assertThat(field(save(null, with(MEMBERS, "A1", "10–8")))).isEqualTo("kind");
        assertThat(field(save(null, of("RANGE", "10–8", "", "2030", "")))).isEqualTo("target");
        assertThat(field(save(null, of("RANGE", "8", "", "2030", "")))).isEqualTo("target");
        assertThat(field(save(null, of("INCREASE_BY", "0", "", "2030", "")))).isEqualTo("target");
        assertThat(field(save(null, of("ABSOLUTE", "3/2", "", "2030", "")))).isEqualTo("target");
        assertThat(field(save(null, of("ABSOLUTE", "2/2", "1/3", "2030", "")))).isEqualTo("base");
        assertThat(field(save(null, of("AT_LEAST", "đạt", "", "2030", "")))).isEqualTo("kind");
        assertThat(field(save(null, of("AT_LEAST", "3", "8–10", "2030", "")))).isEqualTo("base");
        assertThat(field(save(null, of("AT_LEAST", "3", "1", "2025", "")))).isEqualTo("year");
        assertThat(field(save(null, of("AT_LEAST", "3", "1", "sang năm", "")))).isEqualTo("year");
        assertThat(field(save(null, of("AT_LEAST", "3", "1", "2030", "99")))).isEqualTo("clause");
        assertThat(field(save(null, of("BIGGER", "3", "1", "2030", "")))).isEqualTo("kind");
        assertThat(table(draft)).isEmpty();
        done(save(null, of("RANGE", "8–10", "8", "hằng năm", "2")));
        assertThat(field(save(null, of("RANGE", "8–11", "8", "hằng năm", "2")))).isEqualTo("code");
    }

    @Test
    void thePublishedTableNeverChangesWhoeverAsks() {
        done(save(null, MEMBERS));
        done(drafts.publish(draft, ward.editor));

        assertThat(refusal(save(null, with(MEMBERS, "XD9", "4")))).contains("đã được công bố");
        for (var sql : List.of(
                "update indicator set target = 9 where version_id = ?",
                "delete from indicator where version_id = ?",
                "insert into indicator select version_id, 'X', 2, name, unit, kind, base, base_word, base_year, target, high,"
                        + " out_of, target_word, year, owner, basis, clause_id from indicator where version_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(draft).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changes");
        }
    }

    @Test
    void aRowThatComesWhileSomebodyPublishesIsRefusedOnceItIsPublished() {
        done(save(null, MEMBERS));
        var late = new AtomicReference<CompletableFuture<Integer>>();
        transactions.executeWithoutResult(status -> {
            done(drafts.publish(draft, ward.editor));
            // not committed yet: the other waits, and then sees that it is published
            late.set(
                    CompletableFuture.supplyAsync(() -> jdbc.sql("update indicator set target = 9 where version_id = ?")
                            .param(draft)
                            .update()));
        });
        assertThatThrownBy(() -> late.get().get(1, TimeUnit.MINUTES))
                .hasRootCauseInstanceOf(PSQLException.class)
                .rootCause()
                .hasMessageContaining("never changes");
        assertThat(table(draft)).extracting(Indicator::targetText).containsExactly("≥ 3 %/năm");
    }

    @Test
    void theNextDraftBeginsWithTheTableOfItsVersionAndFollowsItWhereItWasLeftAlone() {
        done(save(null, MEMBERS));
        done(save(null, with(MEMBERS, "XD3", "90")));
        done(drafts.publish(draft, ward.editor));
        var mine = ward.draft(document, 1, ward.editor, paragraphs("một", "hai"));
        var theirs = ward.draft(document, 1, ward.secondEditor, paragraphs("một", "hai"));
        transactions.executeWithoutResult(status -> {
            parts.draftMade(mine, draft);
            parts.draftMade(theirs, draft);
        });
        assertThat(table(mine)).isEqualTo(table(draft));

        done(indicators.save(document, theirs, "XD2", with(MEMBERS, "XD2", "4"), ward.secondEditor));
        done(indicators.remove(document, theirs, "XD3", ward.secondEditor));
        done(drafts.publish(theirs, ward.secondEditor));
        done(indicators.save(document, mine, "XD3", with(MEMBERS, "XD3", "95"), ward.editor));
        done(drafts.rebase(mine, ward.editor));

        assertThat(table(mine))
                .extracting(row -> row.code() + " " + row.targetText())
                .containsExactly("XD2 ≥ 4 %/năm", "XD3 ≥ 95 %/năm");
        done(drafts.discard(mine, ward.editor));
        assertThat(table(mine)).isEmpty();
    }

    @Test
    void rowsOfATableInTheTextBecomeTargetsTiedToTheirClauses() {
        var clauses = new ArrayList<Clause>();
        clauses.add(new Clause(1, ClauseKind.TABLE, 0, "", "", List.of()));
        for (var row : List.of(
                "TT\tMã\tTên chỉ tiêu\tĐơn vị tính\tThực hiện 2025\tMục tiêu 2030\tCơ quan chủ trì",
                "I\t\tVề kinh tế\t\t\t\t",
                "1\tKT1\tThu ngân sách tăng bình quân\t%/năm\t8\t8 - 10\tUBND phường",
                "2\tXH3\tTrường đạt chuẩn\ttrường\t1/2\t2/2\tUBND phường",
                "3\tXD1\tĐảng bộ hoàn thành tốt\t-\tđạt\thằng năm\tĐảng ủy",
                "4\tXH1\tHộ nghèo đa chiều\t%\t0.6\tdưới 0,2\tUBND phường")) {
            clauses.add(new Clause(clauses.size() + 1, ClauseKind.ROW, 1, "", row, List.of()));
        }
        var withTable = ward.draft(document, 0, ward.secondEditor, clauses);

        assertThat(indicators.proposals(clauses, List.of()))
                .extracting(row -> row.indicator().code() + (row.fault() == null ? "" : "!"))
                // 0.6 could be misread, so somebody has to write it as 0,6
                .containsExactly("KT1", "XH3", "XD1", "XH1!");
        done(indicators.take(document, withTable, Set.of(4L, 5L, 6L), ward.editor));
        done(indicators.take(document, withTable, Set.of(4L, 5L, 6L), ward.editor));
        assertThat(table(withTable))
                .extracting(row -> row.code() + " " + row.baseText() + " → " + row.targetText() + ", " + row.yearText()
                        + " #" + row.clauseId())
                .containsExactly(
                        "KT1 8 %/năm → 8–10 %/năm, hằng năm #4",
                        "XH3 1/2 trường → 2/2 trường, 2030 #5", "XD1 đạt → đạt, hằng năm #6");
        transactions.executeWithoutResult(status -> parts.clausesRenamed(withTable, Map.of(4L, 40L, 5L, 5L)));
        assertThat(table(withTable)).extracting(Indicator::clauseId).containsExactly(40L, 5L, 6L);
    }

    private List<Indicator> table(String version) {
        return indicators.of(
                new DocumentVersion(version, document, null, 0, "", "", null, new Signed("", Instant.EPOCH), null));
    }

    private Verdict save(@Nullable String former, IndicatorInput input) {
        return indicators.save(document, draft, former, input, ward.editor);
    }

    private static IndicatorInput with(IndicatorInput input, String code, String target) {
        return new IndicatorInput(
                code,
                input.name(),
                input.unit(),
                input.kind(),
                input.base(),
                input.baseYear(),
                target,
                input.year(),
                input.owner(),
                input.basis(),
                input.clause());
    }

    private static IndicatorInput of(String kind, String target, String base, String year, String clause) {
        return new IndicatorInput("K1", "Thu ngân sách", "%", kind, base, "2025", target, year, "", "", clause);
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Done.class);
    }

    private static String refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }

    private static String field(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return String.valueOf(((Verdict.Refused) verdict).field());
    }
}
