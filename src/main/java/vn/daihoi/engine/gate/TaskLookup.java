package vn.daihoi.engine.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.TaskKey;

/**
 * Reads a task with everything the gate decides on in one statement, and locks its row: of two people who complete it at
 * the same moment the second waits, and then finds it gone.
 */
@Component
class TaskLookup {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private static final String OPEN_TASK =
            """
            select t.task_def_key_, t.name_, t.assignee_, t.tenant_id_, t.suspension_state_, d.key_, i.business_key_,
                   exists (select 1 from act_ru_identitylink l
                            where l.task_id_ = t.id_ and l.type_ = 'candidate'
                              and (l.user_id_ = :user or l.group_id_ = any(:groups))) as candidate,
                   array(select l.group_id_ from act_ru_identitylink l
                          where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null) as offered
              from act_ru_task t
              join act_re_procdef d on d.id_ = t.proc_def_id_
              join act_ru_execution i on i.id_ = t.proc_inst_id_
             where t.id_ = :task
            """;

    private static final String PAST_TASK =
            """
            select h.name_, h.end_time_, h.delete_reason_, h.tenant_id_, h.assignee_,
                   nullif(trim(concat_ws(' ', u.first_, u.last_)), '') as person
              from act_hi_taskinst h left join act_id_user u on u.id_ = h.assignee_
             where h.id_ = :task
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    TaskLookup(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.zone = clock.getZone();
    }

    /**
     * A task that is still open.
     *
     * @param businessKey null only for instances that no code of ours started
     * @param candidate whether it is offered to the person asked about
     * @param offeredTo the groups it is offered to
     */
    record OpenTask(
            TaskKey key,
            String name,
            @Nullable String assignee,
            @Nullable String tenant,
            boolean suspended,
            @Nullable String businessKey,
            boolean candidate,
            List<String> offeredTo) {}

    /** The open task, null when there is none (any more). */
    @Nullable
    OpenTask find(String taskId, String user, Collection<String> groups, boolean lock) {
        return jdbc.sql(lock ? OPEN_TASK + " for update of t" : OPEN_TASK)
                .param("task", taskId)
                .param("user", user)
                .param("groups", groups.toArray(String[]::new))
                .query(TaskLookup::openTask)
                .optional()
                .orElse(null);
    }

    /** One sentence that says what became of a task that is no longer open, for someone who may know of it. */
    String whatBecameOf(String taskId, Collection<String> tenants) {
        return jdbc.sql(PAST_TASK)
                .param("task", taskId)
                .query((row, n) -> sentence(row, tenants))
                .optional()
                .orElse("Không tìm thấy việc này.");
    }

    private static OpenTask openTask(ResultSet row, int n) throws SQLException {
        return new OpenTask(
                new TaskKey(row.getString("key_"), row.getString("task_def_key_")),
                row.getString("name_"),
                row.getString("assignee_"),
                row.getString("tenant_id_"),
                row.getInt("suspension_state_") != 1,
                row.getString("business_key_"),
                row.getBoolean("candidate"),
                List.of((String[]) row.getArray("offered").getArray()));
    }

    private String sentence(ResultSet row, Collection<String> tenants) throws SQLException {
        var tenant = row.getString("tenant_id_");
        var end = row.getTimestamp("end_time_");
        if (end == null || (tenant != null && !tenants.contains(tenant))) {
            return "Không tìm thấy việc này.";
        }
        var moment = MOMENT.format(OffsetDateTime.ofInstant(end.toInstant(), zone));
        var name = row.getString("name_");
        if (!"completed".equals(row.getString("delete_reason_"))) {
            return "Việc «%s» không còn nữa: quy trình đã chuyển bước hoặc bị hủy lúc %s.".formatted(name, moment);
        }
        var person = row.getString("person");
        var who = person == null ? row.getString("assignee_") : person;
        return "Việc «%s» đã được %s hoàn thành lúc %s.".formatted(name, who == null ? "người khác" : who, moment);
    }
}
