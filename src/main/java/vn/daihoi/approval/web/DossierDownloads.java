package vn.daihoi.approval.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.daihoi.approval.Completeness;
import vn.daihoi.approval.Contributions;
import vn.daihoi.approval.Dossier;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.FileType;
import vn.daihoi.approval.Submissions;

/**
 * Files of a dossier. They are saved and never shown by the browser as a page of ours, whatever is in them: what isn't sent
 * yet for the ward alone, what was sent byte for byte as it was.
 */
@Controller
class DossierDownloads {

    private static final String ONE = "/trinh-duyet/{id}";
    private static final String SENT = ONE + "/lan/{number:\\d{1,6}}";

    private final Dossiers dossiers;
    private final Completeness completeness;
    private final Contributions contributions;
    private final Submissions submissions;
    private final DossierDesk desk;

    DossierDownloads(
            Dossiers dossiers,
            Completeness completeness,
            Contributions contributions,
            Submissions submissions,
            DossierDesk desk) {
        this.dossiers = dossiers;
        this.completeness = completeness;
        this.contributions = contributions;
        this.submissions = submissions;
        this.desk = desk;
    }

    /** A file the program makes now. */
    @GetMapping(ONE + "/muc/{item}/{at:\\d{1,4}}")
    void piece(
            @PathVariable String id,
            @PathVariable String item,
            @PathVariable int at,
            Principal user,
            HttpServletResponse response)
            throws IOException {
        var pieces = completeness.of(unsent(id, user)).lines().stream()
                .filter(line -> line.item().code().equals(item))
                .flatMap(line -> line.pieces().stream())
                .toList();
        if (at < 1 || at > pieces.size()) {
            throw missing();
        }
        var piece = pieces.get(at - 1);
        send(response, FileType.ofName(piece.name()).mediaType(), piece.name(), piece.bytes());
    }

    /** A file that was uploaded. */
    @GetMapping(ONE + "/muc/{item}/tep")
    void upload(@PathVariable String id, @PathVariable String item, Principal user, HttpServletResponse response)
            throws IOException {
        var upload = contributions.uploads(unsent(id, user).id()).get(item);
        if (upload == null) {
            throw missing();
        }
        send(response, upload.type().mediaType(), upload.fileName(), contributions.bytes(upload));
    }

    /** A file that was sent. */
    @GetMapping(SENT + "/tep/{position:\\d{1,6}}")
    void file(
            @PathVariable String id,
            @PathVariable int number,
            @PathVariable int position,
            Principal user,
            HttpServletResponse response)
            throws IOException {
        var file = submissions.files(sent(id, number, user)).stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElseThrow(DossierDownloads::missing);
        send(response, FileType.ofName(file.name()).mediaType(), file.name(), submissions.bytes(file));
    }

    /** The list of what was sent. */
    @GetMapping(SENT + "/muc-luc.txt")
    void manifest(@PathVariable String id, @PathVariable int number, Principal user, HttpServletResponse response)
            throws IOException {
        var sent = sent(id, number, user);
        send(response, FileType.TXT.mediaType(), "MUC-LUC.txt", sent.manifest().getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that was sent, as one file that goes out while it is being packed. */
    @GetMapping(SENT + "/ho-so.zip")
    void zip(@PathVariable String id, @PathVariable int number, Principal user, HttpServletResponse response)
            throws IOException {
        var sent = sent(id, number, user);
        head(response, "application/zip", "ho-so-trinh-duyet-lan-gui-" + number + ".zip");
        submissions.zip(sent, response.getOutputStream());
    }

    private Dossier unsent(String id, Principal user) {
        var dossier = desk.visible(id, user);
        if (!dossiers.ofWard(user.getName(), dossier)) {
            throw missing();
        }
        return dossier;
    }

    private Submissions.Submission sent(String id, int number, Principal user) {
        return submissions.numbered(desk.visible(id, user).id(), number).orElseThrow(DossierDownloads::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Sends a file that is saved and never shown as a page of ours. */
    static void send(HttpServletResponse response, String type, String name, byte[] bytes) throws IOException {
        head(response, type, name);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
