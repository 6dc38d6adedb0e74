package vn.daihoi.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One statement over the engine's tables: its own query would need two, and one more for each business key. It collects
 * the person's tasks index by index, since a single condition with "or" reads every open task there is.
 */
@Component
class EngineWorkList implements WorkList {

    private static final String OPEN_TASKS =
            """
            with mine as (
                select t.* from act_ru_task t where t.assignee_ = :user
                union
                select t.* from unnest(:absent, :groups) r (absent, role_group)
                  join act_ru_task t on t.assignee_ = r.absent
                  join act_ru_identitylink l on l.task_id_ = t.id_ and l.group_id_ = r.role_group
                 where l.type_ = 'candidate'
                union
                select t.* from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_
                 where l.user_id_ = :user and l.type_ = 'candidate' and t.assignee_ is null
                union
                select t.* from act_id_membership g
                  join act_ru_identitylink l on l.group_id_ = g.group_id_
                  join act_ru_task t on t.id_ = l.task_id_
                 where g.user_id_ = :user and l.type_ = 'candidate' and t.assignee_ is null),
            first as (
                select * from mine t
                 where t.suspension_state_ = 1
                   and (t.tenant_id_ is null or t.tenant_id_ in
                         (select m.tenant_id_ from act_id_tenant_member m where m.user_id_ = :user))
                 order by t.assignee_ is null, t.due_date_ nulls last, t.create_time_, t.id_
                 limit :limit)
            select t.id_, t.name_, t.task_def_key_, t.assignee_, t.create_time_, t.due_date_, d.key_, i.business_key_
              from first t
              join act_re_procdef d on d.id_ = t.proc_def_id_
              join act_ru_execution i on i.id_ = t.proc_inst_id_
             order by t.assignee_ is null, t.due_date_ nulls last, t.create_time_, t.id_
            """;

    private final JdbcClient jdbc;
    private final TaskRights rights;

    EngineWorkList(JdbcClient jdbc, TaskRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    @Override
    public List<OpenTask> openTasks(String user, int limit) {
        var represented = rights.representedBy(user);
        return jdbc.sql(OPEN_TASKS)
                .param("user", user)
                .param(
                        "absent",
                        represented.stream().map(TaskRights.Represented::absent).toArray(String[]::new))
                .param(
                        "groups",
                        represented.stream().map(TaskRights.Represented::group).toArray(String[]::new))
                .param("limit", limit)
                .query(EngineWorkList::openTask)
                .list();
    }

    @Override
    public Optional<String> reference(String task, ProcessVariable<String> variable) {
        // the task of one of several looks in its own part first, then outwards
        return jdbc.sql(
                        """
                        with recursive scope(id, depth) as (
                            select execution_id_, 0 from act_ru_task where id_ = :task
                            union all
                            select e.parent_id_, depth + 1 from act_ru_execution e join scope on scope.id = e.id_
                             where e.parent_id_ is not null)
                        select v.text_ from scope join act_ru_variable v on v.execution_id_ = scope.id
                         where v.name_ = :name and v.text_ is not null order by depth limit 1
                        """)
                .param("task", task)
                .param("name", variable.name())
                .query(String.class)
                .optional();
    }

    private static OpenTask openTask(ResultSet row, int n) throws SQLException {
        var due = row.getTimestamp("due_date_");
        return new OpenTask(
                row.getString("id_"),
                row.getString("name_"),
                new TaskKey(row.getString("key_"), row.getString("task_def_key_")),
                row.getString("business_key_"),
                row.getString("assignee_"),
                row.getTimestamp("create_time_").toInstant(),
                due == null ? null : due.toInstant());
    }
}
