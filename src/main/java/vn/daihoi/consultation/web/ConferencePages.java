package vn.daihoi.consultation.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.ConferenceSheets;
import vn.daihoi.consultation.ConferenceSheets.Sent;
import vn.daihoi.consultation.Conferences;
import vn.daihoi.consultation.Invitee;
import vn.daihoi.consultation.Place;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.consultation.web.EntryDesk.Typed;

/** The conference of one unit: what it said, the form for more, and its spreadsheet. Others of the ward only read. */
@Controller
class ConferencePages {

    private static final String PATH = "/lay-y-kien/{id}/hoi-nghi/{unit}";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final String TOO_LARGE = "“Tệp Excel” lớn hơn 2 MB nên không được nhận; chưa có gì được lưu.";

    /** Rows of a spreadsheet that the page shows of each kind; the rest is counted. */
    private static final int SHOWN = 200;

    private final Rounds rounds;
    private final Conferences conferences;
    private final ConferenceSheets sheets;
    private final RoundDesk desk;
    private final EntryDesk entries;

    ConferencePages(
            Rounds rounds, Conferences conferences, ConferenceSheets sheets, RoundDesk desk, EntryDesk entries) {
        this.rounds = rounds;
        this.conferences = conferences;
        this.sheets = sheets;
        this.desk = desk;
        this.entries = entries;
    }

    /** The unit of a page, and whether who looks at it speaks for it. */
    private record Asked(Round round, Invitee invitee, boolean speaks) {}

    /** A row of a spreadsheet that can be taken. */
    public record GoodRow(int number, String place, String type, String text, String quote) {}

    @GetMapping(PATH)
    String show(
            @PathVariable String id,
            @PathVariable String unit,
            @RequestParam(name = "doan", defaultValue = "0") long clause,
            @RequestParam(name = "tim", defaultValue = "") String words,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            @RequestParam(name = "tep", defaultValue = "") String file,
            Model model,
            Principal user) {
        if (!file.isEmpty()) {
            // the server refused it before anybody could read the form
            model.addAttribute("refusal", TOO_LARGE);
        }
        return show(asked(id, unit, user), Typed.nothing(clause), words, page, model, user);
    }

    private String show(Asked asked, Typed typed, String words, int page, Model model, Principal user) {
        var round = asked.round();
        var invitee = asked.invitee();
        int all = conferences.said(round.id(), invitee.unit());
        int here = EntryDesk.page(page, all);
        desk.frame(model, round, "/hoi-nghi", user);
        entries.form(model, round, typed, words, Conferences.groups(round, invitee.kind()));
        entries.list(
                model, conferences.said(round.id(), invitee.unit(), here * EntryDesk.PAGE, EntryDesk.PAGE), here, all);
        var minutes = invitee.minutes();
        model.addAttribute("invitee", invitee);
        model.addAttribute("speaks", asked.speaks());
        model.addAttribute("closed", conferences.closed(round, Channel.CONFERENCE));
        model.addAttribute("closes", round.closesAt() == null ? null : VietnamTime.moment(round.closesAt()));
        model.addAttribute("heldOn", minutes == null ? null : VietnamTime.day(minutes.heldOn()));
        model.addAttribute("reported", minutes == null ? null : desk.signed(minutes.reported()));
        return "consultation/conference";
    }

    /** Whoever reloads the answer to a refused form, or signs in again on it, starts anew. */
    @GetMapping({PATH + "/y-kien", PATH + "/tep"})
    String back(@PathVariable String id, @PathVariable String unit, Principal user, RedirectAttributes address) {
        asked(id, unit, user);
        return there(address, id, unit);
    }

    /** A refused comment is answered with the page itself, so that nothing typed is lost. */
    @PostMapping(PATH + "/y-kien")
    ModelAndView add(
            @PathVariable String id,
            @PathVariable String unit,
            @RequestParam(name = "phieu") String form,
            @RequestParam(name = "doan", defaultValue = "0") long clause,
            @RequestParam(name = "trich", defaultValue = "") String quote,
            @RequestParam(name = "loai", required = false) @Nullable CommentType type,
            @RequestParam(name = "noi-dung", defaultValue = "") String text,
            @RequestParam(name = "nhom", required = false) @Nullable SourceGroup source,
            Model model,
            Principal user,
            RedirectAttributes flash) {
        var asked = speaking(id, unit, user);
        var typed = new Typed(form, clause, quote, type, text, source, "");
        var said = typed.said();
        var verdict = said == null
                ? Verdict.refused("type", "Phải chọn “Loại ý kiến”.")
                : Verdict.despiteRaces(() -> conferences.add(id, unit, List.of(said), form, user.getName()));
        if (verdict instanceof Verdict.Refused refused) {
            model.addAttribute("refusal", refused.message());
            return refused(show(asked, typed, "", 0, model, user), model);
        }
        flash.addFlashAttribute("message", "Đã ghi ý kiến ở vị trí " + Place.code(clause) + ".");
        return new ModelAndView(there(flash, id, unit));
    }

    @GetMapping("/lay-y-kien/{id}/mau.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String id, @RequestParam("don-vi") String unit, Principal user) {
        var asked = asked(id, unit, user);
        var name = "Mẫu góp ý - " + asked.invitee().name() + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(sheets.template(asked.round(), asked.invitee()));
    }

    @PostMapping(PATH + "/tep")
    ModelAndView upload(
            @PathVariable String id,
            @PathVariable String unit,
            @RequestParam("tep") MultipartFile file,
            Model model,
            Principal user,
            RedirectAttributes flash)
            throws IOException {
        var asked = speaking(id, unit, user);
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var sent = file.getSize() > LARGEST
                ? new Sent.Refused(TOO_LARGE)
                : sheets.send(id, unit, name, file.getBytes(), user.getName());
        if (sent instanceof Sent.Kept kept) {
            flash.addAttribute("id", id).addAttribute("unit", unit).addAttribute("upload", kept.id());
            return new ModelAndView("redirect:" + PATH + "/tep/{upload}");
        }
        model.addAttribute("refusal", sent instanceof Sent.Refused no ? no.message() : "Tệp chưa được nhận.");
        return refused(show(asked, Typed.nothing(Place.WHOLE), "", 0, model, user), model);
    }

    @GetMapping(PATH + "/tep/{upload}")
    String preview(
            @PathVariable String id,
            @PathVariable String unit,
            @PathVariable String upload,
            Model model,
            Principal user,
            RedirectAttributes flash) {
        var asked = speaking(id, unit, user);
        var preview = sheets.preview(upload, id, unit, user.getName()).orElse(null);
        if (preview == null) {
            flash.addFlashAttribute(
                    "refusal", "Tệp không còn được giữ (quá 24 giờ hoặc đã tải tệp khác). Hãy tải lên lần nữa.");
            return there(flash, id, unit);
        }
        desk.frame(model, asked.round(), "/hoi-nghi", user);
        model.addAttribute("invitee", asked.invitee());
        model.addAttribute("closed", conferences.closed(asked.round(), Channel.CONFERENCE));
        model.addAttribute("upload", preview);
        model.addAttribute("faults", preview.faults().stream().limit(SHOWN).toList());
        model.addAttribute(
                "badRows",
                preview.faults().stream()
                        .map(ConferenceSheets.Fault::row)
                        .distinct()
                        .count());
        model.addAttribute(
                "rows",
                preview.rows().stream()
                        .limit(SHOWN)
                        .map(row -> new GoodRow(
                                row.number(),
                                Place.code(row.said().clauseId()),
                                row.said().type().title(),
                                row.said().text(),
                                row.said().quote()))
                        .toList());
        return "consultation/upload";
    }

    @PostMapping(PATH + "/tep/{upload}")
    String take(
            @PathVariable String id,
            @PathVariable String unit,
            @PathVariable String upload,
            Principal user,
            RedirectAttributes flash) {
        speaking(id, unit, user);
        var taken = sheets.take(upload, id, unit, user.getName());
        taken.verdict()
                .fold(
                        () -> flash.addFlashAttribute("message", said(taken)),
                        no -> flash.addFlashAttribute("refusal", no.message()));
        return there(flash, id, unit);
    }

    private static String said(ConferenceSheets.Taken taken) {
        var there = taken.known() == 0 ? "" : " " + taken.known() + " dòng đã có từ trước nên không ghi thêm.";
        return taken.added() == 0
                ? "Không có ý kiến nào mới." + there
                : "Đã nhận " + taken.added() + " ý kiến." + there;
    }

    private Asked asked(String id, String unit, Principal user) {
        var round = desk.asking(id, user);
        var invitee = rounds.invitee(id, unit).orElseThrow(RoundDesk::notFound);
        var name = user.getName();
        boolean speaks = rounds.speaksFor(name, round, unit);
        if (!speaks && !rounds.mayRun(name, round) && !rounds.mayEdit(name, round) && !rounds.mayDecide(name, round)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return new Asked(round, invitee, speaks);
    }

    private Asked speaking(String id, String unit, Principal user) {
        var asked = asked(id, unit, user);
        if (!asked.speaks()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return asked;
    }

    private static String there(RedirectAttributes address, String id, String unit) {
        address.addAttribute("id", id).addAttribute("unit", unit);
        return "redirect:" + PATH;
    }

    private static ModelAndView refused(String view, Model model) {
        var page = new ModelAndView(view, model.asMap());
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
