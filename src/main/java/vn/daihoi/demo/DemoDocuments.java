package vn.daihoi.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.Document;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.Drafts.Secrecy;
import vn.daihoi.document.Drafts.Upload;
import vn.daihoi.document.Drafts.Uploaded;
import vn.daihoi.document.Versions;
import vn.daihoi.document.indicator.Indicators;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.WordFile.TrackedChanges;
import vn.daihoi.document.word.WordWriter;

/** Brings the demo's texts in as an editor does: as a Word file, looked through and published. */
@Component
@ConditionalOnProperty(name = "daihoi.demo", havingValue = "true", matchIfMissing = true)
class DemoDocuments {

    /** The files by the code of their type of document. */
    private static final Map<String, String> FILES = Map.of(
            "POLITICAL_REPORT", "bao-cao-chinh-tri",
            "SELF_REVIEW", "bao-cao-kiem-diem",
            "RESOLUTION", "du-thao-nghi-quyet",
            "ACTION_PROGRAMME", "chuong-trinh-hanh-dong");

    private final Drafts drafts;
    private final Versions versions;
    private final Indicators indicators;
    private final WordWriter writer;

    DemoDocuments(Drafts drafts, Versions versions, Indicators indicators, WordWriter writer) {
        this.drafts = drafts;
        this.versions = versions;
        this.indicators = indicators;
        this.writer = writer;
    }

    /** Whether the demo has a text for this document. */
    boolean knows(Document document) {
        return FILES.containsKey(document.type().code());
    }

    /** Whether this is the report that the demo's comments speak of. */
    boolean isPoliticalReport(Document document) {
        return document.type().code().equals("POLITICAL_REPORT");
    }

    /** Publishes the first version of a document; one that has a version keeps it. */
    void publish(Document document, String editor) {
        if (versions.latest(document.id()).isPresent()) {
            return;
        }
        var name = Objects.requireNonNull(FILES.get(document.type().code()));
        var upload = new Upload(name + ".docx", Secrecy.NONE, TrackedChanges.PROPOSE, false, "Dự thảo lần 1");
        var uploaded = drafts.upload(document.id(), upload, file(document, DemoText.clauses(name + ".txt")), editor);
        if (!(uploaded instanceof Uploaded.Taken taken)) {
            throw new IllegalStateException("the demo's own text was refused: " + uploaded);
        }
        var draft = taken.draft();
        var rows = indicators.proposals(versions.read(draft).clauses(), List.of()).stream()
                .map(row -> row.indicator().clauseId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!rows.isEmpty()) {
            must(indicators.take(document.id(), draft.id(), rows, editor));
        }
        must(drafts.publish(draft.id(), editor));
    }

    private byte[] file(Document document, List<Clause> clauses) {
        var sheet = new Sheet(
                // written elsewhere, not exported from here
                "", 0, "", "Đảng bộ phường Demo", null, "", null, null, List.of(), List.of(), clauses);
        var bytes = new ByteArrayOutputStream();
        try {
            writer.write(sheet, document.type().format(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void must(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            throw new IllegalStateException("the demo's own text was refused: " + refused.message());
        }
    }
}
