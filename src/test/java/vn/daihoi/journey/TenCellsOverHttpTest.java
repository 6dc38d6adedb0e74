package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.cell.CellBoard;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.Documents;
import vn.daihoi.support.IntegrationTest;

/** All ten cells hold their congresses, each by HTTP as its own user, the documents are cleared for comment, and the ward goes on to the next step. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenCellsOverHttpTest {

    private static final int REVOTES = 3;
    private static final int FORGETS_THE_MINUTES = 7;

    @Autowired
    ApplicationContext context;

    @Autowired
    Congresses congresses;

    @Autowired
    CellBoard board;

    @Autowired
    Documents documents;

    @Autowired
    AuditLog audit;

    @Autowired
    HistoryService history;

    @LocalServerPort
    int port;

    private JourneyWard ward;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "muoi", 10);
    }

    @Test
    void tenCellsReachTenOfTenAndTheWardConfirmsThatItIsReady() {
        var congress = ward.startUpToCells("2025–2030");
        assertThat(counter(congress)).containsExactly(0, 10);

        for (int cell = 1; cell <= 10; cell++) {
            ward.planAndClear(congress, cell);
            if (cell == REVOTES) {
                voteAgain(congress, cell);
            } else if (cell == FORGETS_THE_MINUTES) {
                sendBackForItsMinutes(congress, cell);
            } else {
                ward.report(congress, cell, "0" + cell + "-BB/CB");
            }
            ward.checkAndRecognise(congress, cell);
            assertThat(counter(congress)).containsExactly(cell, 10);
        }

        assertThat(ward.openTasks(ward.secretary(), "UserTask_RecogniseResult", congress))
                .isEmpty();
        assertThat(ward.openTasks(ward.secretary(), "UserTask_ConfirmReadiness", congress))
                .as("the documents are still to come")
                .isEmpty();
        ward.clearDocuments(congress);
        assertThat(ward.openTasks(ward.secretary(), "UserTask_ConfirmReadiness", congress))
                .as("the superior has still to approve them")
                .isEmpty();
        ward.approveDocuments(congress);
        ward.task(ward.secretary(), "UserTask_ConfirmReadiness", congress);
        assertThat(documents.add(congress, "ANNEX", "Phụ lục muộn", ward.office()))
                .as("the stream of the documents has closed")
                .isInstanceOf(Verdict.Refused.class);
        assertThat(documents.openedIds(congress)).as("nothing of it was stored").hasSize(4);
        ward.complete(ward.secretary(), "UserTask_ConfirmReadiness", congress, Map.of("note", "Đủ điều kiện"));
        Awaitility.await().untilAsserted(() -> {
            var instance = history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(congress)
                    .processDefinitionKey("congressPreparation")
                    .singleResult();
            assertThat(instance.getState()).isEqualTo("COMPLETED");
            assertThat(instance.getEndTime()).isNotNull();
        });
        assertThat(congresses.get(congress).ready()).isNotNull();
        assertThat(audit.of("congress:" + congress))
                .extracting(recorded -> recorded.entry().action())
                .contains("DOCUMENTS_REVISED", "DOCUMENTS_ADOPTED")
                .endsWith("CONGRESS_READY");
    }

    private void voteAgain(String congress, int cell) {
        var revote = Map.of(
                "outcome",
                "REVOTE",
                "heldOn",
                JourneyWard.held(1, 1, "").get("heldOn"),
                "convened",
                40,
                "present",
                35,
                "reason",
                "Bầu lần một chưa đủ số lượng");
        ward.complete(ward.cellSecretary(cell), "UserTask_ReportResult", ward.cellCongress(congress, cell), revote);
        ward.planAndClear(congress, cell);
        ward.report(congress, cell, "03b-BB/CB");
    }

    private void sendBackForItsMinutes(String congress, int cell) {
        var cellCongress = ward.cellCongress(congress, cell);
        ward.report(congress, cell, "");
        var check = ward.task(ward.office(), "UserTask_CheckResult", cellCongress);
        var refused = ward.rest()
                .post(ward.office(), "/task/" + check + "/submit-form", Rest.form(Map.of("decision", "COMPLETE")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("Số biên bản");
        ward.complete(
                ward.office(),
                "UserTask_CheckResult",
                cellCongress,
                Map.of("decision", "INCOMPLETE", "reason", "Thiếu số biên bản"));
        ward.report(congress, cell, "07-BB/CB");
    }

    private List<Integer> counter(String congress) {
        var report = board.report(congresses.get(congress));
        return List.of(report.done(), report.total());
    }
}
