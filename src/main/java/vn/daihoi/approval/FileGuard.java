package vn.daihoi.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.consultation.SheetGuard;
import vn.daihoi.document.word.Attachment;

/** Looks at what is uploaded into a dossier: what it really is, whether anything in it acts, whether it is marked secret. */
final class FileGuard {

    static final int MAX_BYTES = 20 * 1024 * 1024;

    /** What is said of secret papers; the page offers the paper receipt beside it. */
    static final String SECRET = "Tài liệu có dấu chỉ độ mật không được đưa vào hệ thống. Hãy giao nhận bản giấy và"
            + " ghi biên nhận bản giấy cho mục này (số đăng ký, ngày, nơi giữ).";

    private FileGuard() {}

    /** What was found. */
    sealed interface Examined {

        /** It can be kept. */
        record Fine(FileType type) implements Examined {}

        /** It can't; the message is a Vietnamese sentence for the uploader. */
        record Refused(String message) implements Examined {}
    }

    static Examined examine(byte[] bytes) {
        if (bytes.length == 0) {
            return new Examined.Refused("“Tệp” rỗng hoặc chưa được chọn.");
        }
        if (bytes.length > MAX_BYTES) {
            return new Examined.Refused("“Tệp” lớn hơn 20 MB. Hãy giảm chất lượng ảnh quét hoặc tách tệp.");
        }
        var type = Attachment.kind(bytes);
        if (type == null) {
            return new Examined.Refused(
                    "“Tệp” phải là PDF, Word (.docx) hoặc Excel (.xlsx), không phụ thuộc vào đuôi tên tệp.");
        }
        var refusal = refusal(type, bytes);
        if (refusal != null) {
            return new Examined.Refused(refusal);
        }
        List<String> stamps = Attachment.stamps(type, bytes);
        return stamps.isEmpty()
                ? new Examined.Fine(FileType.valueOf(type.name()))
                : new Examined.Refused("Trong tệp có dấu chỉ độ mật: “" + shortened(stamps.get(0)) + "”. " + SECRET);
    }

    private static @Nullable String refusal(Attachment.Kind kind, byte[] bytes) {
        var refusal = kind == Attachment.Kind.XLSX ? SheetGuard.refusal(bytes) : null;
        return refusal == null ? Attachment.refusal(kind, bytes) : refusal;
    }

    private static String shortened(String words) {
        return words.length() <= 80 ? words : words.substring(0, 80) + "…";
    }
}
