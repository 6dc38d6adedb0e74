package vn.daihoi.document.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file before anything else does, and at the same bytes in the same way as the reader behind it will: what
 * is inflated is counted, no header is believed.
 */
final class UploadGuard {

    static final int MAX_BYTES = 20 * 1024 * 1024;
    private static final int MAX_ENTRIES = 2_000;
    private static final long MAX_TOTAL = 200L * 1024 * 1024;
    private static final long MAX_PART = 60L * 1024 * 1024;
    private static final int MAX_RATIO = 200;
    /** Small parts may be squeezed harder without any harm. */
    private static final long RATIO_FROM = 5L * 1024 * 1024;

    private static final String BOMB =
            "Tệp khi giải nén lớn bất thường nên hệ thống không mở. Hãy lưu lại bằng Word rồi tải lên lần nữa.";
    private static final String BROKEN =
            "Tệp DOCX bị hỏng hoặc không đúng cấu trúc nên không đọc được. Hãy mở bằng Word, lưu lại rồi tải lên lần nữa.";
    private static final String MACROS =
            "Tệp có chứa macro hoặc điều khiển ActiveX nên không được nhận. Hãy lưu lại thành “Word Document (.docx)” không có macro.";

    private static final Tika TIKA = new Tika();

    private UploadGuard() {}

    /** Why a file can't be taken, as a Vietnamese sentence; null when it can. */
    static @Nullable String refusal(byte[] bytes) {
        if (bytes.length == 0) {
            return "Tệp rỗng, không có nội dung.";
        }
        if (bytes.length > MAX_BYTES) {
            return "Tệp lớn hơn 20 MB. Hãy bỏ bớt hình ảnh hoặc tách phụ lục thành tệp riêng.";
        }
        if (!startsWith(bytes, 'P', 'K', 3, 4)) {
            return foreign(bytes);
        }
        try {
            return archive(bytes);
        } catch (Refusal e) {
            return e.sentence;
        } catch (IOException | IllegalArgumentException e) {
            // IllegalArgumentException: names or fields of the archive that can't be decoded.
            return BROKEN;
        }
    }

    static String broken() {
        return BROKEN;
    }

    /** A reason found deep inside. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        Refusal(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }

    private static String foreign(byte[] bytes) {
        if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
            return contains(bytes, "EncryptedPackage") || contains(bytes, "EncryptionInfo")
                    ? "Tệp được đặt mật khẩu hoặc mã hóa nên không đọc được. Hãy bỏ mật khẩu rồi tải lên lần nữa."
                    : "Tệp thuộc định dạng Word cũ (.doc). Hãy lưu lại thành “Word Document (.docx)” rồi tải lên.";
        }
        return notWord(TIKA.detect(bytes));
    }

    private static String notWord(String type) {
        String what =
                switch (type) {
                    case "application/pdf" -> " (đây là tệp PDF)";
                    case "application/rtf", "text/rtf" -> " (đây là tệp RTF)";
                    case "text/plain", "text/html", "application/xhtml+xml" ->
                        " (đây là tệp văn bản thuần hoặc trang web)";
                    case "application/vnd.oasis.opendocument.text" -> " (đây là tệp OpenDocument .odt)";
                    default -> type.startsWith("image/") ? " (đây là tệp hình ảnh)" : "";
                };
        return "Tệp không phải là văn bản Word .docx" + what
                + ". Hãy lưu lại thành “Word Document (.docx)” rồi tải lên.";
    }

    private static @Nullable String archive(byte[] bytes) throws IOException {
        Set<String> names = new HashSet<>();
        PartCheck check = new PartCheck();
        long total = 0;
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                name(entry, names);
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    return "Tệp được đặt mật khẩu hoặc mã hóa nên không đọc được. Hãy bỏ mật khẩu rồi tải lên lần nữa.";
                }
                if (names.size() > MAX_ENTRIES) {
                    return BOMB;
                }
                byte[] part = inflate(zip, Math.min(MAX_PART, MAX_TOTAL - total));
                total += part.length;
                long packed = zip.getCompressedCount();
                if (part.length > RATIO_FROM && part.length > MAX_RATIO * Math.max(1, packed)) {
                    return BOMB;
                }
                check.part(entry.getName(), part);
            }
        } catch (ZipException e) {
            return BROKEN;
        }
        if (total > RATIO_FROM && total > (long) MAX_RATIO * bytes.length) {
            return BOMB;
        }
        if (names.contains("mimetype") && !names.contains("[Content_Types].xml")) {
            return notWord("application/vnd.oasis.opendocument.text");
        }
        if (!names.contains("[Content_Types].xml") || !check.word()) {
            return check.macros() ? MACROS : notWord("");
        }
        // Entries that only the directory at the end knows, or that lie inside each other.
        if (listed(bytes) != names.size()) {
            return BROKEN;
        }
        return check.macros() ? MACROS : check.refusal();
    }

    private static void name(ZipArchiveEntry entry, Set<String> names) throws Refusal {
        String name = entry.getName();
        boolean climbs = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.indexOf('\0') >= 0
                || name.equals("..")
                || name.startsWith("../")
                || name.contains("/../")
                || name.endsWith("/..");
        if (climbs || !names.add(name)) {
            throw new Refusal(BROKEN);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("vbaproject") || lower.contains("vbadata") || lower.contains("activex")) {
            throw new Refusal(MACROS);
        }
    }

    private static byte[] inflate(InputStream in, long most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + n > most) {
                throw new Refusal(BOMB);
            }
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    /** The number of entries by the directory at the end; -1 where there is none. */
    private static int listed(byte[] bytes) {
        for (int i = bytes.length - 22; i >= 0 && i > bytes.length - 22 - 65_536; i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                return (bytes[i + 10] & 0xff) | (bytes[i + 11] & 0xff) << 8;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the directory of an OLE file names a stream; its names are UTF-16. */
    private static boolean contains(byte[] bytes, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_16LE);
        outer:
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (bytes[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
