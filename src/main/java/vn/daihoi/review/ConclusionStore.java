package vn.daihoi.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;
import vn.daihoi.organisation.Role;
import vn.daihoi.review.Conclusion.Item;
import vn.daihoi.review.Conclusion.Part;

/** Rows of conclusions, of their items and of what came back. The tables refuse what would change a standing one. */
@Component
class ConclusionStore {

    /** The parts in the order of the notice, as the database sorts them. */
    private static final String BY_PART = "array_position(array['"
            + String.join("','", Arrays.stream(Part.values()).map(Enum::name).toList()) + "'], part::text), position";

    private final JdbcClient jdbc;

    ConclusionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a draft stands: how often it was changed, and by whom last. */
    record Draft(int revision, Signed edited) {}

    Optional<Conclusion> find(String session) {
        var items = items(session);
        return jdbc.sql("select * from conclusion where session = ?")
                .param(session)
                .query((row, n) -> conclusion(row, items))
                .optional();
    }

    Optional<Draft> draft(String session) {
        return jdbc.sql("select revision, edited_by, edited_at from conclusion where session = ?")
                .param(session)
                .query((row, n) -> new Draft(row.getInt("revision"), Signed.of(row, "edited")))
                .optional();
    }

    /** Notes an edit, and begins the draft with the first. */
    void touch(String session, Signed by) {
        jdbc.sql(
                        """
                        insert into conclusion (session, edited_by, edited_at) values (:session, :by, :at)
                        on conflict on constraint pk_conclusion
                        do update set revision = conclusion.revision + 1, edited_by = :by, edited_at = :at""")
                .param("session", session)
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    void write(String session, String assessment, @Nullable LocalDate resubmitBy) {
        jdbc.sql("update conclusion set assessment = :assessment, resubmit_by = :by where session = :session")
                .param("assessment", assessment)
                .param("by", resubmitBy)
                .param("session", session)
                .update();
    }

    /** Adds an item at the end of its part; one that is there already stays as it is. */
    void add(String session, Item item, @Nullable Long opinion) {
        jdbc.sql(
                        """
                        insert into conclusion_item (id, session, part, position, text, owner, due_on, opinion)
                        values (:id, :session, :part,
                            (select count(*) + 1 from conclusion_item where session = :session), :text, :owner, :due, :opinion)
                        on conflict (id) do nothing""")
                .param("id", item.id())
                .param("session", session)
                .param("part", item.part().name())
                .param("text", item.text())
                .param("owner", item.owner() == null ? null : item.owner().name())
                .param("due", item.dueOn())
                .param("opinion", opinion)
                .update();
        renumber(session);
    }

    void change(String session, Item item) {
        jdbc.sql(
                        """
                        update conclusion_item set part = :part, text = :text, owner = :owner, due_on = :due
                        where id = :id and session = :session""")
                .param("part", item.part().name())
                .param("text", item.text())
                .param("owner", item.owner() == null ? null : item.owner().name())
                .param("due", item.dueOn())
                .param("id", item.id())
                .param("session", session)
                .update();
        renumber(session);
    }

    void remove(String session, String item) {
        jdbc.sql("delete from conclusion_item where id = ? and session = ?")
                .params(item, session)
                .update();
        renumber(session);
    }

    /** Lets two items change places. */
    void swap(String session, Item one, Item other) {
        jdbc.sql(
                        """
                        update conclusion_item set position = case id when :one then :otherAt else :oneAt end
                        where session = :session and id in (:one, :other)""")
                .param("one", one.id())
                .param("oneAt", one.position())
                .param("other", other.id())
                .param("otherAt", other.position())
                .param("session", session)
                .update();
    }

    /** The opinions that were taken over as items. */
    Set<Long> takenOver(String session) {
        return Set.copyOf(jdbc.sql("select opinion from conclusion_item where session = ? and opinion is not null")
                .param(session)
                .query(Long.class)
                .list());
    }

    void conclude(String session, Signed by) {
        jdbc.sql(
                        """
                        update conclusion set concluded_by = ?, concluded_at = ?, return_reason = null
                        where session = ?""")
                .params(by.by(), Timestamp.from(by.at()), session)
                .update();
    }

    void signForGroup(String session, Signed by) {
        jdbc.sql("update conclusion set group_signed_by = ?, group_signed_at = ? where session = ?")
                .params(by.by(), Timestamp.from(by.at()), session)
                .update();
    }

    void signForWard(String session, Signed by) {
        jdbc.sql("update conclusion set ward_signed_by = ?, ward_signed_at = ? where session = ?")
                .params(by.by(), Timestamp.from(by.at()), session)
                .update();
    }

    /** Opens it for writing again; what it said is kept. */
    void sendBack(String session, String text, Signed concluded, String reason, Signed by) {
        jdbc.sql(
                        """
                        insert into conclusion_returned
                          (session, number, text, concluded_by, concluded_at, reason, returned_by, returned_at)
                        values (:session, (select count(*) + 1 from conclusion_returned where session = :session), :text,
                          :concludedBy, :concludedAt, :reason, :by, :at)""")
                .param("session", session)
                .param("text", text)
                .param("concludedBy", concluded.by())
                .param("concludedAt", Timestamp.from(concluded.at()))
                .param("reason", reason)
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .update();
        jdbc.sql(
                        """
                        update conclusion set concluded_by = null, concluded_at = null, group_signed_by = null,
                            group_signed_at = null, return_reason = ?
                        where session = ?""")
                .params(reason, session)
                .update();
    }

    List<Conclusions.Returned> returned(String session) {
        return jdbc.sql("select * from conclusion_returned where session = ? order by number desc")
                .param(session)
                .query((row, n) -> new Conclusions.Returned(
                        row.getInt("number"),
                        row.getString("text"),
                        Signed.of(row, "concluded"),
                        row.getString("reason"),
                        Signed.of(row, "returned")))
                .list();
    }

    void issue(String session, String number, LocalDate on) {
        jdbc.sql("update conclusion set number = ?, issued_on = ? where session = ?")
                .params(number, on, session)
                .update();
    }

    private List<Item> items(String session) {
        return jdbc.sql("select * from conclusion_item where session = ? order by position")
                .param(session)
                .query((row, n) -> item(row))
                .list();
    }

    private void renumber(String session) {
        jdbc.sql("update conclusion_item i set position = n.position from (select id, row_number() over (order by "
                        + BY_PART + ") as position from conclusion_item where session = :session) n"
                        + " where n.id = i.id and n.position <> i.position")
                .param("session", session)
                .update();
    }

    private static Item item(ResultSet row) throws SQLException {
        var owner = row.getString("owner");
        return new Item(
                row.getString("id"),
                Part.valueOf(row.getString("part")),
                row.getInt("position"),
                row.getString("text"),
                owner == null ? null : Role.valueOf(owner),
                row.getObject("due_on", LocalDate.class));
    }

    private static Conclusion conclusion(ResultSet row, List<Item> items) throws SQLException {
        return new Conclusion(
                row.getString("session"),
                row.getString("assessment"),
                items,
                row.getObject("resubmit_by", LocalDate.class),
                Signed.perhaps(row, "concluded"),
                Signed.perhaps(row, "group_signed"),
                Signed.perhaps(row, "ward_signed"),
                row.getString("return_reason"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class));
    }
}
