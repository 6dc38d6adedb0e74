package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.approval.process.DocumentPreparationProcess;
import vn.daihoi.approval.process.DocumentPreparationProcess.AdoptionOutcome;
import vn.daihoi.approval.process.DocumentPreparationProcess.Elements;
import vn.daihoi.document.process.DocumentDraftingProcess;

@Deployment(resources = {"processes/document-preparation.bpmn", "processes/document-drafting.bpmn"})
class DocumentPreparationPathTest extends ProcessPath {

    private static final BareEngine BARE = new BareEngine();

    // the process of a document has a path test of its own; sessions and dossiers are played by processes that only
    // wait
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .excludeProcessDefinitionKeys(DocumentDraftingProcess.KEY, "workingSession", "dossierApproval")
            .assertClassCoverageAtLeast(1.0)
            .build();

    private void start() {
        begin(COVERAGE);
        BARE.calls.clear();
        BARE.sessions = 0;
        BARE.dossiers = 0;
        BARE.documents.clear();
        BARE.documents.addAll(List.of("d1", "d2"));
        deployWaiting("workingSession");
        deployWaiting("dossierApproval");
        start(COVERAGE, DocumentPreparationProcess.KEY, "c1", Map.of("wardId", "dm", "congressId", "c1"));
        settle();
    }

    private void deployWaiting(String key) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("UserTask_" + key)
                                .endEvent()
                                .done())
                .deploy();
    }

    @Test
    void commentedOnTalkedOverRevisedAdoptedAndApproved() {
        start();
        assertThat(engine.getRuntimeService().getVariables(called("d2").getId()))
                .containsOnly(Map.entry("wardId", "dm"), Map.entry("congressId", "c1"), Map.entry("documentId", "d2"));
        assertThat(engine.getRuntimeService().getVariables(called("s1").getId()))
                .containsOnly(
                        Map.entry("wardId", "dm"),
                        Map.entry("congressId", "c1"),
                        Map.entry("superiorId", "tct1"),
                        Map.entry("sessionId", "s1"));
        finishDrafting();
        assertThat(instance).isWaitingAt(Elements.WORKING_SESSION).isNotWaitingAt(Elements.REVISE);
        end("s1", "sessionOutcome", "CONCLUDED");
        assertThat(instance).isWaitingAtExactly(Elements.REVISE);

        revise(AdoptionOutcome.ADOPTED);
        assertThat(engine.getRuntimeService().getVariables(called("h1").getId()))
                .containsOnly(
                        Map.entry("wardId", "dm"),
                        Map.entry("congressId", "c1"),
                        Map.entry("superiorId", "tct1"),
                        Map.entry("dossierId", "h1"));
        end("h1", "approvalOutcome", "APPROVED");
        assertThat(instance).isEnded().hasPassed(Elements.APPROVED);
        assertThat(BARE.calls).containsExactly("prepareSession c1", "prepareDossier c1");
    }

    @Test
    void theSessionMayEndBeforeTheRoundsAndNothingIsRevisedBeforeBoth() {
        start();
        end("s1", "sessionOutcome", "WAIVED");
        assertThat(instance).isWaitingAt(Elements.DRAFTING).isNotWaitingAt(Elements.REVISE);
        finishDrafting();
        assertThat(instance).isWaitingAtExactly(Elements.REVISE);
    }

    @Test
    void aSessionThatIsCalledOffIsPreparedAnew() {
        start();
        end("s1", "sessionOutcome", "WITHDRAWN");
        assertThat(BARE.calls).containsExactly("prepareSession c1", "prepareSession c1");
        end("s2", "sessionOutcome", "CONCLUDED");
        finishDrafting();
        assertThat(instance).isWaitingAtExactly(Elements.REVISE);
    }

    @Test
    void whatTheCommitteeDoesNotAdoptIsRevisedAgain() {
        startRevision();
        revise(AdoptionOutcome.NOT_ADOPTED);
        assertThat(instance).isWaitingAtExactly(Elements.REVISE).hasNotPassed(Elements.PREPARE_DOSSIER);
        revise(AdoptionOutcome.ADOPTED);
        assertThat(instance).isWaitingAtExactly(Elements.DOSSIER_APPROVAL);
    }

    @Test
    void aDossierThatComesBackIsFollowedByAnotherRevisionAsOftenAsNeeded() {
        startRevision();
        for (var returned : List.of("RETURNED", "WITHDRAWN", "RETURNED")) {
            revise(AdoptionOutcome.ADOPTED);
            end("h" + BARE.dossiers, "approvalOutcome", returned);
            assertThat(instance).isWaitingAtExactly(Elements.REVISE).hasNotPassed(Elements.PREPARE_FURTHER_SESSION);
        }
        revise(AdoptionOutcome.ADOPTED);
        end("h4", "approvalOutcome", "APPROVED");
        assertThat(instance).isEnded();
    }

    @Test
    void aRefusalIsFollowedByAFurtherSessionThatTakesPlace() {
        startRevision();
        revise(AdoptionOutcome.ADOPTED);
        end("h1", "approvalOutcome", "REFUSED");
        assertThat(instance).isWaitingAtExactly(Elements.FURTHER_SESSION);
        end("s2", "sessionOutcome", "WITHDRAWN");
        assertThat(instance).isWaitingAtExactly(Elements.FURTHER_SESSION);
        end("s3", "sessionOutcome", "CONCLUDED");
        assertThat(instance).isWaitingAtExactly(Elements.REVISE);
    }

    /** Congresses take months: what runs goes on under the model it began with, also when it is moved to the next one. */
    @Test
    void instancesGoOnWhileTheNextVersionOfTheModelIsDeployedAndMayBeMovedToIt() {
        startRevision();
        var old = instance.getProcessDefinitionId();
        var next = BareEngine.nextVersion(engine, instance, Elements.REVISE, "Hoàn thiện dự thảo văn kiện");
        try {
            revise(AdoptionOutcome.NOT_ADOPTED);
            assertThat(current().getProcessDefinitionId()).isEqualTo(old);
            BareEngine.migrate(engine, instance, next);
            assertThat(current().getProcessDefinitionId()).isEqualTo(next.getId());
            revise(AdoptionOutcome.ADOPTED);
            end("h1", "approvalOutcome", "APPROVED");
            assertThat(instance).isEnded();
        } finally {
            engine.getRepositoryService().deleteDeployment(next.getDeploymentId(), true);
        }
    }

    /** What was called goes on by itself and comes back to the version that its caller was taken to. */
    @Test
    void anInstanceIsMovedWhileItsDocumentsAndItsSessionAreUnderWay() {
        start();
        var called =
                List.of(called("d1").getId(), called("d2").getId(), called("s1").getId());
        var next = BareEngine.nextVersion(engine, instance, Elements.REVISE, "Hoàn thiện dự thảo văn kiện");
        try {
            BareEngine.migrate(engine, instance, next);
            assertThat(List.of(
                            called("d1").getId(),
                            called("d2").getId(),
                            called("s1").getId()))
                    .isEqualTo(called);
            finishDrafting();
            end("s1", "sessionOutcome", "CONCLUDED");
            assertThat(engine.getTaskService()
                            .createTaskQuery()
                            .processInstanceId(instance.getId())
                            .singleResult()
                            .getName())
                    .isEqualTo("Hoàn thiện dự thảo văn kiện");
        } finally {
            engine.getRepositoryService().deleteDeployment(next.getDeploymentId(), true);
        }
    }

    private ProcessInstance current() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private void startRevision() {
        start();
        finishDrafting();
        end("s1", "sessionOutcome", "CONCLUDED");
    }

    private void revise(AdoptionOutcome outcome) {
        complete(Elements.REVISE);
        complete(Elements.ADOPT, Map.of("adoptionOutcome", outcome.name()));
    }

    private void finishDrafting() {
        for (var document : List.copyOf(BARE.documents)) {
            engine.getRuntimeService()
                    .createProcessInstanceModification(called(document).getId())
                    .cancelAllForActivity(DocumentDraftingProcess.Elements.DRAFT)
                    .startBeforeActivity(DocumentDraftingProcess.Elements.COMMENTED)
                    .execute();
            settle();
        }
    }

    /** How a session or a dossier comes to its end is told in its own path test; here it only has to end. */
    private void end(String businessKey, String variable, String outcome) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(called(businessKey).getId())
                .singleResult();
        engine.getTaskService().complete(task.getId(), Map.of(variable, outcome));
        settle();
    }
}
