package vn.daihoi.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
import vn.daihoi.congress.Signed;

/** Rows of dossiers. */
@Component
class DossierStore {

    private final JdbcClient jdbc;

    DossierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dossier> find(String id) {
        return jdbc.sql("select * from dossier where id = :id")
                .param("id", id)
                .query((row, number) -> dossier(row))
                .optional();
    }

    /** The dossier, kept from everybody else who wants to change it or what hangs on it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Dossier lock(String id) {
        return jdbc.sql("select * from dossier where id = :id for no key update")
                .param("id", id)
                .query((row, number) -> dossier(row))
                .single();
    }

    List<Dossier> ofCongress(String congress) {
        return jdbc.sql("select * from dossier where congress = :congress order by number")
                .param("congress", congress)
                .query((row, number) -> dossier(row))
                .list();
    }

    /** Those of these wards, and those put before these superiors; the newest first. */
    List<Dossier> of(Collection<String> wards, Collection<String> superiors) {
        return jdbc.sql(
                        """
                        select * from dossier where ward = any (:wards) or superior = any (:superiors)
                        order by coalesce(ended_at, sent_at, created_at) desc, id""")
                .param("wards", wards.toArray(String[]::new))
                .param("superiors", superiors.toArray(String[]::new))
                .query((row, number) -> dossier(row))
                .list();
    }

    void insert(String id, String congress, String ward, String superior, int number, Instant at) {
        jdbc.sql(
                        """
                        insert into dossier (id, congress, ward, superior, number, status, created_at)
                        values (:id, :congress, :ward, :superior, :number, 'ASSEMBLING', :at)""")
                .param("id", id)
                .param("congress", congress)
                .param("ward", ward)
                .param("superior", superior)
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Goes to the secretary; an earlier signature and an earlier return have done their work. */
    void complete(String id, Signed by) {
        change(
                id,
                """
                status = 'COMPLETE', completed_by = ?, completed_at = ?, sent_by = null, sent_at = null,
                return_reason = null""",
                by.by(),
                Timestamp.from(by.at()));
    }

    void sendBack(String id, String reason) {
        change(id, "status = 'ASSEMBLING', return_reason = ?", reason);
    }

    /** Notes who signed; it is sent a moment later. */
    void sign(String id, Signed by) {
        change(id, "sent_by = ?, sent_at = ?", by.by(), Timestamp.from(by.at()));
    }

    void sent(String id) {
        change(id, "status = 'SENT', submission = submission + 1, received_by = null, received_at = null");
    }

    void receive(String id, Signed by) {
        change(id, "status = 'APPRAISING', received_by = ?, received_at = ?", by.by(), Timestamp.from(by.at()));
    }

    void incomplete(String id, String reason) {
        change(id, "status = 'INCOMPLETE', return_reason = ?", reason);
    }

    void become(String id, DossierStatus status) {
        change(id, "status = ?", status.name());
    }

    void end(String id, DossierStatus status, @Nullable String reason, Signed by) {
        change(
                id,
                "status = ?, ended_reason = ?, ended_by = ?, ended_at = ?",
                status.name(),
                reason,
                by.by(),
                Timestamp.from(by.at()));
    }

    private void change(String id, String what, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.add(id);
        jdbc.sql("update dossier set " + what + " where id = ?").params(all).update();
    }

    private static Dossier dossier(ResultSet row) throws SQLException {
        return new Dossier(
                row.getString("id"),
                row.getString("congress"),
                row.getString("ward"),
                row.getString("superior"),
                row.getInt("number"),
                DossierStatus.valueOf(row.getString("status")),
                row.getInt("submission"),
                Signed.perhaps(row, "completed"),
                Signed.perhaps(row, "sent"),
                Signed.perhaps(row, "received"),
                row.getString("return_reason"),
                Signed.perhaps(row, "ended"),
                row.getString("ended_reason"),
                row.getTimestamp("created_at").toInstant());
    }
}
