package vn.daihoi.document.text;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 of a version. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * 64 lower-case hexadecimal digits over ids, kinds, depths, labels, texts and marks of all clauses in order; two
     * different versions never write the same bytes.
     */
    public static String of(List<Clause> clauses) {
        var digest = sha256();
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
            out.writeInt(clauses.size());
            for (var clause : clauses) {
                write(clause, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    // enums by name, since their order may change; every list and string after its length, so that nothing runs over
    private static void write(Clause clause, DataOutputStream out) throws IOException {
        out.writeLong(clause.id());
        write(clause.kind().name(), out);
        out.writeInt(clause.depth());
        write(clause.label(), out);
        write(clause.text(), out);
        out.writeInt(clause.marks().size());
        for (var mark : clause.marks()) {
            write(mark.style().name(), out);
            out.writeInt(mark.start());
            out.writeInt(mark.end());
        }
    }

    // UTF-16 units, since UTF-8 would write a question mark for any half of a surrogate pair
    private static void write(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
