package vn.daihoi.engine.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.EngineCommands;

/** The filters every Tasklist opens with. They are found by name, so that a restart changes them instead of adding more. */
@Component
class TaskFilters {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final EngineCommands engine;

    TaskFilters(FilterService filters, TaskService tasks, EngineCommands engine) {
        this.filters = filters;
        this.tasks = tasks;
        this.engine = engine;
    }

    /** Brings the filters to what they should be and gives their ids. */
    List<String> ensure() {
        return List.of(
                ensure(1, "Việc của tôi", "Việc tôi đã nhận", mine(tasks.createTaskQuery())),
                ensure(2, "Việc của đơn vị", "Việc chờ người trong đơn vị nhận", ofMyUnit()),
                ensure(
                        3,
                        "Sắp đến hạn",
                        "Việc của tôi và của đơn vị, hạn trong ba ngày tới",
                        mineOrMyUnits()
                                .dueAfterExpression("${now()}")
                                .dueBeforeExpression("${dateTime().plusDays(3).toDate()}")),
                ensure(
                        4,
                        "Quá hạn",
                        "Việc của tôi và của đơn vị đã quá hạn",
                        mineOrMyUnits().dueBeforeExpression("${now()}")));
    }

    private static TaskQuery mine(TaskQuery query) {
        return query.taskAssigneeExpression(ME);
    }

    private TaskQuery ofMyUnit() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned();
    }

    private TaskQuery mineOrMyUnits() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(ME)
                .taskCandidateGroupInExpression(MY_GROUPS)
                .endOr();
    }

    private String ensure(int order, String name, String description, TaskQuery query) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", description);
        properties.put("priority", order);
        properties.put("color", "#9f1d20");
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        return engine.inside(() -> {
            var there = filters.createTaskFilterQuery().filterName(name).singleResult();
            var filter = there == null ? filters.newTaskFilter(name) : there;
            filter.setQuery(query);
            filter.setProperties(properties);
            return filters.saveFilter(filter).getId();
        });
    }
}
