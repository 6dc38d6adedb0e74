package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.DocumentStatus;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.support.IntegrationTest;

/** The documents of a congress by HTTP as the people who prepare them, beside a cell that is still at work. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsOverHttpTest {

    private static final String DRAFT = "UserTask_DraftDocument";
    private static final String CLEAR = "UserTask_ClearForComment";

    @Autowired
    ApplicationContext context;

    @Autowired
    Congresses congresses;

    @Autowired
    Documents documents;

    @Autowired
    Versions versions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private JourneyWard ward;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "vkhttp", 1);
    }

    @Test
    void draftedSentBackDraftedAgainClearedAndCounted() {
        var congress = ward.startUpToCells("2025–2030");
        var document = ward.documents(congress).get(0);
        var title = documents.get(document).title();
        var draft = ward.task(ward.editor(), DRAFT, document);
        assertThat(ward.rest()
                        .get(ward.editor(), "/task/" + draft)
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("Soạn dự thảo · " + title);

        assertThat(sent(ward.editor(), draft, Map.of()).message()).contains("Chưa có phiên bản nào được công bố");
        assertThat(sent(ward.secretary(), draft, Map.of()).status()).isEqualTo(403);
        ward.publish(document, "Thu ngân sách tăng tám phần trăm mỗi năm");
        assertThat(shown(ward.editor(), draft, "documentSummary"))
                .contains(title, "Phiên bản mới nhất: 1", "(/van-kien/" + document + ")");
        ward.complete(ward.editor(), DRAFT, document, Map.of("note", "Đã thống nhất trong tổ"));

        var clear = ward.task(ward.secretary(), CLEAR, document);
        var first = versions.latest(document).orElseThrow();
        assertThat(shown(ward.secretary(), clear, "documentSummary"))
                .contains(
                        first.sha256().substring(0, 12) + "…",
                        "Đã thống nhất trong tổ",
                        "Số đoạn: 1",
                        "(/van-kien/" + document + "/doc/1)")
                .doesNotContain("so-sanh");
        assertThat(sent(ward.editor(), clear, Map.of("decision", "CLEAR")).status())
                .isEqualTo(403);
        assertThat(sent(ward.secretary(), clear, Map.of("decision", "RETURN")).message())
                .contains("Lý do trả lại");
        ward.complete(ward.secretary(), CLEAR, document, Map.of("decision", "RETURN", "reason", "Thiếu chỉ tiêu"));

        var again = ward.task(ward.editor(), DRAFT, document);
        assertThat(shown(ward.editor(), again, "returnReason")).isEqualTo("Thiếu chỉ tiêu");
        assertThat(sent(ward.editor(), again, Map.of()).message())
                .contains("Chưa có phiên bản nào được công bố sau phiên bản 1");
        ward.publish(document, "Thu ngân sách tăng tám phần trăm mỗi năm", "Chỉ tiêu chủ yếu đến năm 2030");
        ward.complete(ward.editor(), DRAFT, document, Map.of());
        assertThat(shown(ward.secretary(), ward.task(ward.secretary(), CLEAR, document), "documentSummary"))
                .contains("So với phiên bản 1: 1 đoạn thêm, 0 đoạn bỏ", "/so-sanh?tu=1&den=2)");
        ward.complete(ward.secretary(), CLEAR, document, Map.of("decision", "CLEAR"));

        assertThat(documents.get(document).status()).isEqualTo(DocumentStatus.CLEARED);
        var page = Session.signIn(port, ward.secretary());
        for (var path : new String[] {"/", "/dai-hoi/" + congress}) {
            assertThat(page.get(path).body())
                    .as(path)
                    .contains("1/4 văn kiện được đưa ra lấy ý kiến, tính đến ", "0/1 chi bộ đã tổ chức, tính đến ")
                    .contains("/van-kien/" + document);
        }
    }

    @Test
    void aDocumentThatIsAddedLaterIsPreparedTooUntilTheCongressIsCalledOff() {
        var congress = ward.startUpToCells("2030–2035");
        ward.documents(congress);
        // the jobs that open the streams may still be at it
        Awaitility.await()
                .ignoreException(OptimisticLockingFailureException.class)
                .untilAsserted(
                        () -> assertThat(documents.add(congress, "ANNEX", "Phụ lục danh mục công trình", ward.office()))
                                .isInstanceOf(Verdict.Done.class));
        assertThat(documents.add(congress, "ANNEX", "Phụ lục danh mục công trình", ward.office()))
                .as("the same title again")
                .isInstanceOf(Verdict.Refused.class);
        var annex = documents.openedIds(congress).get(4);
        assertThat(ward.rest()
                        .get(ward.editor(), "/task/" + ward.task(ward.editor(), DRAFT, annex))
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("Soạn dự thảo · Phụ lục");

        ward.clearDocuments(congress, 5);
        Awaitility.await()
                .until(() -> jdbc.sql(
                                        """
                        select count(*) from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                        where p.business_key_ = ? and a.act_id_ = 'EndEvent_AddedDocumentDone'
                        """)
                                .param(congress)
                                .query(Integer.class)
                                .single()
                        == 1);
        Awaitility.await()
                .ignoreException(OptimisticLockingFailureException.class)
                .untilAsserted(() -> assertThat(congresses.cancel(congress, "Sáp nhập", ward.secretary()))
                        .isInstanceOf(Verdict.Done.class));
        assertThat(documents.visibleOf(congress, ward.editor()))
                .extracting(one -> one.status())
                .containsOnly(DocumentStatus.CANCELLED);
    }

    @Test
    void callingOffTakesTheTasksOfTheEditorsAway() {
        var congress = ward.startUpToCells("2035–2040");
        var document = ward.documents(congress).get(0);

        Awaitility.await()
                .ignoreException(OptimisticLockingFailureException.class)
                .untilAsserted(() -> assertThat(congresses.cancel(congress, "Sáp nhập", ward.secretary()))
                        .isInstanceOf(Verdict.Done.class));

        assertThat(ward.openTasks(ward.editor(), DRAFT, document)).isEmpty();
    }

    private Rest.Answer sent(String user, String task, Map<String, ?> fields) {
        return ward.rest().post(user, "/task/" + task + "/submit-form", Rest.form(fields));
    }

    private String shown(String user, String task, String value) {
        return ward.rest()
                .get(user, "/task/" + task + "/form-variables")
                .body()
                .path(value)
                .path("value")
                .asText();
    }
}
