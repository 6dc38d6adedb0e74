package vn.daihoi.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;

/** Rows of appraisals, slips, decisions and of the changes they ask for; each belongs to one submission of a dossier. */
@Component
class ApprovalStore {

    private final JdbcClient jdbc;

    ApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The versions that were signed and sent, by id of their document, in the order of the documents. */
    Map<String, Integer> versions(Dossier dossier) {
        var versions = new LinkedHashMap<String, Integer>();
        jdbc.sql(
                        """
                        select v.document, v.version from dossier_signed_version v
                        join document d on d.id = v.document
                        join document_type t on t.code = d.type
                        where v.dossier = ? and v.submission = ? order by t.position, d.created_at, d.id""")
                .params(dossier.id(), dossier.submission())
                .query((row, number) -> versions.put(row.getString("document"), row.getInt("version")))
                .list();
        return versions;
    }

    List<Appraisal> appraisals(Dossier dossier) {
        return jdbc
                .sql("select * from appraisal where dossier = ? and submission = ?")
                .params(dossier.id(), dossier.submission())
                .query((row, number) -> appraisal(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Appraisal::board))
                .toList();
    }

    void openAppraisal(Dossier dossier, Board board, LocalDate dueOn) {
        jdbc.sql(
                        """
                        insert into appraisal (dossier, submission, board, due_on) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(dossier.id(), dossier.submission(), board.name(), dueOn)
                .update();
    }

    void give(Dossier dossier, Board board, Appraisal.Outcome outcome, String opinion, Signed by) {
        jdbc.sql(
                        """
                        update appraisal set outcome = ?, opinion = ?, given_by = ?, given_at = ?
                        where dossier = ? and submission = ? and board = ?""")
                .params(
                        outcome.name(),
                        opinion,
                        by.by(),
                        Timestamp.from(by.at()),
                        dossier.id(),
                        dossier.submission(),
                        board.name())
                .update();
    }

    /** Notes that those who haven't appraised were reminded. */
    void remindBoards(Dossier dossier, Instant at) {
        touchOpenAppraisals(dossier, "reminded_at", at);
    }

    /** Notes that the delay of those who haven't appraised was reported. */
    void escalateAppraisals(Dossier dossier, Instant at) {
        touchOpenAppraisals(dossier, "escalated_at", at);
    }

    private void touchOpenAppraisals(Dossier dossier, String column, Instant at) {
        jdbc.sql("update appraisal set " + column + " = ? where dossier = ? and submission = ? and given_at is null")
                .params(Timestamp.from(at), dossier.id(), dossier.submission())
                .update();
    }

    Optional<Decision> decision(String dossier, int submission) {
        return jdbc.sql("select * from approval_decision where dossier = ? and submission = ?")
                .params(dossier, submission)
                .query((row, number) -> decision(row))
                .optional();
    }

    List<Decision> decisions(String dossier) {
        return jdbc.sql("select * from approval_decision where dossier = ? order by submission")
                .params(dossier)
                .query((row, number) -> decision(row))
                .list();
    }

    /** Keeps how the office sums up; a later summing up of the same submission replaces it. */
    void report(Dossier dossier, String report, boolean slipsSkipped, Signed by) {
        jdbc.sql(
                        """
                        insert into approval_decision (dossier, submission, report, reported_by, reported_at, slips_skipped)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict on constraint pk_approval_decision do update set report = excluded.report,
                            reported_by = excluded.reported_by, reported_at = excluded.reported_at,
                            slips_skipped = excluded.slips_skipped""")
                .params(dossier.id(), dossier.submission(), report, by.by(), Timestamp.from(by.at()), slipsSkipped)
                .update();
    }

    void decide(Dossier dossier, Decision.Outcome outcome, String reason, Signed by) {
        jdbc.sql(
                        """
                        update approval_decision set outcome = ?, reason = ?, decided_by = ?, decided_at = ?
                        where dossier = ? and submission = ?""")
                .params(outcome.name(), reason, by.by(), Timestamp.from(by.at()), dossier.id(), dossier.submission())
                .update();
    }

    void issue(Dossier dossier, String number, LocalDate day, List<String> recipients, Signed by) {
        jdbc.sql(
                        """
                        update approval_decision set number = ?, issued_on = ?, recipients = ?, issued_by = ?, issued_at = ?
                        where dossier = ? and submission = ?""")
                .params(
                        number,
                        day,
                        String.join("\n", recipients),
                        by.by(),
                        Timestamp.from(by.at()),
                        dossier.id(),
                        dossier.submission())
                .update();
    }

    List<SlipRound> slipRounds(String dossier, int submission) {
        return jdbc.sql("select * from slip_round where dossier = ? and submission = ? order by number")
                .params(dossier, submission)
                .query((row, number) -> slipRound(row, slips(dossier, submission, row.getInt("number"))))
                .list();
    }

    private List<Slip> slips(String dossier, int submission, int round) {
        return jdbc.sql("select * from slip where dossier = ? and submission = ? and round = ? order by member")
                .params(dossier, submission, round)
                .query((row, number) -> slip(row))
                .list();
    }

    void openSlips(
            Dossier dossier,
            int number,
            int quorum,
            int majority,
            LocalDate dueOn,
            Signed by,
            Collection<String> members) {
        jdbc.sql(
                        """
                        insert into slip_round (dossier, submission, number, quorum_percent, majority_percent, due_on,
                            opened_by, opened_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        dossier.id(),
                        dossier.submission(),
                        number,
                        quorum,
                        majority,
                        dueOn,
                        by.by(),
                        Timestamp.from(by.at()))
                .update();
        members.forEach(member -> jdbc.sql("insert into slip (dossier, submission, round, member) values (?, ?, ?, ?)")
                .params(dossier.id(), dossier.submission(), number, member)
                .update());
    }

    void give(Dossier dossier, int round, String member, SlipAnswer answer, String reason, Signed by) {
        // somebody noted absent who answers after all is absent no more
        jdbc.sql(
                        """
                        update slip set answer = ?, reason = ?, given_by = ?, given_at = ?,
                            absent_reason = null, absent_by = null, absent_at = null
                        where dossier = ? and submission = ? and round = ? and member = ?""")
                .params(
                        answer.name(),
                        reason,
                        by.by(),
                        Timestamp.from(by.at()),
                        dossier.id(),
                        dossier.submission(),
                        round,
                        member)
                .update();
    }

    void absent(Dossier dossier, int round, String member, String reason, Signed by) {
        jdbc.sql(
                        """
                        update slip set absent_reason = ?, absent_by = ?, absent_at = ?
                        where dossier = ? and submission = ? and round = ? and member = ?""")
                .params(reason, by.by(), Timestamp.from(by.at()), dossier.id(), dossier.submission(), round, member)
                .update();
    }

    void closeSlips(Dossier dossier, int round, Signed by) {
        jdbc.sql(
                        """
                        update slip_round set closed_by = ?, closed_at = ?
                        where dossier = ? and submission = ? and number = ?""")
                .params(by.by(), Timestamp.from(by.at()), dossier.id(), dossier.submission(), round)
                .update();
    }

    void remindMembers(Dossier dossier, int round, Instant at) {
        jdbc.sql(
                        """
                        update slip set reminded_at = ? where dossier = ? and submission = ? and round = ?
                            and given_at is null and absent_at is null""")
                .params(Timestamp.from(at), dossier.id(), dossier.submission(), round)
                .update();
    }

    void escalateSlips(Dossier dossier, int round, Instant at) {
        jdbc.sql("update slip_round set escalated_at = ? where dossier = ? and submission = ? and number = ?")
                .params(Timestamp.from(at), dossier.id(), dossier.submission(), round)
                .update();
    }

    List<ChangeRequest> requests(String dossier, int submission) {
        return jdbc.sql("select * from change_request where dossier = ? and submission = ? order by id")
                .params(dossier, submission)
                .query((row, number) -> request(row))
                .list();
    }

    void ask(
            Dossier dossier,
            ChangeRequest.Stage stage,
            String source,
            String document,
            int version,
            long clause,
            String text,
            Signed by) {
        jdbc.sql(
                        """
                        insert into change_request (dossier, submission, stage, source, document, version_number, clause_id,
                            text, said_by, said_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        dossier.id(),
                        dossier.submission(),
                        stage.name(),
                        source,
                        document,
                        version,
                        clause,
                        text,
                        by.by(),
                        Timestamp.from(by.at()))
                .update();
    }

    void reword(long request, String text, Signed by) {
        jdbc.sql("update change_request set text = ?, said_by = ?, said_at = ? where id = ?")
                .params(text, by.by(), Timestamp.from(by.at()), request)
                .update();
    }

    void drop(long request) {
        jdbc.sql("delete from change_request where id = ?").param(request).update();
    }

    private static Appraisal appraisal(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Appraisal(
                Board.valueOf(row.getString("board")),
                row.getObject("due_on", LocalDate.class),
                outcome == null ? null : Appraisal.Outcome.valueOf(outcome),
                row.getString("opinion"),
                Signed.perhaps(row, "given"),
                instant(row, "reminded_at"),
                instant(row, "escalated_at"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Decision(
                row.getInt("submission"),
                row.getString("report"),
                Signed.of(row, "reported"),
                row.getBoolean("slips_skipped"),
                outcome == null ? null : Decision.Outcome.valueOf(outcome),
                row.getString("reason"),
                Signed.perhaps(row, "decided"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                Signed.perhaps(row, "issued"),
                row.getString("recipients")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    private static SlipRound slipRound(ResultSet row, List<Slip> slips) throws SQLException {
        return new SlipRound(
                row.getInt("number"),
                row.getInt("quorum_percent"),
                row.getInt("majority_percent"),
                row.getObject("due_on", LocalDate.class),
                Signed.of(row, "opened"),
                Signed.perhaps(row, "closed"),
                instant(row, "escalated_at"),
                slips);
    }

    private static Slip slip(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        return new Slip(
                row.getString("member"),
                answer == null ? null : SlipAnswer.valueOf(answer),
                row.getString("reason"),
                Signed.perhaps(row, "given"),
                row.getString("absent_reason"),
                Signed.perhaps(row, "absent"),
                instant(row, "reminded_at"));
    }

    private static ChangeRequest request(ResultSet row) throws SQLException {
        return new ChangeRequest(
                row.getLong("id"),
                ChangeRequest.Stage.valueOf(row.getString("stage")),
                row.getString("source"),
                row.getString("document"),
                row.getInt("version_number"),
                row.getLong("clause_id"),
                row.getString("text"),
                Signed.of(row, "said"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
