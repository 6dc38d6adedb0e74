package vn.daihoi.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.text.Normalizer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.VersionText;
import vn.daihoi.document.Versions;
import vn.daihoi.document.word.PageFormat;
import vn.daihoi.document.word.PdfWriter;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.WordWriter;
import vn.daihoi.organisation.Members;

/** Versions and comparisons as files. A text that no longer fits its SHA-256 leaves the house in no form. */
@Controller
class Downloads {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";

    private final Versions versions;
    private final WordWriter word;
    private final PdfWriter pdf;
    private final Members members;
    private final Desk desk;

    Downloads(Versions versions, WordWriter word, PdfWriter pdf, Members members, Desk desk) {
        this.versions = versions;
        this.word = word;
        this.pdf = pdf;
        this.members = members;
        this.desk = desk;
    }

    /** Writes the content of a file. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Lays a version out as a file of some kind. */
    private interface Layout {
        void write(Sheet sheet, PageFormat format, OutputStream out) throws IOException;
    }

    @GetMapping("/van-kien/{id}/ban/{number:\\d+}.docx")
    @Nullable
    String docx(
            @PathVariable String id,
            @PathVariable int number,
            Principal user,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        return version(desk.visible(id, user), number, DOCX, ".docx", word::write, response, flash);
    }

    @GetMapping("/van-kien/{id}/ban/{number:\\d+}.pdf")
    @Nullable
    String pdf(
            @PathVariable String id,
            @PathVariable int number,
            Principal user,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        return version(desk.visible(id, user), number, PDF, ".pdf", pdf::write, response, flash);
    }

    private @Nullable String version(
            Document document,
            int number,
            String type,
            String ending,
            Layout layout,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var text = versions.read(desk.version(document, number));
        if (!text.intact()) {
            return damaged(document, text.version(), flash);
        }
        send(
                response,
                type,
                name(document, text.version(), ending),
                out -> layout.write(
                        versions.sheet(document, text), document.type().format(), out));
        return null;
    }

    /** The newer version with tracked changes, ascribed to who published it. */
    @GetMapping("/van-kien/{id}/so-sanh.docx")
    @Nullable
    String redline(
            @PathVariable String id,
            @RequestParam("tu") int from,
            @RequestParam("den") int to,
            Principal user,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var document = desk.visible(id, user);
        var older = versions.read(desk.version(document, from));
        var newer = versions.read(desk.version(document, to));
        for (VersionText text : new VersionText[] {older, newer}) {
            if (!text.intact()) {
                return damaged(document, text.version(), flash);
            }
        }
        var published = newer.version().published();
        String author = published == null ? "" : members.displayName(published.by());
        Instant at = published == null ? Instant.EPOCH : published.at();
        var comparison = versions.compare(older.version(), newer.version());
        send(
                response,
                DOCX,
                document.title() + " - so sánh phiên bản " + from + " và " + to + ".docx",
                out -> word.redline(
                        versions.sheet(document, newer),
                        comparison,
                        author,
                        at,
                        document.type().format(),
                        out));
        return null;
    }

    /** The reader shows the alarm. */
    private static String damaged(Document document, DocumentVersion version, RedirectAttributes flash) {
        flash.addFlashAttribute("refusal", "Không tải xuống được: nội dung lưu trữ không còn khớp với mã SHA-256.");
        return "redirect:/van-kien/" + document.id() + "/doc/" + version.number();
    }

    private static String name(Document document, DocumentVersion version, String ending) {
        return document.title() + " - phiên bản " + version.number() + ending;
    }

    /** Written as a whole first: what goes wrong in the middle must not end in half a file. */
    private static void send(HttpServletResponse response, String type, String name, Content content)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        content.write(bytes);
        response.setContentType(type);
        response.setContentLength(bytes.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
        bytes.writeTo(response.getOutputStream());
    }

    /** RFC 6266: the Vietnamese name for all browsers of today, one without accents for everything else. */
    static String disposition(String name) {
        var clean = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]", "")
                .replaceAll("[\\\\/:*?\"<>|;%\\s]+", " ")
                .strip();
        var plain = Normalizer.normalize(clean, Normalizer.Form.NFD)
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7E]", "_");
        var encoded = URLEncoder.encode(clean, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
