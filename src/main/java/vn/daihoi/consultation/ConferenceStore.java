package vn.daihoi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Signed;

/** Rows of the conferences: their minutes, the spreadsheets they send, and what came in, counted. */
@Component
class ConferenceStore {

    private final JdbcClient jdbc;

    ConferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the round from being closed until the transaction ends, without keeping others from commenting meanwhile, as
     * {@link RoundStore#lock} would.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepOpen(String round) {
        jdbc.sql("select id from comment_round where id = :id for share")
                .param("id", round)
                .query(String.class)
                .optional();
    }

    /** Writes the minutes down; false when they already are. */
    boolean report(String round, String unit, Conferences.NewMinutes minutes, Signed signed) {
        return jdbc.sql(
                                """
                                update round_invitee set held_on = :heldOn, present = :present, speakers = :speakers,
                                    minutes_number = :number, agrees = :agrees, note = :note,
                                    reported_by = :by, reported_at = :at
                                where round = :round and unit = :unit and reported_at is null""")
                        .param("heldOn", minutes.heldOn())
                        .param("present", minutes.present())
                        .param("speakers", minutes.speakers())
                        .param("number", minutes.number())
                        .param("agrees", minutes.agrees())
                        .param("note", minutes.note())
                        .param("by", signed.by())
                        .param("at", Timestamp.from(signed.at()))
                        .param("round", round)
                        .param("unit", unit)
                        .update()
                > 0;
    }

    /** How many comments came from a unit, hidden ones too. */
    int comments(String round, String unit) {
        return jdbc.sql("select count(*) from comment where round = :round and unit = :unit")
                .param("round", round)
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    /** What came in by one way, the newest first; from every unit when none is named. */
    List<Comment> comments(String round, Channel channel, @Nullable String unit, int offset, int limit) {
        return jdbc.sql(
                        """
                        select * from comment where round = :round and channel = :channel
                            and (cast(:unit as varchar) is null or unit = :unit)
                        order by id desc offset :offset limit :limit""")
                .param("round", round)
                .param("channel", channel.name())
                .param("unit", unit)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> comment(row))
                .list();
    }

    /** How many came in by one way; from every unit when none is named. */
    int comments(String round, Channel channel, @Nullable String unit) {
        return jdbc.sql(
                        """
                        select count(*) from comment where round = :round and channel = :channel
                            and (cast(:unit as varchar) is null or unit = :unit)""")
                .param("round", round)
                .param("channel", channel.name())
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    /** How many comments of each unit aren't hidden. */
    Map<String, Integer> byUnit(String round) {
        return jdbc
                .sql(
                        """
                        select c.unit, count(*) as comments from comment c
                        left join comment_standing s on s.comment = c.id
                        where c.round = :round and c.unit is not null and s.moderation is distinct from 'HIDDEN'
                        group by c.unit""")
                .param("round", round)
                .query((row, number) -> Map.entry(row.getString("unit"), row.getInt("comments")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many came from a group by one way on one day in Vietnam. */
    record Share(SourceGroup source, Channel channel, LocalDate day, int comments) {}

    /** Those that aren't hidden, by group, way and day, the first day first. */
    List<Share> shares(String round) {
        return jdbc.sql(
                        """
                        select c.source, c.channel, (c.received_at at time zone 'Asia/Ho_Chi_Minh')::date as day,
                            count(*) as comments
                        from comment c left join comment_standing s on s.comment = c.id
                        where c.round = :round and s.moderation is distinct from 'HIDDEN'
                        group by 1, 2, 3 order by 3, 1, 2""")
                .param("round", round)
                .query((row, number) -> new Share(
                        SourceGroup.valueOf(row.getString("source")),
                        Channel.valueOf(row.getString("channel")),
                        row.getObject("day", LocalDate.class),
                        row.getInt("comments")))
                .list();
    }

    /** A spreadsheet somebody sent, waiting to be taken. */
    record Upload(String id, String round, String unit, String fileName, byte[] content) {}

    /** Keeps a spreadsheet; the former one of the same person for the same unit makes way, and so do all old ones. */
    void keep(Upload upload, Signed signed, Instant oldest) {
        jdbc.sql(
                        """
                        delete from conference_upload
                        where uploaded_at < :oldest or (round = :round and unit = :unit and uploaded_by = :by)""")
                .param("oldest", Timestamp.from(oldest))
                .param("round", upload.round())
                .param("unit", upload.unit())
                .param("by", signed.by())
                .update();
        jdbc.sql(
                        """
                        insert into conference_upload (id, round, unit, file_name, content, uploaded_by, uploaded_at)
                        values (:id, :round, :unit, :fileName, :content, :by, :at)""")
                .param("id", upload.id())
                .param("round", upload.round())
                .param("unit", upload.unit())
                .param("fileName", upload.fileName())
                .param("content", upload.content())
                .param("by", signed.by())
                .param("at", Timestamp.from(signed.at()))
                .update();
    }

    /** A spreadsheet this person sent for this unit, unless it is too old. */
    Optional<Upload> upload(String id, String round, String unit, String user, Instant oldest) {
        return jdbc.sql(
                        """
                        select * from conference_upload where id = :id and round = :round and unit = :unit
                            and uploaded_by = :user and uploaded_at >= :oldest""")
                .param("id", id)
                .param("round", round)
                .param("unit", unit)
                .param("user", user)
                .param("oldest", Timestamp.from(oldest))
                .query((row, number) -> new Upload(
                        row.getString("id"),
                        row.getString("round"),
                        row.getString("unit"),
                        row.getString("file_name"),
                        row.getBytes("content")))
                .optional();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getString("round"),
                SourceGroup.valueOf(row.getString("source")),
                Channel.valueOf(row.getString("channel")),
                row.getString("unit"),
                row.getString("area"),
                row.getLong("clause_id"),
                row.getString("quote"),
                CommentType.valueOf(row.getString("type")),
                row.getString("text"),
                row.getTimestamp("received_at").toInstant());
    }
}
