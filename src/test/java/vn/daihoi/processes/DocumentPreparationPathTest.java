package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.document.process.DocumentPreparationProcess;
import vn.daihoi.document.process.DocumentPreparationProcess.ClearanceOutcome;
import vn.daihoi.document.process.DocumentPreparationProcess.Elements;

@Deployment(resources = "processes/document-preparation.bpmn")
class DocumentPreparationPathTest {

    private static final BareEngine BARE = new BareEngine();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private ProcessEngine engine;
    private ProcessInstance instance;

    /** Not before each test: the extension deploys only after that. */
    private void start() {
        engine = COVERAGE.getProcessEngine();
        AbstractAssertions.init(engine);
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        DocumentPreparationProcess.KEY,
                        "d1",
                        Map.of("wardId", "dm", "congressId", "c1", "documentId", "d1"));
    }

    @Test
    void draftedAndClearedForComment() {
        start();
        assertThat(instance).isWaitingAtExactly(Elements.DRAFT);
        complete(Elements.DRAFT, Map.of());
        assertThat(instance).isWaitingAtExactly(Elements.CLEAR);
        complete(Elements.CLEAR, Map.of("clearanceOutcome", ClearanceOutcome.CLEARED.name()));

        assertThat(instance).isEnded().hasPassed(Elements.CLEARED);
    }

    @Test
    void whatTheSecretarySendsBackIsDraftedAgain() {
        start();
        complete(Elements.DRAFT, Map.of());
        complete(Elements.CLEAR, Map.of("clearanceOutcome", ClearanceOutcome.RETURNED.name()));
        assertThat(instance).isWaitingAtExactly(Elements.DRAFT).hasNotPassed(Elements.CLEARED);

        complete(Elements.DRAFT, Map.of());
        complete(Elements.CLEAR, Map.of("clearanceOutcome", ClearanceOutcome.CLEARED.name()));
        assertThat(instance).isEnded();
    }

    private void complete(String element, Map<String, Object> variables) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo(element);
        engine.getTaskService().complete(task.getId(), variables);
        engine.getManagementService().createJobQuery().messages().list().forEach(job -> engine.getManagementService()
                .executeJob(job.getId()));
    }
}
