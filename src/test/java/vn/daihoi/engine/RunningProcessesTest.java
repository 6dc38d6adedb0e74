package vn.daihoi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.daihoi.support.IntegrationTest;

/** Starting a process from our own code. */
@IntegrationTest
class RunningProcessesTest {

    private static final ProcessVariable<String> NOTE = ProcessVariable.text("noteId");

    /** Waits for a message and has nothing else. */
    private static final String WAITING =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://daihoi.vn/test">
              <bpmn:message id="Message_X" name="test.x" />
              <bpmn:process id="waitingForTest" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="StartEvent_X" />
                <bpmn:sequenceFlow id="Flow_X" sourceRef="StartEvent_X" targetRef="CatchEvent_X" />
                <bpmn:intermediateCatchEvent id="CatchEvent_X">
                  <bpmn:messageEventDefinition messageRef="Message_X" />
                </bpmn:intermediateCatchEvent>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    private RunningProcesses processes;

    @Autowired
    private EngineCommands engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    private String deployment = "";

    @AfterEach
    void takenAway() {
        engine.inside(() -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void ofManyThatStartTheSameAtOnceOneDoesAndItBelongsToItsWard() throws Exception {
        deployment = engine.inside(() -> repository
                .createDeployment()
                .addString("waiting.bpmn", WAITING)
                .deploy()
                .getId());
        var key = UUID.randomUUID().toString();
        Callable<Boolean> start = () -> {
            processes.start("waitingForTest", key, "dm", ProcessValues.of(NOTE, "n1"));
            return true;
        };
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var started : pool.invokeAll(Collections.nCopies(4, start))) {
                assertThat(started.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }

        var running = engine.inside(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .list());
        assertThat(running).singleElement().satisfies(instance -> assertThat(instance.getTenantId())
                .isEqualTo("dm"));
        assertThat(processes.correlate("test.x", "waitingForTest", key, ProcessValues.none()))
                .isTrue();
    }
}
