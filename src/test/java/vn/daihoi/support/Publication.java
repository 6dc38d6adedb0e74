package vn.daihoi.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ApplicationContext;
import vn.daihoi.congress.Verdict;
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

/** Brings a Word file in as a draft and publishes it, as an editor does on the page of the document. */
public final class Publication {

    private final Documents documents;
    private final Drafts drafts;
    private final WordWriter writer;

    /** Through the services of the running application. */
    public Publication(ApplicationContext context) {
        documents = context.getBean(Documents.class);
        drafts = context.getBean(Drafts.class);
        writer = context.getBean(WordWriter.class);
    }

    /** Publishes the next version of a document, of these paragraphs. */
    public void of(String document, String editor, String... paragraphs) {
        var upload = new Upload("du-thao.docx", Secrecy.NONE, TrackedChanges.PROPOSE, false, null);
        var uploaded = drafts.upload(document, upload, file(document, paragraphs), editor);
        assertThat(uploaded).isInstanceOf(Uploaded.Taken.class);
        assertThat(drafts.publish(((Uploaded.Taken) uploaded).draft().id(), editor))
                .isInstanceOf(Verdict.Done.class);
    }

    private byte[] file(String document, String... paragraphs) {
        var clauses = Arrays.stream(paragraphs)
                .map(text -> new Clause(Clause.NO_ID, ClauseKind.PARAGRAPH, 0, "", text, List.of()))
                .toList();
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
        var bytes = new ByteArrayOutputStream();
        try {
            writer.write(sheet, documents.get(document).type().format(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
