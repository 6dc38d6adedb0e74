package vn.daihoi.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Signed;
import vn.daihoi.consultation.TypedText;

/** Rows of working sessions. */
@Component
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WorkingSession> find(String id) {
        return jdbc.sql("select * from working_session where id = :id")
                .param("id", id)
                .query((row, number) -> session(row))
                .optional();
    }

    /** The session, kept from everybody else who wants to change it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public WorkingSession lock(String id) {
        return jdbc.sql("select * from working_session where id = :id for no key update")
                .param("id", id)
                .query((row, number) -> session(row))
                .single();
    }

    /** The session, which nobody changes until the transaction ends; any number may hold it so, as those who file opinions. */
    @Transactional(propagation = Propagation.MANDATORY)
    public WorkingSession hold(String id) {
        return jdbc.sql("select * from working_session where id = :id for share")
                .param("id", id)
                .query((row, number) -> session(row))
                .single();
    }

    /** Whoever puts sessions of one superior into its calendar takes turns, or two would take the same room at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockCalendar(String superior) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('working_session:' || :superior, 0))")
                .param("superior", superior)
                .query((row, number) -> 0)
                .list();
    }

    List<WorkingSession> ofCongress(String congress) {
        return jdbc.sql("select * from working_session where congress = :congress order by number")
                .param("congress", congress)
                .query((row, number) -> session(row))
                .list();
    }

    /** Those of these wards: what is to be held first, in the order of their time; then what is over, the newest first. */
    List<WorkingSession> ofWards(Collection<String> wards) {
        return wards.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select * from working_session where ward in (:wards)
                                order by status in ('ISSUED', 'WAIVED', 'WITHDRAWN', 'CANCELLED'),
                                    case when status in ('ISSUED', 'WAIVED', 'WITHDRAWN', 'CANCELLED')
                                        then null else starts_at end nulls last, created_at desc, id""")
                        .param("wards", wards)
                        .query((row, number) -> session(row))
                        .list();
    }

    /** The sessions still to be held that overlap with this time, of one superior or in one ward. */
    List<WorkingSession> overlapping(SessionTime time, String superior, String ward) {
        return jdbc.sql(
                        """
                        select * from working_session where status in ('SCHEDULED', 'OPEN')
                            and starts_at < :to and ends_at > :from and (superior = :superior or ward = :ward)
                        order by starts_at, id""")
                .param("from", time.startsAt())
                .param("to", time.endsAt())
                .param("superior", superior)
                .param("ward", ward)
                .query((row, number) -> session(row))
                .list();
    }

    /** The sessions of a superior that are still to be held, from a moment on. */
    List<WorkingSession> calendar(String superior, LocalDateTime from) {
        return jdbc.sql(
                        """
                        select * from working_session where status in ('SCHEDULED', 'OPEN') and superior = :superior
                            and ends_at > :from order by starts_at, id""")
                .param("superior", superior)
                .param("from", from)
                .query((row, number) -> session(row))
                .list();
    }

    void insert(String id, Congress congress, String superior, int number, Instant at) {
        jdbc.sql(
                        """
                        insert into working_session (id, congress, ward, superior, number, status, created_at)
                        values (:id, :congress, :ward, :superior, :number, 'PREPARING', :at)""")
                .param("id", id)
                .param("congress", congress.id())
                .param("ward", congress.ward())
                .param("superior", superior)
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
    }

    void schedule(
            String id,
            String workingGroup,
            SessionTime time,
            String room,
            String agenda,
            String participants,
            @Nullable String conflictReason,
            Signed by) {
        change(
                id,
                """
                status = 'SCHEDULED', working_group = ?, starts_at = ?, ends_at = ?, room = ?, agenda = ?,
                participants = ?, conflict_reason = ?, scheduled_by = ?, scheduled_at = ?""",
                workingGroup,
                time.startsAt(),
                time.endsAt(),
                room,
                agenda,
                participants,
                conflictReason,
                by.by(),
                Timestamp.from(by.at()));
    }

    void move(String id, SessionTime time, String room, @Nullable String conflictReason, Signed by) {
        change(
                id,
                """
                starts_at = ?, ends_at = ?, room = ?, conflict_reason = ?, sequence = sequence + 1,
                scheduled_by = ?, scheduled_at = ?""",
                time.startsAt(),
                time.endsAt(),
                room,
                conflictReason,
                by.by(),
                Timestamp.from(by.at()));
    }

    void waive(String id, String reason, Signed by) {
        change(
                id,
                "status = 'WAIVED', waive_reason = ?, ended_by = ?, ended_at = ?",
                reason,
                by.by(),
                Timestamp.from(by.at()));
    }

    void report(String id, String report, Signed by) {
        change(
                id,
                "status = 'OPEN', report = ?, reported_by = ?, reported_at = ?",
                report,
                by.by(),
                Timestamp.from(by.at()));
    }

    void record(String id, String groupPresent, String wardPresent, String minutes, Signed by) {
        change(
                id,
                """
                status = 'HELD', group_present = ?, ward_present = ?, minutes = ?, recorded_by = ?, recorded_at = ?""",
                groupPresent,
                wardPresent,
                minutes,
                by.by(),
                Timestamp.from(by.at()));
    }

    /** Moves it on from the minutes, as its conclusion goes. */
    void become(String id, SessionStatus status) {
        change(id, "status = ?", status.name());
    }

    /** Ends it; the invitation that people have is called off with it. */
    void end(String id, SessionStatus status, @Nullable String reason, Signed by) {
        change(
                id,
                "status = ?, ended_reason = ?, sequence = sequence + 1, ended_by = ?, ended_at = ?",
                status.name(),
                reason,
                by.by(),
                Timestamp.from(by.at()));
    }

    private void change(String id, String what, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.add(id);
        jdbc.sql("update working_session set " + what + " where id = ?")
                .params(all)
                .update();
    }

    private static WorkingSession session(ResultSet row) throws SQLException {
        return new WorkingSession(
                row.getString("id"),
                row.getString("congress"),
                row.getString("ward"),
                row.getString("superior"),
                row.getInt("number"),
                SessionStatus.valueOf(row.getString("status")),
                row.getString("working_group"),
                row.getObject("starts_at", LocalDateTime.class),
                row.getObject("ends_at", LocalDateTime.class),
                row.getString("room"),
                row.getString("agenda"),
                TypedText.lines(row.getString("participants")),
                row.getString("conflict_reason"),
                row.getInt("sequence"),
                Signed.perhaps(row, "scheduled"),
                row.getString("waive_reason"),
                row.getString("report"),
                Signed.perhaps(row, "reported"),
                row.getString("minutes"),
                TypedText.lines(row.getString("group_present")),
                TypedText.lines(row.getString("ward_present")),
                Signed.perhaps(row, "recorded"),
                row.getString("ended_reason"),
                Signed.perhaps(row, "ended"),
                row.getTimestamp("created_at").toInstant());
    }
}
