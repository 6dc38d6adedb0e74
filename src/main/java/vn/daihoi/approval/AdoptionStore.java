package vn.daihoi.approval;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.approval.Adoptions.Adoption;
import vn.daihoi.congress.Signed;
import vn.daihoi.document.DocumentVersion;

/** Rows of the meetings that were asked to adopt the documents. */
@Component
class AdoptionStore {

    private final JdbcClient jdbc;

    AdoptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps everybody else who wants to record a meeting about these documents waiting until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String congress) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('adoption:' || ?, 0))::text")
                .param(congress)
                .query(String.class)
                .single();
    }

    List<Adoption> ofCongress(String congress) {
        var versions = new HashMap<Integer, Map<String, Integer>>();
        jdbc.sql("select number, document, version_number from adoption_document where congress = ?")
                .param(congress)
                .query(row -> {
                    versions.computeIfAbsent(row.getInt("number"), none -> new HashMap<>())
                            .put(row.getString("document"), row.getInt("version_number"));
                });
        return jdbc.sql("select * from adoption where congress = ? order by number")
                .param(congress)
                .query((row, at) -> new Adoption(
                        row.getString("congress"),
                        row.getInt("number"),
                        row.getObject("held_on", LocalDate.class),
                        row.getInt("convened"),
                        row.getInt("present"),
                        row.getString("minutes_number"),
                        row.getBoolean("adopted"),
                        row.getString("reason"),
                        Map.copyOf(versions.getOrDefault(row.getInt("number"), Map.of())),
                        Signed.of(row, "recorded")))
                .list();
    }

    void insert(Adoption adoption, List<DocumentVersion> put) {
        jdbc.sql(
                        """
                        insert into adoption (congress, number, held_on, convened, present, minutes_number, adopted, reason,
                            recorded_by, recorded_at)
                        values (:congress, :number, :heldOn, :convened, :present, :minutes, :adopted, :reason, :by, :at)""")
                .param("congress", adoption.congress())
                .param("number", adoption.number())
                .param("heldOn", adoption.heldOn())
                .param("convened", adoption.convened())
                .param("present", adoption.present())
                .param("minutes", adoption.minutesNumber())
                .param("adopted", adoption.adopted())
                .param("reason", adoption.reason())
                .param("by", adoption.recorded().by())
                .param("at", Timestamp.from(adoption.recorded().at()))
                .update();
        for (var version : put) {
            jdbc.sql(
                            """
                            insert into adoption_document (congress, number, document, version_number, sha256)
                            values (?, ?, ?, ?, ?)""")
                    .params(
                            adoption.congress(),
                            adoption.number(),
                            version.document(),
                            version.number(),
                            version.sha256())
                    .update();
        }
    }
}
