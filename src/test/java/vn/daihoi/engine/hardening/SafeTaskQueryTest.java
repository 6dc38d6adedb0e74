package vn.daihoi.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CVE-2026-109432: expressions hidden in an or-branch. */
class SafeTaskQueryTest {

    private static ProcessEngine engine;
    private static TaskService tasks;

    @BeforeAll
    static void start() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:safe-task-query;DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("safe-task-query");
        configuration.setTaskService(new TaskServiceImpl() {
            @Override
            public TaskQuery createTaskQuery() {
                return new SafeTaskQuery(commandExecutor);
            }
        });
        engine = configuration.buildProcessEngine();
        tasks = engine.getTaskService();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void refusesAnExpressionInABranchOfAList() {
        assertThatThrownBy(() -> hidden().list()).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void refusesAnExpressionInABranchOfACount() {
        assertThatThrownBy(() -> hidden().count()).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void refusesAnExpressionInABranchThatExtendsAFilter() {
        var filter = engine.getFilterService().newTaskFilter("all");
        filter.setQuery(tasks.createTaskQuery());
        var id = engine.getFilterService().saveFilter(filter).getId();
        assertThatThrownBy(() -> engine.getFilterService().list(id, hidden()))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> engine.getFilterService().count(id, hidden()))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void answersABranchWithoutExpressions() {
        assertThat(tasks.createTaskQuery()
                        .or()
                        .taskAssignee("a")
                        .taskName("b")
                        .endOr()
                        .list())
                .isEmpty();
    }

    private static TaskQuery hidden() {
        return tasks.createTaskQuery().or().dueAfterExpression("${now()}").endOr();
    }
}
