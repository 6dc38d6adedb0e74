package vn.daihoi.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import vn.daihoi.approval.FileGuard.Examined;

/** What may come into a dossier and what may not, whatever it is called. */
class FileGuardTest {

    private static String refusal(byte[] bytes) {
        assertThat(FileGuard.examine(bytes)).isInstanceOf(Examined.Refused.class);
        return ((Examined.Refused) FileGuard.examine(bytes)).message();
    }

    private static byte[] with(Map<String, byte[]> parts, String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return OfficeFiles.zip(parts);
    }

    @Test
    void soundFilesAreTakenForWhatTheyAre() {
        assertThat(FileGuard.examine(OfficeFiles.pdf("Chương trình đại hội, giữ bí mật")))
                .isEqualTo(new Examined.Fine(FileType.PDF));
        assertThat(FileGuard.examine(OfficeFiles.word("Giữ bí mật nghề nghiệp, bảo mật thông tin.")))
                .isEqualTo(new Examined.Fine(FileType.DOCX));
        assertThat(FileGuard.examine(OfficeFiles.sheet("Dự toán kinh phí")))
                .isEqualTo(new Examined.Fine(FileType.XLSX));
    }

    @Test
    void whatIsSomethingElseIsRefusedWhateverItIsCalled() {
        assertThat(refusal(new byte[0])).contains("rỗng");
        assertThat(refusal("X5O!P%@AP-STANDARD-ANTIVIRUS-TEST".getBytes(StandardCharsets.US_ASCII)))
                .contains("phải là PDF");
        assertThat(refusal("<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)))
                .contains("phải là PDF");
        assertThat(refusal("MZ\u0090\0".getBytes(StandardCharsets.ISO_8859_1))).contains("phải là PDF");
        assertThat(refusal(OfficeFiles.zip(Map.of("a.txt", new byte[10])))).contains("phải là PDF");
        assertThat(refusal("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII)))
                .contains("hỏng");
        assertThat(refusal(new byte[FileGuard.MAX_BYTES + 1])).contains("20 MB");
    }

    @Test
    void nothingThatActsComesIn() {
        assertThat(refusal(with(OfficeFiles.wordParts("a"), "word/vbaProject.bin", "x")))
                .contains("macro");
        assertThat(refusal(with(OfficeFiles.sheetParts("a"), "xl/vbaProject.bin", "x")))
                .contains("macro");
        assertThat(refusal(with(OfficeFiles.sheetParts("a"), "xl/macrosheets/sheet1.xml", "<a/>")))
                .contains("macro");
        assertThat(refusal(with(OfficeFiles.wordParts("a"), "word/embeddings/oleObject1.bin", "x")))
                .contains("nhúng");
        assertThat(refusal(with(OfficeFiles.wordParts("a"), "word/afchunk1.html", "<p>a</p>")))
                .contains("nhúng");
        assertThat(refusal(with(OfficeFiles.sheetParts("a"), "xl/externalLinks/externalLink1.xml", "<a/>")))
                .contains("nhúng");
        assertThat(refusal(with(OfficeFiles.sheetParts("a"), "xl/connections.xml", "<a/>")))
                .contains("nhúng");
        assertThat(refusal(OfficeFiles.pdfWithScript())).contains("tự chạy");
        assertThat(refusal(OfficeFiles.pdfThatLaunches())).contains("tự chạy");
        assertThat(refusal(OfficeFiles.lockedPdf())).contains("mật khẩu");
    }

    @Test
    void bombsAreNotUnpacked() throws IOException {
        var zeros = new byte[60 * 1024 * 1024];
        var parts = OfficeFiles.wordParts("a");
        parts.put("word/media/image1.bmp", zeros);
        assertThat(refusal(OfficeFiles.zip(parts))).contains("giải nén lớn bất thường");

        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(zeros);
            deflater.write(zeros);
        }
        assertThat(refusal(pdfWithStream(packed.toByteArray()))).contains("giải nén lớn bất thường");

        var twice = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(twice)) {
            deflater.write(packed.toByteArray());
        }
        assertThat(refusal(pdfWithStream(twice.toByteArray()))).contains("giải nén lớn bất thường");
    }

    private static byte[] pdfWithStream(byte[] data) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write("%PDF-1.7\n1 0 obj\n<</Type/ObjStm/Length 9/Filter/FlateDecode>>\nstream\n"
                .getBytes(StandardCharsets.US_ASCII));
        out.write(data);
        out.write("\nendstream\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void whatIsMarkedSecretIsRefusedAndThePaperReceiptOffered() {
        assertThat(refusal(OfficeFiles.word("MẬT"))).contains("“MẬT”", "biên nhận bản giấy");
        assertThat(refusal(OfficeFiles.pdf("TUYỆT MẬT"))).contains("“TUYỆT MẬT”", "biên nhận bản giấy");
        assertThat(refusal(OfficeFiles.sheet("TỐI MẬT"))).contains("biên nhận bản giấy");
    }
}
