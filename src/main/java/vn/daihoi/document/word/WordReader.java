package vn.daihoi.document.word;

import org.springframework.stereotype.Component;

/** Reads a Word file that somebody sent in. Trusts nothing in it. */
@Component
public class WordReader {

    /** What became of a file. */
    public sealed interface Reading {

        /** It was read. */
        record Read(WordFile file) implements Reading {}

        /** It can't be taken; the message is a Vietnamese sentence for the uploader. */
        record Refused(String message) implements Reading {}
    }

    /**
     * Reads a file.
     *
     * @param bytes the whole file, at most as large as the limit for uploads
     * @param mode what to do with tracked changes
     */
    public Reading read(byte[] bytes, WordFile.TrackedChanges mode) {
        throw new UnsupportedOperationException();
    }
}
