package vn.daihoi.document;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.word.Sheet;

/** The versions of the documents, for reading. Who may read is asked of {@link Documents#visible} first. */
@Service
public class Versions {

    /** The published versions, the newest first. */
    public List<DocumentVersion> published(String document) {
        throw new UnsupportedOperationException();
    }

    /** The newest published version. */
    public Optional<DocumentVersion> latest(String document) {
        throw new UnsupportedOperationException();
    }

    /** A published version by its number. */
    public Optional<DocumentVersion> numbered(String document, int number) {
        throw new UnsupportedOperationException();
    }

    /** The text of a version; its SHA-256 is reckoned anew. */
    public VersionText read(DocumentVersion version) {
        throw new UnsupportedOperationException();
    }

    /** Compares two versions of one document. */
    public Comparison compare(DocumentVersion older, DocumentVersion newer) {
        throw new UnsupportedOperationException();
    }

    /** A version as it is put on paper. */
    public Sheet sheet(Document document, VersionText text) {
        throw new UnsupportedOperationException();
    }
}
