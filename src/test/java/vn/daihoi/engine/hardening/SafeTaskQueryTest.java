package vn.daihoi.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
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
        configuration.setFilterService(new SafeFilterService());
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
        assertThatThrownBy(() -> hidden().list()).hasMessageContaining("Expressions are forbidden");
    }

    @Test
    void refusesAnExpressionInABranchOfACount() {
        assertThatThrownBy(() -> hidden().count()).hasMessageContaining("Expressions are forbidden");
    }

    @Test
    void refusesAnExpressionThatExtendsAFilterInABranchOrOnTop() {
        var id = filter("all", tasks.createTaskQuery());
        var filters = engine.getFilterService();
        var onTop = tasks.createTaskQuery().dueAfterExpression("${now()}");
        for (var query : List.of(hidden(), onTop)) {
            assertThatThrownBy(() -> filters.list(id, query)).hasMessageContaining("Expressions are forbidden");
            assertThatThrownBy(() -> filters.listPage(id, query, 0, 5))
                    .hasMessageContaining("Expressions are forbidden");
            assertThatThrownBy(() -> filters.singleResult(id, query)).hasMessageContaining("Expressions are forbidden");
            assertThatThrownBy(() -> filters.count(id, query)).hasMessageContaining("Expressions are forbidden");
        }
    }

    @Test
    void answersAFilterOfOursExtendedByWhatTasklistSends() {
        var task = tasks.newTask("1");
        task.setAssignee("an");
        task.setDueDate(new Date(0));
        tasks.saveTask(task);
        engine.getIdentityService().setAuthenticatedUserId("an");
        var mine = filter("mine", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        var late = filter(
                "late",
                tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${currentUser()}")
                        .taskName("none")
                        .endOr()
                        .dueBeforeExpression("${now()}"));
        for (var id : List.of(mine, late)) {
            assertThat(engine.getFilterService().count(id)).isOne();
            assertThat(engine.getFilterService()
                            .listPage(
                                    id,
                                    tasks.createTaskQuery()
                                            .orderByTaskCreateTime()
                                            .desc(),
                                    0,
                                    15))
                    .hasSize(1);
            assertThat(engine.getFilterService()
                            .count(
                                    id,
                                    tasks.createTaskQuery()
                                            .or()
                                            .taskNameLike("%")
                                            .taskAssignee("binh")
                                            .endOr()))
                    .isZero();
        }
    }

    private static String filter(String name, TaskQuery query) {
        var filter = engine.getFilterService().newTaskFilter(name);
        filter.setQuery(query);
        return engine.getFilterService().saveFilter(filter).getId();
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
