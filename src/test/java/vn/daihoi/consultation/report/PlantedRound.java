package vn.daihoi.consultation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.Drafts.Secrecy;
import vn.daihoi.document.Drafts.Upload;
import vn.daihoi.document.Drafts.Uploaded;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.WordFile.TrackedChanges;
import vn.daihoi.document.word.WordWriter;

/** A round whose comments, clusters and answers are put into their tables: the reports only read. */
public final class PlantedRound {

    public final RoundWard ward;

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private int origins;

    private PlantedRound(ApplicationContext context) {
        this.context = context;
        jdbc = context.getBean(JdbcClient.class);
        ward = RoundWard.open(context, "Bản đầu");
    }

    /** A round on a draft of these clauses. */
    public static PlantedRound on(ApplicationContext context, List<Clause> clauses) {
        var round = new PlantedRound(context);
        round.publish(clauses);
        round.set("version_number = 2");
        return round;
    }

    /** Publishes one more version of the document. */
    public void publish(List<Clause> clauses) {
        var bytes = new ByteArrayOutputStream();
        var sheet = new Sheet(
                "no document of this system",
                0,
                "",
                "Đảng bộ phường",
                null,
                "",
                null,
                null,
                List.of(),
                List.of(),
                clauses);
        try {
            context.getBean(WordWriter.class)
                    .write(
                            sheet,
                            context.getBean(Documents.class)
                                    .get(ward.document)
                                    .type()
                                    .format(),
                            bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var drafts = context.getBean(Drafts.class);
        var upload = new Upload("du-thao.docx", Secrecy.NONE, TrackedChanges.PROPOSE, false, null);
        var uploaded = drafts.upload(ward.document, upload, bytes.toByteArray(), ward.editor);
        assertThat(uploaded).isInstanceOf(Uploaded.Taken.class);
        assertThat(drafts.publish(((Uploaded.Taken) uploaded).draft().id(), ward.editor))
                .isInstanceOf(Verdict.Done.class);
    }

    /** A clause without an id. */
    static Clause clause(ClauseKind kind, int depth, String label, String text) {
        return new Clause(Clause.NO_ID, kind, depth, label, text, List.of());
    }

    /** Changes the row of the round. */
    void set(String assignment, Object... values) {
        jdbc.sql("update comment_round set " + assignment + " where id = ?")
                .params(java.util.stream.Stream.concat(
                                java.util.Arrays.stream(values), java.util.stream.Stream.of(ward.round))
                        .toList())
                .update();
    }

    /** Puts the round where a test needs it; closed from merging on. */
    void status(RoundStatus status) {
        ward.status(status);
        if (status.collected()) {
            set("closed_by = 'system', closed_at = ?", now());
        }
    }

    private Timestamp now() {
        return Timestamp.from(context.getBean(Clock.class).instant());
    }

    /** A unit reports its conference. */
    void minutes(String unit, int present, int speakers, boolean agrees) {
        jdbc.sql(
                        """
                        update round_invitee set held_on = ?, present = ?, speakers = ?, agrees = ?, reported_by = 'test',
                            reported_at = ? where round = ? and unit = ?""")
                .params(LocalDate.of(2026, 11, 1), present, speakers, agrees, now(), ward.round, unit)
                .update();
    }

    /** A comment from a unit, or from the public page. */
    long comment(SourceGroup source, @Nullable String unit, long clause, String text) {
        return jdbc.sql(
                        """
                        insert into comment (round, source, channel, unit, area, clause_id, type, text, origin, entered_by,
                            received_at)
                        values (:round, :source, :channel, :unit, :area, :clause, :type, :text, :origin, :by, :at)
                        returning id""")
                .param("round", ward.round)
                .param("source", source.name())
                .param("channel", (unit == null ? Channel.PUBLIC_PAGE : Channel.CONFERENCE).name())
                .param("unit", unit)
                .param("area", unit == null ? "Nhà bà Tên Riêng" : null)
                .param("clause", clause)
                .param("type", CommentType.AMEND.name())
                .param("text", text)
                .param("origin", "planted-" + ++origins)
                .param("by", unit == null ? null : "nguoinhap.rieng")
                .param("at", now())
                .query(Long.class)
                .single();
    }

    /** Puts comments into one cluster; the first stands for it. */
    long cluster(long clause, int position, List<Long> comments) {
        long cluster = jdbc.sql(
                        """
                        insert into comment_cluster (round, clause_id, position, size, sources, first_comment, gist)
                        select k.round, :clause, :position, :size, 0, k.id, left(replace(k.text, chr(10), ' '), 300)
                        from comment k where k.id = :first returning id""")
                .param("clause", clause)
                .param("position", position)
                .param("size", comments.size())
                .param("first", comments.get(0))
                .query(Long.class)
                .single();
        for (long comment : comments) {
            jdbc.sql("insert into comment_standing (comment, round, moderation, cluster) values (?, ?, 'SHOWN', ?)")
                    .params(comment, ward.round, cluster)
                    .update();
        }
        return cluster;
    }

    /** One comment in a cluster of its own. */
    long alone(SourceGroup source, @Nullable String unit, long clause, int position, String text) {
        return cluster(clause, position, List.of(comment(source, unit, clause, text)));
    }

    /** Hides a comment. */
    void hide(long comment, String reason) {
        jdbc.sql(
                        """
                        insert into comment_standing (comment, round, moderation, hidden_reason)
                        values (?, ?, 'HIDDEN', ?)""")
                .params(comment, ward.round, reason)
                .update();
    }

    void propose(long cluster, Disposition disposition, String reason) {
        jdbc.sql(
                        """
                        update comment_cluster set proposal = ?, proposal_reason = ?, proposed_by = ?, proposed_at = ?
                        where id = ?""")
                .params(disposition.name(), reason, ward.editor, now(), cluster)
                .update();
    }

    void decide(long cluster, Disposition disposition, String reason) {
        jdbc.sql(
                        """
                        update comment_cluster set decision = ?, decision_reason = ?, decided_by = ?, decided_at = ?
                        where id = ?""")
                .params(disposition.name(), reason, ward.secretary, now(), cluster)
                .update();
    }

    /** Decides on all that is undecided, and groups what isn't grouped; one cluster gets a reason of its own. */
    void decideRest(long cluster, String reason) {
        jdbc.sql(
                        """
                        select k.id, k.clause_id from comment k left join comment_standing s on s.comment = k.id
                        where k.round = ? and s.comment is null""")
                .param(ward.round)
                .query((row, number) -> cluster(row.getLong("clause_id"), 12, List.of(row.getLong("id"))))
                .list();
        decide(cluster, Disposition.OUT_OF_SCOPE, reason);
        jdbc.sql(
                        """
                        update comment_cluster set decision = 'NOTED', decision_reason = 'Ghi nhận.', decided_by = ?,
                            decided_at = ? where round = ? and decision is null""")
                .params(ward.secretary, now(), ward.round)
                .update();
    }

    void contest(long cluster) {
        jdbc.sql("update comment_cluster set contested = true where id = ?")
                .param(cluster)
                .update();
    }

    void prove(long cluster, long clause) {
        jdbc.sql(
                        "insert into answer_proof (cluster, clause_id, version_number, confirmed_by, confirmed_at) values (?, ?, 3, ?, ?)")
                .params(cluster, clause, ward.editor, now())
                .update();
    }

    /** Puts in many comments at once, each of its own; every tenth says what the one before says. */
    void many(int comments, int clauses) {
        jdbc.sql(
                        """
                        insert into comment (round, source, channel, clause_id, type, text, origin, received_at)
                        select :round, 'RESIDENT', 'PUBLIC_PAGE', 1 + n % :clauses, 'AMEND',
                            'Ý kiến thứ ' || n || ': ' || repeat('đề nghị bổ sung giải pháp cụ thể, ', 6), 'many-' || n, :at
                        from generate_series(1, :comments) n""")
                .param("round", ward.round)
                .param("clauses", clauses)
                .param("comments", comments)
                .param("at", now())
                .update();
        jdbc.sql(
                        """
                        insert into comment_cluster (round, clause_id, position, size, sources, first_comment, gist,
                            decision, decision_reason, decided_by, decided_at)
                        select round, clause_id, clause_id, 1, 8, id, left(text, 300), 'KEPT',
                            repeat('Dự thảo đã nêu nội dung này. ', 5), 'bithu', :at
                        from comment where round = :round""")
                .param("round", ward.round)
                .param("at", now())
                .update();
        jdbc.sql(
                        """
                        insert into comment_standing (comment, round, moderation, cluster)
                        select first_comment, round, 'SHOWN', id from comment_cluster where round = :round""")
                .param("round", ward.round)
                .update();
    }

    /** All comments there are. */
    static List<Long> list(long... ids) {
        var list = new ArrayList<Long>();
        for (long id : ids) {
            list.add(id);
        }
        return list;
    }
}
