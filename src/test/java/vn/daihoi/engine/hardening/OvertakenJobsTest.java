package vn.daihoi.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A job that was overtaken, beside one that failed. */
class OvertakenJobsTest {

    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:overtaken-jobs;DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("overtaken-jobs");
        configuration.setFailedJobCommandFactory(new OvertakenJobs());
        configuration.setBeans(Map.of(
                "overtaken",
                fails(new OptimisticLockingException("somebody was faster")),
                "broken",
                fails(new IllegalStateException("nothing to be found"))));
        engine = configuration.buildProcessEngine();
    }

    private static JavaDelegate fails(RuntimeException failure) {
        return execution -> {
            throw failure;
        };
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void isTriedAgainAtOnceAndLosesNoTry() {
        assertThat(tried("overtaken")).satisfies(job -> {
            assertThat(job.getRetries()).isEqualTo(3);
            assertThat(job.getDuedate()).isNull();
        });
    }

    @Test
    void whereasOneThatFailedWaitsAndLosesOne() {
        var before = new Date();
        assertThat(tried("broken")).satisfies(job -> {
            assertThat(job.getRetries()).isEqualTo(2);
            assertThat(job.getDuedate()).isAfter(before);
        });
    }

    /** A job whose step runs into what the bean throws, after its first try. */
    private static Job tried(String bean) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        bean + ".bpmn",
                        Bpmn.createExecutableProcess(bean)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask()
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${" + bean + "}")
                                .camundaFailedJobRetryTimeCycle("R3/PT1M")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey(bean);
        var jobs = engine.getManagementService().createJobQuery().processDefinitionKey(bean);
        assertThatThrownBy(() -> engine.getManagementService()
                        .executeJob(jobs.singleResult().getId()))
                .isInstanceOf(RuntimeException.class);
        return jobs.singleResult();
    }
}
