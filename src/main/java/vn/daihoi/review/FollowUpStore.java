package vn.daihoi.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Signed;
import vn.daihoi.organisation.Role;

/** Rows of follow-ups and of what happened to them. */
@Component
class FollowUpStore {

    private static final String SELECT =
            """
            select f.*, c.number as notice, i.part, i.position, i.text
            from follow_up f
            join conclusion_item i on i.id = f.id
            join conclusion c on c.session = f.session
            """;

    private final JdbcClient jdbc;

    FollowUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FollowUp> find(String id) {
        return jdbc.sql(SELECT + " where f.id = ?")
                .param(id)
                .query((row, n) -> followUp(row))
                .optional();
    }

    /** The follow-up, kept from everybody else who wants to change it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public FollowUp lock(String id) {
        return jdbc.sql(SELECT + " where f.id = ? for no key update of f")
                .param(id)
                .query((row, n) -> followUp(row))
                .single();
    }

    List<FollowUp> ofSession(String session) {
        return jdbc.sql(SELECT + " where f.session = ? order by i.position")
                .param(session)
                .query((row, n) -> followUp(row))
                .list();
    }

    List<FollowUp> goingOn(String congress) {
        return jdbc.sql(SELECT + " where f.congress = ? and f.status in ('OPEN', 'REPORTED', 'RETURNED') order by f.id")
                .param(congress)
                .query((row, n) -> followUp(row))
                .list();
    }

    /** Those of some wards: what goes on first, the earliest due first. */
    List<FollowUp> ofWards(Collection<String> wards) {
        return wards.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + """
                                 where f.ward in (:wards)
                                order by f.status in ('ACCEPTED', 'WITHDRAWN', 'CANCELLED'), f.due_on, f.session, i.position""")
                        .param("wards", wards)
                        .query((row, n) -> followUp(row))
                        .list();
    }

    /** Begins an item's follow-up; one that is there stays as it is. */
    void insert(WorkingSession session, String group, String item, Role owner, LocalDate dueOn, Instant at) {
        jdbc.sql(
                        """
                        insert into follow_up
                          (id, session, congress, ward, superior, working_group, owner, due_on, status, created_at)
                        values (:id, :session, :congress, :ward, :superior, :group, :owner, :due, 'OPEN', :at)
                        on conflict (id) do nothing""")
                .param("id", item)
                .param("session", session.id())
                .param("congress", session.congress())
                .param("ward", session.ward())
                .param("superior", session.superior())
                .param("group", group)
                .param("owner", owner.name())
                .param("due", dueOn)
                .param("at", Timestamp.from(at))
                .update();
    }

    void progress(String id, int percent) {
        jdbc.sql("update follow_up set progress = ? where id = ?")
                .params(percent, id)
                .update();
    }

    void report(String id, String report, @Nullable String evidence, Signed by) {
        jdbc.sql(
                        """
                        update follow_up set status = 'REPORTED', progress = 100, report = :report, evidence = :evidence,
                            reported_by = :by, reported_at = :at, return_reason = null
                        where id = :id""")
                .param("report", report)
                .param("evidence", evidence)
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .param("id", id)
                .update();
    }

    void sendBack(String id, String reason) {
        jdbc.sql(
                        "update follow_up set status = 'RETURNED', progress = least(progress, 99), return_reason = ? where id = ?")
                .params(reason, id)
                .update();
    }

    void escalated(String id, Instant at) {
        jdbc.sql("update follow_up set escalated_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    void end(String id, FollowUpStatus status, Signed by) {
        jdbc.sql("update follow_up set status = ?, ended_by = ?, ended_at = ? where id = ?")
                .params(status.name(), by.by(), Timestamp.from(by.at()), id)
                .update();
    }

    void add(String id, FollowUpEvent event) {
        jdbc.sql(
                        """
                        insert into follow_up_event (follow_up, kind, by_whom, for_whom, at, detail)
                        values (:id, :kind, :by, :forWhom, :at, :detail)""")
                .param("id", id)
                .param("kind", event.kind().name())
                .param("by", event.by())
                .param("forWhom", event.forWhom())
                .param("at", Timestamp.from(event.at()))
                .param("detail", event.detail())
                .update();
    }

    List<FollowUpEvent> events(String id) {
        return jdbc.sql("select * from follow_up_event where follow_up = ? order by id")
                .param(id)
                .query((row, n) -> new FollowUpEvent(
                        FollowUpEvent.Kind.valueOf(row.getString("kind")),
                        row.getString("by_whom"),
                        row.getString("for_whom"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("detail")))
                .list();
    }

    private static FollowUp followUp(ResultSet row) throws SQLException {
        var escalated = row.getTimestamp("escalated_at");
        var notice = row.getString("notice");
        return new FollowUp(
                row.getString("id"),
                row.getString("session"),
                row.getString("congress"),
                row.getString("ward"),
                row.getString("superior"),
                row.getString("working_group"),
                notice == null ? "" : notice,
                Conclusion.Part.valueOf(row.getString("part")),
                row.getInt("position"),
                row.getString("text"),
                Role.valueOf(row.getString("owner")),
                row.getObject("due_on", LocalDate.class),
                FollowUpStatus.valueOf(row.getString("status")),
                row.getInt("progress"),
                row.getString("report"),
                row.getString("evidence"),
                Signed.perhaps(row, "reported"),
                row.getString("return_reason"),
                escalated == null ? null : escalated.toInstant(),
                Signed.perhaps(row, "ended"));
    }
}
