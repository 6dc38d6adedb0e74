package vn.daihoi.consultation.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.daihoi.document.word.PdfWriter;

/** One A4 page for notice boards and lift screens: what may be commented on, until when, and a code to scan. */
@Component
public class Poster {

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final float PAGE_HEIGHT_MM = 297;
    private static final float QR_LEFT_MM = 60;
    private static final float QR_TOP_MM = 96;
    private static final float QR_SIDE_MM = 90;

    private static final int MOST_QUESTIONS = 3;
    private static final int QUESTION_LENGTH = 140;

    /** Everything has its place, so that no title and no question runs over the code. */
    private static final String PAGE =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>%2$s</title><style>
            @page { size: A4; margin: 0 }
            body { margin: 0; font-family: %1$s; color: #231a14 }
            div { position: absolute; left: 15mm; width: 180mm; text-align: center; overflow: hidden }
            .band { left: 0; width: 210mm; top: 0; height: 12mm; background-color: #9f1d20 }
            .ward { top: 20mm; height: 9mm; font-size: 16pt; font-weight: bold }
            .call { top: 31mm; height: 16mm; font-size: 34pt; font-weight: bold; color: #9f1d20 }
            .title { top: 50mm; height: 42mm; font-size: 21pt; line-height: 1.25 }
            .address { top: 190mm; height: 18mm; font-size: 14pt; word-wrap: break-word }
            .until { top: 210mm; height: 10mm; font-size: 20pt; font-weight: bold }
            .how { top: 222mm; height: 14mm; font-size: 14pt }
            .questions { top: 239mm; height: 50mm; font-size: 13pt; text-align: left }
            p { margin: 0 0 1.5mm }
            </style></head><body>
            <div class="band"></div>
            <div class="ward">%3$s</div>
            <div class="call">MỜI BẠN GÓP Ý</div>
            <div class="title">%2$s</div>
            <div class="address">%4$s</div>
            <div class="until">Nhận góp ý đến %5$s</div>
            <div class="how">Quét mã bằng điện thoại, đọc dự thảo, viết và gửi.<br/>Không cần tài khoản, không cần họ tên. Mỗi \
            góp ý đều được trả lời.</div>
            <div class="questions">%6$s</div>
            </body></html>""";

    private final PdfWriter pdf;

    Poster(PdfWriter pdf) {
        this.pdf = pdf;
    }

    /**
     * What stands on a poster.
     *
     * @param issuer who asks
     * @param title what is commented on
     * @param until when it closes, as people read it
     * @param questions what is asked in particular; the first few are shown
     * @param address where the public finds it, absolute
     */
    public record Content(String issuer, String title, String until, List<String> questions, String address) {}

    /** Writes it as a PDF. */
    public void write(Content content, OutputStream out) throws IOException {
        var words = new ByteArrayOutputStream();
        pdf.print(
                PAGE.formatted(
                        PdfWriter.FONT,
                        escaped(content.title()),
                        escaped(content.issuer()),
                        escaped(content.address()),
                        escaped(content.until()),
                        questions(content.questions())),
                words);
        try (PDDocument document = Loader.loadPDF(words.toByteArray())) {
            draw(QrCode.of(content.address()), document);
            document.save(out);
        }
    }

    private static String questions(List<String> questions) {
        if (questions.isEmpty()) {
            return "";
        }
        var html = new StringBuilder("<p><b>Xin ý kiến riêng về:</b></p>");
        questions.stream().limit(MOST_QUESTIONS).forEach(question -> html.append("<p>– ")
                .append(escaped(shortened(question)))
                .append("</p>"));
        return html.toString();
    }

    private static String shortened(String question) {
        return question.length() <= QUESTION_LENGTH
                ? question
                : question.substring(0, question.lastIndexOf(' ', QUESTION_LENGTH) + 1) + "…";
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", " "), "UTF-8");
    }

    /** As one shape: squares drawn one by one show hairlines between them. */
    private static void draw(QrCode code, PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        float side = QR_SIDE_MM * POINTS_PER_MM / code.size();
        float left = QR_LEFT_MM * POINTS_PER_MM;
        float top = (PAGE_HEIGHT_MM - QR_TOP_MM) * POINTS_PER_MM;
        try (var canvas = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            canvas.setNonStrokingColor(0f);
            for (var bar : code.bars()) {
                canvas.addRect(left + bar.x() * side, top - (bar.y() + 1) * side, bar.width() * side, side);
            }
            canvas.fill();
        }
    }
}
