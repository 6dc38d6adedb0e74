package vn.daihoi.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;

/** Rows of opinions: they are added, never changed. */
@Component
class OpinionStore {

    private final JdbcClient jdbc;

    OpinionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that stand, by document, then by clause, then as they came. */
    List<Opinion> standing(String session) {
        return jdbc.sql(
                        """
                        select o.* from opinion o join document d on d.id = o.document
                        where o.session = :session
                          and not exists (select 1 from opinion_taken_back t where t.opinion = o.id)
                        order by d.created_at, d.id, o.clause_id, o.id""")
                .param("session", session)
                .query((row, number) -> opinion(row))
                .list();
    }

    Optional<Opinion> find(String session, long id) {
        return jdbc.sql("select * from opinion where session = :session and id = :id")
                .param("session", session)
                .param("id", id)
                .query((row, number) -> opinion(row))
                .optional();
    }

    /** How many a person has filed in a session, taken back or not. */
    int count(String session, String user) {
        return jdbc.sql("select count(*) from opinion where session = :session and filed_by = :user")
                .param("session", session)
                .param("user", user)
                .query(Integer.class)
                .single();
    }

    /** Adds one; false when this sending was taken before. */
    boolean insert(String session, OpinionType type, NewOpinion filed, String origin, Signed by) {
        return jdbc.sql(
                                """
                                insert into opinion (session, type, document, version_number, clause_id, indicator,
                                    policy_basis, text, proposed, origin, filed_by, filed_at)
                                values (:session, :type, :document, :version, :clause, :indicator,
                                    :basis, :text, :proposed, :origin, :by, :at)
                                on conflict (session, origin) do nothing""")
                        .param("session", session)
                        .param("type", type.name())
                        .param("document", filed.document())
                        .param("version", filed.version())
                        .param("clause", filed.clauseId())
                        .param("indicator", filed.indicator())
                        .param("basis", filed.policyBasis())
                        .param("text", filed.text())
                        .param("proposed", filed.proposed())
                        .param("origin", origin)
                        .param("by", by.by())
                        .param("at", Timestamp.from(by.at()))
                        .update()
                == 1;
    }

    /** Notes that its author took it back; false when it was before. */
    boolean takeBack(long id, Instant at) {
        return jdbc.sql("insert into opinion_taken_back (opinion, at) values (:id, :at) on conflict do nothing")
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private static Opinion opinion(ResultSet row) throws SQLException {
        return new Opinion(
                row.getLong("id"),
                row.getString("session"),
                OpinionType.valueOf(row.getString("type")),
                row.getString("document"),
                row.getInt("version_number"),
                row.getLong("clause_id"),
                row.getString("indicator"),
                row.getString("policy_basis"),
                row.getString("text"),
                row.getString("proposed"),
                Signed.of(row, "filed"));
    }
}
