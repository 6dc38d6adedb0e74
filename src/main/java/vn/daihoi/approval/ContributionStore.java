package vn.daihoi.approval;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Contributions.PaperReceipt;
import vn.daihoi.approval.Contributions.Upload;
import vn.daihoi.congress.Signed;

/** Rows of what the office adds by hand; each item has a file or a receipt, never both. */
@Component
class ContributionStore {

    private final JdbcClient jdbc;
    private final FileContents contents;

    ContributionStore(JdbcClient jdbc, FileContents contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    Map<String, Upload> uploads(String dossier) {
        return jdbc
                .sql("select * from dossier_upload where dossier = :dossier")
                .param("dossier", dossier)
                .query((row, number) -> new Upload(
                        row.getString("item"),
                        row.getString("file_name"),
                        FileType.valueOf(row.getString("type")),
                        row.getInt("size"),
                        row.getString("sha256"),
                        Signed.of(row, "uploaded")))
                .list()
                .stream()
                .collect(Collectors.toMap(Upload::item, Function.identity()));
    }

    Map<String, PaperReceipt> papers(String dossier) {
        return jdbc
                .sql("select * from dossier_paper where dossier = :dossier")
                .param("dossier", dossier)
                .query((row, number) -> Map.entry(
                        row.getString("item"),
                        new PaperReceipt(
                                row.getString("register_number"),
                                row.getObject("received_on", LocalDate.class),
                                row.getString("holder"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void put(String dossier, Upload upload) {
        deletePaper(dossier, upload.item());
        var former = deleted(dossier, upload.item());
        jdbc.sql("insert into dossier_upload values (:dossier, :item, :name, :type, :size, :sha256, :by, :at)")
                .param("dossier", dossier)
                .param("item", upload.item())
                .param("name", upload.fileName())
                .param("type", upload.type().name())
                .param("size", upload.size())
                .param("sha256", upload.sha256())
                .param("by", upload.uploaded().by())
                .param("at", Timestamp.from(upload.uploaded().at()))
                .update();
        contents.drop(former);
    }

    void put(String dossier, String item, PaperReceipt receipt, Signed recorded) {
        clear(dossier, item);
        jdbc.sql("insert into dossier_paper values (:dossier, :item, :number, :on, :holder, :by, :at)")
                .param("dossier", dossier)
                .param("item", item)
                .param("number", receipt.registerNumber())
                .param("on", receipt.receivedOn())
                .param("holder", receipt.holder())
                .param("by", recorded.by())
                .param("at", Timestamp.from(recorded.at()))
                .update();
    }

    /** Gives a new dossier what an earlier one had. */
    void carryOver(String from, String to) {
        for (var table : List.of("dossier_upload", "dossier_paper")) {
            var columns = table.equals("dossier_upload")
                    ? "item, file_name, type, size, sha256, uploaded_by, uploaded_at"
                    : "item, register_number, received_on, holder, recorded_by, recorded_at";
            jdbc.sql("insert into " + table + " (dossier, " + columns + ") select :to, " + columns + " from " + table
                            + " where dossier = :from")
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
    }

    /** Takes away what an item has; false when it has nothing. */
    boolean clear(String dossier, String item) {
        boolean paper = deletePaper(dossier, item);
        var files = deleted(dossier, item);
        contents.drop(files);
        return paper || !files.isEmpty();
    }

    private boolean deletePaper(String dossier, String item) {
        return jdbc.sql("delete from dossier_paper where dossier = :dossier and item = :item")
                        .param("dossier", dossier)
                        .param("item", item)
                        .update()
                > 0;
    }

    private List<String> deleted(String dossier, String item) {
        return jdbc.sql("delete from dossier_upload where dossier = :dossier and item = :item returning sha256")
                .param("dossier", dossier)
                .param("item", item)
                .query(String.class)
                .list();
    }
}
