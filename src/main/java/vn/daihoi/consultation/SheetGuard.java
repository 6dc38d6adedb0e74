package vn.daihoi.consultation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a spreadsheet before anything else does, through the same directory of the archive as the reader behind it:
 * what is inflated is counted, no header is believed.
 */
public final class SheetGuard {

    static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int MAX_ENTRIES = 300;
    private static final int MAX_TOTAL = 24 * 1024 * 1024;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String ADVICE = " Hãy lưu lại thành “Excel Workbook (.xlsx)” rồi tải lên.";
    private static final String BOMB = "Tệp khi giải nén lớn bất thường nên hệ thống không mở." + ADVICE;
    private static final String BROKEN = "Tệp bảng tính bị hỏng hoặc không đúng cấu trúc nên không đọc được." + ADVICE;
    private static final String LOCKED =
            "Tệp được đặt mật khẩu hoặc mã hóa nên không đọc được. Hãy bỏ mật khẩu rồi tải lên lần nữa.";
    private static final String MACROS = "Tệp có chứa macro hoặc điều khiển ActiveX nên không được nhận." + ADVICE;

    // the reader makes room for every column up to the one named, and Excel knows none behind XFD
    private static final Pattern FAR_COLUMN = Pattern.compile("\\sr\\s*=\\s*[\"']\\$?[A-Za-z]{4}");
    // the reader looks through all of them for every number
    private static final Pattern ARRAY_FORMULA = Pattern.compile("\\st\\s*=\\s*[\"']array[\"']");
    private static final int MAX_ARRAY_FORMULAS = 100;

    private static final Tika TIKA = new Tika();

    private SheetGuard() {}

    /** Why a file can't be taken, as a Vietnamese sentence; null when it can. */
    public static @Nullable String refusal(byte[] bytes) {
        if (bytes.length == 0) {
            return "Tệp rỗng, không có nội dung.";
        }
        if (bytes.length > MAX_BYTES) {
            return "Tệp lớn hơn 2 MB nên không được nhận; chưa có gì được lưu.";
        }
        if (!new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1).equals("PK\u0003\u0004")) {
            return foreign(bytes);
        }
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            return archive(zip);
        } catch (IOException | IllegalArgumentException e) {
            return BROKEN;
        }
    }

    /** What is said of a file that opens and yet can't be read. */
    static String broken() {
        return BROKEN;
    }

    private static String foreign(byte[] bytes) {
        var type = TIKA.detect(bytes);
        if (type.equals("application/x-tika-msoffice")) {
            // names in this old kind of file are UTF-16
            var names = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
            return names.contains("EncryptedPackage") || names.contains("EncryptionInfo")
                    ? LOCKED
                    : "Tệp thuộc định dạng Excel cũ (.xls)." + ADVICE;
        }
        var what =
                switch (type) {
                    case "application/pdf" -> " (đây là tệp PDF)";
                    case "text/plain", "text/csv", "text/html", "application/xhtml+xml" ->
                        " (đây là tệp văn bản thuần hoặc trang web)";
                    default -> type.startsWith("image/") ? " (đây là tệp hình ảnh)" : "";
                };
        return "Tệp không phải là bảng tính .xlsx" + what + "." + ADVICE;
    }

    private static @Nullable String archive(ZipFile zip) throws IOException {
        var names = new HashSet<String>();
        String types = "";
        long total = 0;
        for (var entry : Collections.list(zip.getEntries())) {
            // the reader finds parts whatever their case
            var name = entry.getName().toLowerCase(Locale.ROOT);
            if (!names.add(name)) {
                return BROKEN;
            }
            if (names.size() > MAX_ENTRIES) {
                return BOMB;
            }
            if (name.contains("vbaproject") || name.contains("activex") || name.contains("macrosheets/")) {
                return MACROS;
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                return LOCKED;
            }
            var part = inflate(zip, entry, MAX_TOTAL - total);
            if (part == null) {
                return BOMB;
            }
            total += part.length;
            if (name.equalsIgnoreCase(CONTENT_TYPES)) {
                types = new String(part, StandardCharsets.UTF_8);
            } else if (name.endsWith(".xml") || name.endsWith(".rels")) {
                var fault = xml(part);
                if (fault != null) {
                    return fault;
                }
            }
        }
        if (types.contains("macroEnabled")) {
            return MACROS;
        }
        return types.contains("spreadsheetml.sheet.main+xml") ? null : "Tệp không phải là bảng tính .xlsx." + ADVICE;
    }

    private static byte @Nullable [] inflate(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            var part = in.readNBytes((int) most + 1);
            return part.length > most ? null : part;
        }
    }

    private static @Nullable String xml(byte[] part) {
        var text = new String(part, StandardCharsets.ISO_8859_1);
        // office programs write UTF-8 and never declare a type of document
        if (text.indexOf('\0') >= 0 || text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            return BROKEN;
        }
        if (FAR_COLUMN.matcher(text).find()) {
            return BROKEN;
        }
        return ARRAY_FORMULA
                                .matcher(text)
                                .results()
                                .limit(MAX_ARRAY_FORMULAS + 1L)
                                .count()
                        > MAX_ARRAY_FORMULAS
                ? "Tệp có quá nhiều công thức nên không được nhận. Hãy dán ý kiến vào mẫu dưới dạng chữ."
                : null;
    }
}
