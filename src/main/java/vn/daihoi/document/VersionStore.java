package vn.daihoi.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;
import vn.daihoi.document.Drafts.StoredProposal;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Fingerprint;
import vn.daihoi.document.word.Proposal;

/** Rows of versions: their clauses, the questions about them and the proposals on them. */
@Component
class VersionStore {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    VersionStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A clause of which a person has to confirm that it is the one whose id it bears. */
    record Unsure(long clause, double similarity) {}

    /** A question as stored: where the clause stands in the draft now, and which one it is. */
    record Asked(int position, long clause, double similarity) {}

    Optional<DocumentVersion> find(String id) {
        return jdbc.sql("select * from document_version where id = :id")
                .param("id", id)
                .query((row, number) -> version(row))
                .optional();
    }

    Optional<DocumentVersion> numbered(String document, int number) {
        return jdbc.sql("select * from document_version where document = :document and number = :number")
                .param("document", document)
                .param("number", number)
                .query((row, line) -> version(row))
                .optional();
    }

    Optional<DocumentVersion> latest(String document) {
        return jdbc.sql(
                        """
                        select * from document_version where document = :document and number is not null
                        order by number desc limit 1""")
                .param("document", document)
                .query((row, line) -> version(row))
                .optional();
    }

    /** The published ones, the newest first. */
    List<DocumentVersion> published(String document) {
        return jdbc.sql(
                        """
                        select * from document_version where document = :document and number is not null
                        order by number desc""")
                .param("document", document)
                .query((row, line) -> version(row))
                .list();
    }

    /** The drafts, the newest first. */
    List<DocumentVersion> drafts(String document) {
        return jdbc.sql(
                        """
                        select * from document_version where document = :document and number is null
                        order by uploaded_at desc, id""")
                .param("document", document)
                .query((row, line) -> version(row))
                .list();
    }

    /** The clauses in reading order. */
    List<Clause> clauses(String version) {
        return jdbc.sql(
                        """
                        select id, kind, depth, label, text, marks from clause
                        where version_id = :version order by position""")
                .param("version", version)
                .query((row, line) -> new Clause(
                        row.getLong("id"),
                        ClauseKind.valueOf(row.getString("kind")),
                        row.getInt("depth"),
                        row.getString("label"),
                        row.getString("text"),
                        MarkText.read(row.getString("marks"))))
                .list();
    }

    /** Those of some ids that a clause of a published version of the document bears. */
    Set<Long> published(String document, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(
                        """
                        select distinct c.id from clause c join document_version v on v.id = c.version_id
                        where v.document = ? and v.number is not null and c.id = any (?)""")
                .param(document)
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    void insertDraft(DocumentVersion draft, List<Clause> clauses) {
        jdbc.sql(
                        """
                        insert into document_version
                          (id, document, base, sha256, file_name, note, uploaded_by, uploaded_at)
                        values (:id, :document, :base, :sha256, :fileName, :note, :by, :at)""")
                .param("id", draft.id())
                .param("document", draft.document())
                .param("base", draft.base())
                .param("sha256", draft.sha256())
                .param("fileName", draft.fileName())
                .param("note", draft.note())
                .param("by", draft.uploaded().by())
                .param("at", Timestamp.from(draft.uploaded().at()))
                .update();
        insert(draft.id(), clauses);
    }

    /** Puts other clauses in the place of a draft's, and gives it their SHA-256. */
    void rewrite(String draft, List<Clause> clauses) {
        jdbc.sql("delete from clause where version_id = :version")
                .param("version", draft)
                .update();
        insert(draft, clauses);
        seal(draft, clauses);
    }

    /** The same, writing little where only words changed: hundreds of proposals may be accepted one after the other. */
    void rewrite(String draft, List<Clause> before, List<Clause> after) {
        if (!ids(before).equals(ids(after))) {
            rewrite(draft, after);
            return;
        }
        for (var position = 0; position < after.size(); position++) {
            var clause = after.get(position);
            if (!clause.equals(before.get(position))) {
                jdbc.sql(
                                """
                                update clause set kind = :kind, depth = :depth, label = :label, text = :text, marks = :marks
                                where version_id = :version and position = :position""")
                        .param("kind", clause.kind().name())
                        .param("depth", clause.depth())
                        .param("label", clause.label())
                        .param("text", clause.text())
                        .param("marks", MarkText.write(clause.marks()))
                        .param("version", draft)
                        .param("position", position)
                        .update();
            }
        }
        seal(draft, after);
    }

    void base(String draft, int number) {
        jdbc.sql("update document_version set base = :base where id = :id")
                .param("base", number)
                .param("id", draft)
                .update();
    }

    /** Freezes a draft under its number. */
    void publish(String draft, int number, Signed by) {
        jdbc.sql(
                        """
                        update document_version set number = :number, published_by = :by, published_at = :at
                        where id = :id""")
                .param("number", number)
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .param("id", draft)
                .update();
    }

    void delete(String draft) {
        jdbc.sql("delete from document_version where id = :id")
                .param("id", draft)
                .update();
    }

    /** What is still asked about clauses that are still there, in reading order. */
    List<Asked> asked(String draft) {
        return jdbc.sql(
                        """
                        select c.position, p.clause_id, p.similarity
                        from clause_pairing p join clause c on c.version_id = p.version_id and c.id = p.clause_id
                        where p.version_id = :draft and p.settled_at is null order by c.position""")
                .param("draft", draft)
                .query((row, line) ->
                        new Asked(row.getInt("position"), row.getLong("clause_id"), row.getDouble("similarity")))
                .list();
    }

    void ask(String draft, List<Unsure> unsure) {
        template.batchUpdate(
                "insert into clause_pairing (version_id, clause_id, similarity) values (?, ?, ?)",
                unsure,
                BATCH,
                (statement, one) -> {
                    statement.setString(1, draft);
                    statement.setLong(2, one.clause());
                    statement.setDouble(3, one.similarity());
                });
    }

    void settle(String draft, Collection<Long> clauses, Signed by) {
        jdbc.sql(
                        "update clause_pairing set settled_by = ?, settled_at = ? where version_id = ? and clause_id = any (?)")
                .param(by.by())
                .param(Timestamp.from(by.at()))
                .param(draft)
                .param(clauses.toArray(Long[]::new))
                .update();
    }

    void forgetQuestions(String draft) {
        jdbc.sql("delete from clause_pairing where version_id = :draft")
                .param("draft", draft)
                .update();
    }

    /** The proposals of a version in reading order; those whose clause is gone come last. */
    List<StoredProposal> proposals(String version) {
        return jdbc.sql(
                        """
                        select p.* from clause_proposal p
                        left join clause c on c.version_id = p.version_id and c.id = p.clause_id
                        where p.version_id = :version
                        order by case when p.clause_id = 0 then -1 else c.position end nulls last, p.start, p.id""")
                .param("version", version)
                .query((row, line) -> proposal(row))
                .list();
    }

    void propose(String draft, List<Proposal> proposals, List<Clause> clauses) {
        template.batchUpdate(
                """
                insert into clause_proposal
                  (version_id, clause_id, kind, start, old_words, new_words, remark, author, at, outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')""",
                proposals,
                BATCH,
                (statement, one) -> {
                    var at = one.at();
                    statement.setString(1, draft);
                    statement.setLong(
                            2, one.clause() < 0 ? 0 : clauses.get(one.clause()).id());
                    statement.setString(3, one.kind().name());
                    statement.setInt(4, one.start());
                    statement.setString(5, one.oldWords());
                    statement.setString(6, one.newWords());
                    statement.setString(7, one.remark());
                    statement.setString(8, one.author());
                    statement.setTimestamp(9, at == null ? null : Timestamp.from(at));
                });
    }

    /** Writes down where proposals apply by now. */
    void place(List<StoredProposal> proposals) {
        template.batchUpdate(
                "update clause_proposal set clause_id = ?, start = ? where id = ?",
                proposals,
                BATCH,
                (statement, one) -> {
                    statement.setLong(1, one.clauseId());
                    statement.setInt(2, one.start());
                    statement.setLong(3, one.id());
                });
    }

    void decide(long proposal, boolean accepted, Signed by) {
        jdbc.sql(
                        """
                        update clause_proposal set outcome = :outcome, decided_by = :by, decided_at = :at
                        where id = :id""")
                .param("outcome", accepted ? "ACCEPTED" : "DISMISSED")
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .param("id", proposal)
                .update();
    }

    /** All clauses in one statement: a version may have twenty thousand. */
    private void insert(String version, List<Clause> clauses) {
        if (clauses.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into clause (version_id, position, id, kind, depth, label, text, marks)
                        select ?, n.position - 1, n.id, n.kind, n.depth, n.label, n.text, n.marks
                        from unnest(?::bigint[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[])
                          with ordinality as n (id, kind, depth, label, text, marks, position)""")
                .param(version)
                .param(clauses.stream().map(Clause::id).toArray(Long[]::new))
                .param(clauses.stream().map(clause -> clause.kind().name()).toArray(String[]::new))
                .param(clauses.stream().map(Clause::depth).toArray(Integer[]::new))
                .param(clauses.stream().map(Clause::label).toArray(String[]::new))
                .param(clauses.stream().map(Clause::text).toArray(String[]::new))
                .param(clauses.stream()
                        .map(clause -> MarkText.write(clause.marks()))
                        .toArray(String[]::new))
                .update();
    }

    private void seal(String draft, List<Clause> clauses) {
        jdbc.sql("update document_version set sha256 = :sha256 where id = :id")
                .param("sha256", Fingerprint.of(clauses))
                .param("id", draft)
                .update();
    }

    private static List<Long> ids(List<Clause> clauses) {
        return clauses.stream().map(Clause::id).toList();
    }

    private static DocumentVersion version(ResultSet row) throws SQLException {
        return new DocumentVersion(
                row.getString("id"),
                row.getString("document"),
                row.getObject("number", Integer.class),
                row.getInt("base"),
                row.getString("sha256"),
                row.getString("file_name"),
                row.getString("note"),
                Signed.of(row, "uploaded"),
                Signed.perhaps(row, "published"));
    }

    private static StoredProposal proposal(ResultSet row) throws SQLException {
        return new StoredProposal(
                row.getLong("id"),
                row.getLong("clause_id"),
                Proposal.Kind.valueOf(row.getString("kind")),
                row.getInt("start"),
                row.getString("old_words"),
                row.getString("new_words"),
                row.getString("remark"),
                row.getString("author"),
                instant(row.getTimestamp("at")),
                Signed.perhaps(row, "decided"),
                "ACCEPTED".equals(row.getString("outcome")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
