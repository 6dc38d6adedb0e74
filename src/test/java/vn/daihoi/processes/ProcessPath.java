package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import vn.daihoi.engine.ProcessVariable;

/** What the path tests share: one instance, whatever people and time do to it, and jobs that run only when told to. */
abstract class ProcessPath {

    ProcessEngine engine;
    ProcessInstance instance;

    /** Not before each test: the extension deploys only after that. */
    void begin(ProcessEngineCoverageExtension coverage) {
        engine = coverage.getProcessEngine();
        AbstractAssertions.init(engine);
    }

    void start(
            ProcessEngineCoverageExtension coverage, String process, String businessKey, Map<String, Object> handedIn) {
        begin(coverage);
        instance = engine.getRuntimeService().startProcessInstanceByKey(process, businessKey, handedIn);
    }

    void complete(String element) {
        complete(only(element));
    }

    void complete(String element, ProcessVariable<String> variable, Enum<?> outcome) {
        complete(element, Map.of(variable.name(), outcome.name()));
    }

    void complete(String element, Map<String, Object> variables) {
        engine.getTaskService().complete(only(element).getId(), variables);
        settle();
    }

    void complete(Task task) {
        engine.getTaskService().complete(task.getId());
        settle();
    }

    Task only(String element) {
        var tasks = tasks(element);
        assertThat(tasks).as(element).hasSize(1);
        return tasks.get(0);
    }

    List<Task> tasks(String element) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(element)
                .list();
    }

    List<Job> timers() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list();
    }

    void fire(String timer) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult();
        assertThat(job).as(timer).isNotNull();
        engine.getManagementService().executeJob(job.getId());
        settle();
    }

    /** Whether the instance waited for the message. */
    boolean send(String message) {
        var delivered = engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(instance.getId())
                .correlateAllWithResult();
        settle();
        return !delivered.isEmpty();
    }

    /** What the instance wrote into the variable last, also after its end. */
    Object written(ProcessVariable<String> variable) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(variable.name())
                .singleResult()
                .getValue();
    }

    /** The instance that was called for this record. */
    ProcessInstance called(String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    /** Runs the asynchronous continuations, and no timer. */
    void settle() {
        List<Job> jobs;
        while (!(jobs = engine.getManagementService()
                        .createJobQuery()
                        .messages()
                        .list())
                .isEmpty()) {
            engine.getManagementService().executeJob(jobs.get(0).getId());
        }
    }
}
