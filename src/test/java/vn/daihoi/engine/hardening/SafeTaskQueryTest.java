package vn.daihoi.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
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
        configuration.setFilterService(new SafeFilterService());
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
        var id = filter(tasks.createTaskQuery());
        var filters = engine.getFilterService();
        assertThatThrownBy(() -> filters.list(id, hidden())).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.listPage(id, hidden(), 0, 1)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.singleResult(id, hidden())).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.count(id, hidden())).isInstanceOf(BadUserRequestException.class);
        var open = tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
        assertThatThrownBy(() -> filters.list(id, open)).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void sortsAndNarrowsAStoredFilterThatHoldsExpressions() {
        for (var name : List.of("b", "a", "other")) {
            var task = tasks.newTask();
            task.setName(name);
            task.setAssignee("somebody");
            tasks.saveTask(task);
        }
        var filters = engine.getFilterService();
        var id = filter(tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${'somebody'}")
                .taskName("nobody's")
                .endOr());
        Supplier<TaskQuery> narrowed = () -> tasks.createTaskQuery()
                .or()
                .taskName("a")
                .taskDescription("b")
                .endOr()
                .orderByTaskName()
                .asc();
        assertThat(names(filters.list(
                        id, tasks.createTaskQuery().orderByTaskName().asc())))
                .containsExactly("a", "b", "other");
        assertThat(names(filters.list(
                        id, tasks.createTaskQuery().orderByTaskName().desc())))
                .containsExactly("other", "b", "a");
        assertThat(names(filters.listPage(id, narrowed.get(), 0, 10))).containsExactly("a");
        assertThat(filters.count(id, narrowed.get())).isEqualTo(1);
        assertThat(filters.<Task, TaskQuery>singleResult(id, narrowed.get()).getName())
                .isEqualTo("a");
        assertThat(filters.count(id)).isEqualTo(3);
    }

    private static String filter(TaskQuery query) {
        var filter = engine.getFilterService().newTaskFilter("any");
        filter.setQuery(query);
        return engine.getFilterService().saveFilter(filter).getId();
    }

    private static List<String> names(List<Task> found) {
        return found.stream().map(Task::getName).toList();
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
