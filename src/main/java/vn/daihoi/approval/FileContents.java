package vn.daihoi.approval;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bytes of files, found by their SHA-256 and kept once however often they come. */
@Component
class FileContents {

    private final JdbcClient jdbc;

    FileContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps bytes and tells their SHA-256. */
    String put(byte[] bytes) {
        var sha256 = sha256(bytes);
        jdbc.sql("insert into dossier_content (sha256, bytes) values (:sha256, :bytes) on conflict do nothing")
                .param("sha256", sha256)
                .param("bytes", bytes)
                .update();
        return sha256;
    }

    /** Forgets what nothing refers to any more: a paper taken back before it was sent, perhaps because it is secret. */
    void drop(Collection<String> hashes) {
        for (var sha256 : hashes) {
            jdbc.sql(
                            """
                            delete from dossier_content where sha256 = :sha256
                            and not exists (select 1 from dossier_upload where sha256 = :sha256)
                            and not exists (select 1 from dossier_submission_file where sha256 = :sha256)""")
                    .param("sha256", sha256)
                    .update();
        }
    }

    byte[] bytes(String sha256) {
        return jdbc.sql("select bytes from dossier_content where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, number) -> row.getBytes("bytes"))
                .single();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
