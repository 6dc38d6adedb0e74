package vn.daihoi.consultation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.Principal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.report.ReportFiles;
import vn.daihoi.consultation.report.Reports;
import vn.daihoi.consultation.report.Synthesis;

/** The reports of a round for the staff: to look at and to take away. */
@Controller
class ReportPages {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";

    private final RoundDesk desk;
    private final Rounds rounds;
    private final Reports reports;
    private final ReportFiles files;

    ReportPages(RoundDesk desk, Rounds rounds, Reports reports, ReportFiles files) {
        this.desk = desk;
        this.rounds = rounds;
        this.reports = reports;
        this.files = files;
    }

    /** Writes the content of a file. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    @GetMapping("/lay-y-kien/{id}/bao-cao")
    String page(@PathVariable String id, Model model, Principal user) {
        var round = desk.visible(id, user);
        desk.frame(model, round, "/bao-cao", user);
        boolean opened = opened(round);
        boolean insider = insider(round, user);
        model.addAttribute("opened", opened);
        model.addAttribute("insider", insider);
        if (!opened) {
            return "consultation/report";
        }
        var synthesis = reports.synthesis(id);
        boolean readable = insider || !synthesis.interim();
        model.addAttribute("readable", readable);
        if (readable) {
            model.addAttribute("synthesis", synthesis);
            model.addAttribute("asOf", VietnamTime.moment(synthesis.asOf()));
            model.addAttribute(
                    "answeredUnits",
                    synthesis.units().size() - synthesis.silent().size());
            model.addAttribute(
                    "decided", synthesis.topics() - synthesis.undecided().clusters());
            model.addAttribute("blocks", ReportBlock.of(files.text(synthesis)));
        }
        return "consultation/report";
    }

    @GetMapping("/lay-y-kien/{id}/bao-cao.docx")
    void synthesisAsWord(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        var synthesis = synthesis(id, user);
        send(
                response,
                DOCX,
                "Báo cáo tổng hợp ý kiến",
                synthesis,
                ".docx",
                out -> files.synthesisAsWord(synthesis, out));
    }

    @GetMapping("/lay-y-kien/{id}/bao-cao.pdf")
    void synthesisAsPdf(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        var synthesis = synthesis(id, user);
        send(response, PDF, "Báo cáo tổng hợp ý kiến", synthesis, ".pdf", out -> files.synthesisAsPdf(synthesis, out));
    }

    @GetMapping("/lay-y-kien/{id}/bao-cao.xlsx")
    void countsAsSheet(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        var synthesis = synthesis(id, user);
        send(response, XLSX, "Số liệu tổng hợp ý kiến", synthesis, ".xlsx", out -> files.countsAsSheet(synthesis, out));
    }

    @GetMapping("/lay-y-kien/{id}/giai-trinh.docx")
    void tableAsWord(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        var synthesis = synthesis(id, user);
        send(
                response,
                DOCX,
                "Bảng tổng hợp, tiếp thu, giải trình",
                synthesis,
                ".docx",
                out -> files.tableAsWord(id, out));
    }

    /** With the columns that are for those who work on the answers alone. */
    @GetMapping("/lay-y-kien/{id}/giai-trinh.xlsx")
    void tableAsSheet(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        var synthesis = synthesis(id, user);
        if (!insider(synthesis.round(), user)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        send(
                response,
                XLSX,
                "Bảng tổng hợp, tiếp thu, giải trình",
                synthesis,
                ".xlsx",
                out -> files.tableAsSheet(id, out));
    }

    /** While answers may change they are for those who work on them. */
    private Synthesis synthesis(String id, Principal user) {
        var round = desk.visible(id, user);
        if (!opened(round)) {
            throw RoundDesk.notFound();
        }
        var synthesis = reports.synthesis(id);
        if (synthesis.interim() && !insider(round, user)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return synthesis;
    }

    /** Whether anything has been said that can be reported. */
    private static boolean opened(Round round) {
        return round.opened() != null || round.ofSuperior();
    }

    /** Who works on the answers: the editors, the secretary, the office. */
    private boolean insider(Round round, Principal user) {
        return rounds.mayEdit(user.getName(), round)
                || rounds.mayDecide(user.getName(), round)
                || rounds.mayRun(user.getName(), round);
    }

    /** Written as a whole first: what goes wrong in the middle must not end in half a file. */
    private static void send(
            HttpServletResponse response, String type, String name, Synthesis synthesis, String ending, Content content)
            throws IOException {
        var file = Files.createTempFile("daihoi-", ending);
        try {
            try (var out = Files.newOutputStream(file)) {
                content.write(out);
            }
            var round = synthesis.round();
            var title = name + " - " + synthesis.document().title() + " - "
                    + (round.ofSuperior() ? round.title() : "vòng " + round.number());
            response.setContentType(type);
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(
                                    title.replaceAll("[\\p{Cc}\\p{Cf}\\\\/:*?\"<>|;%]+", " ") + ending,
                                    StandardCharsets.UTF_8)
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
