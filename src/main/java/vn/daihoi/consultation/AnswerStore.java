package vn.daihoi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;
import vn.daihoi.consultation.Answers.Template;

/** The answers in the rows of the clusters, and the templates. Whoever writes here has locked the round. */
@Component
class AnswerStore {

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the index of those without a proposal alone. */
    int unproposed(String round) {
        return count("select count(*) from comment_cluster where round = ? and size > 0 and proposal is null", round);
    }

    /** Those about which nothing was said yet. */
    int unanswered(String round) {
        return count(
                """
                select count(*) from comment_cluster
                where round = ? and size > 0 and proposal is null and decision is null""",
                round);
    }

    /** From the index of those without a decision alone. */
    int undecided(String round) {
        return count("select count(*) from comment_cluster where round = ? and size > 0 and decision is null", round);
    }

    private int count(String sql, String round) {
        return jdbc.sql(sql).param(round).query(Integer.class).single();
    }

    void propose(Collection<Long> ids, Disposition disposition, String reason, Signed by) {
        jdbc.sql(
                        """
                        update comment_cluster set proposal = ?, proposal_reason = ?, proposed_by = ?, proposed_at = ?
                        where id = any (?)""")
                .params(disposition.name(), reason, by.by(), Timestamp.from(by.at()), array(ids))
                .update();
    }

    void decide(Collection<Long> ids, Disposition disposition, String reason, Signed by) {
        jdbc.sql(
                        """
                        update comment_cluster set decision = ?, decision_reason = ?, decided_by = ?, decided_at = ?
                        where id = any (?)""")
                .params(disposition.name(), reason, by.by(), Timestamp.from(by.at()), array(ids))
                .update();
    }

    void adopt(Collection<Long> ids, Signed by) {
        jdbc.sql(
                        """
                        update comment_cluster
                        set decision = proposal, decision_reason = proposal_reason, decided_by = ?, decided_at = ?
                        where id = any (?)""")
                .params(by.by(), Timestamp.from(by.at()), array(ids))
                .update();
    }

    /** The first undecided cluster of a round that this person can't decide as proposed. */
    Optional<Cluster> notAdoptable(String round, String user) {
        return jdbc.sql(
                        """
                        select * from comment_cluster
                        where round = ? and size > 0 and decision is null and (proposal is null or proposed_by = ?)
                        order by position, id limit 1""")
                .params(round, user)
                .query((row, number) -> ClusterStore.cluster(row))
                .optional();
    }

    int adoptAll(String round, Signed by) {
        return jdbc.sql(
                        """
                        update comment_cluster
                        set decision = proposal, decision_reason = proposal_reason, decided_by = ?, decided_at = ?
                        where round = ? and size > 0 and decision is null and proposal is not null""")
                .params(by.by(), Timestamp.from(by.at()), round)
                .update();
    }

    void assign(Collection<Long> ids, @Nullable String owner, @Nullable LocalDate dueOn) {
        jdbc.sql("update comment_cluster set owner = ?, due_on = ? where id = any (?)")
                .params(Arrays.asList(owner, dueOn, array(ids)))
                .update();
    }

    void contest(Collection<Long> ids, boolean contested) {
        jdbc.sql("update comment_cluster set contested = ? where id = any (?)")
                .params(contested, array(ids))
                .update();
    }

    List<Template> templates(String ward) {
        return jdbc.sql("select * from answer_template where ward = ? order by title collate \"vi-x-icu\"")
                .param(ward)
                .query((row, number) -> template(row))
                .list();
    }

    Optional<Template> template(String ward, String title) {
        return jdbc.sql("select * from answer_template where ward = ? and title = ?")
                .params(ward, title)
                .query((row, number) -> template(row))
                .optional();
    }

    void keep(String ward, String title, Disposition disposition, String reason, Signed by) {
        jdbc.sql(
                        """
                        insert into answer_template (ward, title, disposition, reason, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (ward, title) do update set disposition = excluded.disposition,
                            reason = excluded.reason, created_by = excluded.created_by, created_at = excluded.created_at""")
                .params(ward, title, disposition.name(), reason, by.by(), Timestamp.from(by.at()))
                .update();
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(
                row.getLong("id"),
                row.getString("title"),
                Disposition.valueOf(row.getString("disposition")),
                row.getString("reason"));
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
