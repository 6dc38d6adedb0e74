package vn.daihoi.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Signed;
import vn.daihoi.document.Documents.PaperReceipt;
import vn.daihoi.document.word.PageFormat;

/** Rows of documents, their types and their paper receipts. */
@Component
class DocumentStore {

    private static final String TYPE =
            """
            t.code, t.name, t.number_code, t.required,
            f.top, f.bottom, f.left_side, f.right_side, f.font, f.size, f.first_line
            """;
    private static final String DOCUMENT = "select d.*, " + TYPE
            + " from document d join document_type t on t.code = d.type join page_format f on f.code = t.page_format ";

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DocumentType> types() {
        return jdbc.sql(
                        "select " + TYPE
                                + " from document_type t join page_format f on f.code = t.page_format order by t.position, t.code")
                .query((row, number) -> type(row))
                .list();
    }

    Optional<Document> find(String id) {
        return jdbc.sql(DOCUMENT + "where d.id = :id")
                .param("id", id)
                .query((row, number) -> document(row))
                .optional();
    }

    /** The document, kept from everybody else who wants to change it or its drafts until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Document> lock(String id) {
        return jdbc.sql(DOCUMENT + "where d.id = :id for update of d")
                .param("id", id)
                .query((row, number) -> document(row))
                .optional();
    }

    List<Document> ofCongress(String congress) {
        return jdbc.sql(DOCUMENT + "where d.congress = :congress order by t.position, t.code, d.created_at, d.id")
                .param("congress", congress)
                .query((row, number) -> document(row))
                .list();
    }

    /** Stores a new document; false when the congress already has one under this title. */
    boolean insert(Document document) {
        return jdbc.sql(
                                """
                        insert into document (id, congress, ward, type, title, status, created_by, created_at)
                        values (:id, :congress, :ward, :type, :title, :status, :by, :at)
                        on conflict (congress, title) do nothing""")
                        .param("id", document.id())
                        .param("congress", document.congress())
                        .param("ward", document.ward())
                        .param("type", document.type().code())
                        .param("title", document.title())
                        .param("status", document.status().name())
                        .param("by", document.created().by())
                        .param("at", Timestamp.from(document.created().at()))
                        .update()
                == 1;
    }

    void submit(String id, int number, @Nullable String note, Signed by) {
        jdbc.sql(
                        """
                        update document set status = 'SUBMITTED', submitted = :number, submit_note = :note,
                          return_reason = null, submitted_by = :by, submitted_at = :at where id = :id""")
                .param("number", number)
                .param("note", note)
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .param("id", id)
                .update();
    }

    void clear(String id, Signed by) {
        jdbc.sql("update document set status = 'CLEARED', cleared_by = :by, cleared_at = :at where id = :id")
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .param("id", id)
                .update();
    }

    void sendBack(String id, String reason) {
        jdbc.sql("update document set status = 'RETURNED', return_reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void cancel(String id) {
        jdbc.sql("update document set status = 'CANCELLED' where id = :id")
                .param("id", id)
                .update();
    }

    /** The highest id ever given to a clause of the document. */
    long lastClause(String id) {
        return jdbc.sql("select last_clause from document where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    void lastClause(String id, long last) {
        jdbc.sql("update document set last_clause = :last where id = :id")
                .param("last", last)
                .param("id", id)
                .update();
    }

    /** Stores a receipt; false when there is one under this number already. */
    boolean insert(String document, PaperReceipt receipt, Signed by) {
        return jdbc.sql(
                                """
                        insert into paper_receipt (document, register_number, received_on, holder, created_by, created_at)
                        values (:document, :number, :receivedOn, :holder, :by, :at)
                        on conflict (document, register_number) do nothing""")
                        .param("document", document)
                        .param("number", receipt.registerNumber())
                        .param("receivedOn", receipt.receivedOn())
                        .param("holder", receipt.holder())
                        .param("by", by.by())
                        .param("at", Timestamp.from(by.at()))
                        .update()
                == 1;
    }

    List<PaperReceipt> papers(String document) {
        return jdbc.sql(
                        """
                        select register_number, received_on, holder from paper_receipt
                        where document = :document order by received_on desc, id desc""")
                .param("document", document)
                .query((row, number) -> new PaperReceipt(
                        row.getString("register_number"),
                        row.getObject("received_on", java.time.LocalDate.class),
                        row.getString("holder")))
                .list();
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getString("id"),
                row.getString("congress"),
                row.getString("ward"),
                type(row),
                row.getString("title"),
                DocumentStatus.valueOf(row.getString("status")),
                row.getString("return_reason"),
                row.getObject("submitted", Integer.class),
                row.getString("submit_note"),
                Signed.perhaps(row, "submitted"),
                Signed.perhaps(row, "cleared"),
                Signed.of(row, "created"));
    }

    private static DocumentType type(ResultSet row) throws SQLException {
        return new DocumentType(
                row.getString("code"),
                row.getString("name"),
                row.getString("number_code"),
                row.getBoolean("required"),
                new PageFormat(
                        row.getInt("top"),
                        row.getInt("bottom"),
                        row.getInt("left_side"),
                        row.getInt("right_side"),
                        row.getString("font"),
                        row.getInt("size"),
                        row.getInt("first_line")));
    }
}
