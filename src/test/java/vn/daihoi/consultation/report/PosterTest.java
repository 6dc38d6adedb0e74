package vn.daihoi.consultation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.word.PdfWriter;

class PosterTest {

    private static final String ADDRESS = "https://gopy.example.vn/gop-y/bao-cao-chinh-tri-7k2q";

    private final Poster poster = new Poster(new PdfWriter());

    @Test
    void onePageSaysWhatUntilWhenAndWhere() throws Exception {
        var out = new ByteArrayOutputStream();
        poster.write(
                new Poster.Content(
                        "Đảng bộ phường Mẫu <script>",
                        "Vòng 1 – Dự thảo Báo cáo chính trị trình Đại hội đại biểu Đảng bộ phường nhiệm kỳ 2025–2030 & phương hướng",
                        "23:59 ngày 05/03/2027",
                        List.of(
                                "Các chỉ tiêu đã sát thực tế chưa, cần thêm chỉ tiêu nào về môi trường và cây xanh?",
                                "Giải pháp nào cần làm ngay? ".repeat(20),
                                "Ba",
                                "Bốn không còn chỗ"),
                        ADDRESS),
                out);

        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("MỜI BẠN GÓP Ý", "Đảng bộ phường Mẫu <script>", "23:59 ngày 05/03/2027", ADDRESS)
                    .doesNotContain("Bốn không còn chỗ");
            for (var font : document.getPage(0).getResources().getFontNames()) {
                PDFont used = document.getPage(0).getResources().getFont(font);
                assertThat(used.isEmbedded()).as(used.getName()).isTrue();
            }
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 110);
            new File("target/screenshots").mkdirs();
            ImageIO.write(picture, "png", new File("target/screenshots/poster.png"));
            var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            var seen = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(ADDRESS);
        }
    }
}
