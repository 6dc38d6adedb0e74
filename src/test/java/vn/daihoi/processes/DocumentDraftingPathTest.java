package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.consultation.process.CommentRoundProcess;
import vn.daihoi.consultation.process.CommentRoundProcess.RoundOutcome;
import vn.daihoi.document.process.DocumentDraftingProcess;
import vn.daihoi.document.process.DocumentDraftingProcess.ClearanceOutcome;
import vn.daihoi.document.process.DocumentDraftingProcess.Elements;

@Deployment(resources = {"processes/document-drafting.bpmn", "processes/comment-round.bpmn"})
class DocumentDraftingPathTest extends ProcessPath {

    private static final BareEngine BARE = new BareEngine();

    // the process of a round has a path test of its own
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .excludeProcessDefinitionKeys(CommentRoundProcess.KEY)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private void start() {
        BARE.calls.clear();
        start(
                COVERAGE,
                DocumentDraftingProcess.KEY,
                "d1",
                Map.of("wardId", "dm", "congressId", "c1", "documentId", "d1"));
    }

    @Test
    void draftedClearedAndCommented() {
        start();
        draftAndClear(ClearanceOutcome.CLEARED);
        assertThat(instance).isWaitingAtExactly(Elements.COMMENT_ROUND);
        assertThat(BARE.calls).containsExactly("prepareRound d1");
        assertThat(engine.getRuntimeService().getVariables(round().getId()))
                .containsOnly(
                        Map.entry("wardId", "dm"),
                        Map.entry("congressId", "c1"),
                        Map.entry("documentId", "d1"),
                        Map.entry("roundId", "r1"));
        finishRound(RoundOutcome.FINISHED);

        assertThat(instance).isEnded().hasPassed(Elements.COMMENTED);
    }

    @Test
    void whatTheSecretarySendsBackIsDraftedAgain() {
        start();
        draftAndClear(ClearanceOutcome.RETURNED);
        assertThat(instance).isWaitingAtExactly(Elements.DRAFT).hasNotPassed(Elements.PREPARE_ROUND);

        draftAndClear(ClearanceOutcome.CLEARED);
        assertThat(instance).isWaitingAtExactly(Elements.COMMENT_ROUND);
    }

    @Test
    void aDocumentMayGoOutOnceMore() {
        start();
        draftAndClear(ClearanceOutcome.CLEARED);
        finishRound(RoundOutcome.ANOTHER);
        assertThat(instance).isWaitingAtExactly(Elements.COMMENT_ROUND).hasNotPassed(Elements.COMMENTED);
        assertThat(BARE.calls).containsExactly("prepareRound d1", "prepareRound d1");

        finishRound(RoundOutcome.FINISHED);
        assertThat(instance).isEnded();
    }

    private void draftAndClear(ClearanceOutcome outcome) {
        complete(Elements.DRAFT);
        complete(Elements.CLEAR, Map.of("clearanceOutcome", outcome.name()));
    }

    private ProcessInstance round() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("r1")
                .singleResult();
    }

    /** How a round comes to its end is told in its own path test; here it only has to end. */
    private void finishRound(RoundOutcome outcome) {
        var round = round().getId();
        engine.getRuntimeService().setVariable(round, "roundOutcome", outcome.name());
        engine.getRuntimeService()
                .createProcessInstanceModification(round)
                .cancelAllForActivity(CommentRoundProcess.Elements.PLAN)
                .startBeforeActivity(CommentRoundProcess.Elements.PUBLISHED)
                .execute();
        settle();
    }
}
