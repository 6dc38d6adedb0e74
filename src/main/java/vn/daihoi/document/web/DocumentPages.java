package vn.daihoi.document.web;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Documents.PaperReceipt;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.Drafts.Secrecy;
import vn.daihoi.document.Drafts.Upload;
import vn.daihoi.document.Drafts.Uploaded;
import vn.daihoi.document.Versions;
import vn.daihoi.document.process.DocumentDraftingProcess.Variables;
import vn.daihoi.document.word.WordFile.TrackedChanges;
import vn.daihoi.engine.WorkList;

/** One document: its versions and drafts, the way in for the next file, and what lies on paper. */
@Controller
class DocumentPages {

    private static final int NOTE_LENGTH = 2000;
    private static final List<Choice> SECRECIES = List.of(
            new Choice(Secrecy.NONE.name(), "Không mật"),
            new Choice(Secrecy.CONFIDENTIAL.name(), "Mật"),
            new Choice(Secrecy.SECRET.name(), "Tối mật"),
            new Choice(Secrecy.TOP_SECRET.name(), "Tuyệt mật"));
    private static final long MEGABYTE = 1024L * 1024L;

    private final Documents documents;
    private final Versions versions;
    private final Drafts drafts;
    private final Congresses congresses;
    private final Desk desk;
    private final WorkList workList;
    private final Clock clock;
    private final long largest;

    DocumentPages(
            Documents documents,
            Versions versions,
            Drafts drafts,
            Congresses congresses,
            Desk desk,
            WorkList workList,
            Clock clock,
            MultipartConfigElement multipart) {
        this.documents = documents;
        this.versions = versions;
        this.drafts = drafts;
        this.congresses = congresses;
        this.desk = desk;
        this.workList = workList;
        this.clock = clock;
        this.largest = multipart.getMaxFileSize();
    }

    /** One choice of a list. */
    public record Choice(String value, String label) {}

    /** A published version. */
    public record VersionRow(
            int number, String title, String published, String fileName, @Nullable String note, String sha256) {}

    /** A draft and what is still open in it. */
    public record DraftRow(
            String id, String uploaded, int base, String fileName, int questions, long proposals, boolean overtaken) {}

    /** A paper receipt. */
    public record PaperRow(String registerNumber, String receivedOn, String holder) {}

    /** What was chosen and typed, to show it again when the file was refused. */
    public record Typed(@Nullable Secrecy secrecy, TrackedChanges trackedChanges, String note) {

        static Typed nothing() {
            return new Typed(null, TrackedChanges.PROPOSE, "");
        }
    }

    /** What the page says about a file that wasn't taken. */
    public record Rejected(String message, List<String> quotes, boolean paper) {}

    @GetMapping("/van-kien/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(name = "tep", required = false) @Nullable String file,
            Model model,
            Principal user) {
        var document = desk.visible(id, user);
        var rejected = OversizeFilter.TOO_LARGE.equals(file)
                ? new Rejected(
                        "“Tệp Word” lớn hơn " + largest / MEGABYTE + " MB nên không được nhận; chưa có gì được lưu.",
                        List.of(),
                        false)
                : null;
        return show(document, Typed.nothing(), rejected, model, user);
    }

    /** The document that a task is about, for its tab in Tasklist. */
    @GetMapping("/van-kien/viec/{task}")
    String ofTask(@PathVariable String task, Principal user) {
        return workList.reference(task, Variables.DOCUMENT_ID)
                .flatMap(id -> documents.visible(id, user.getName()))
                .map(document -> "redirect:/van-kien/" + document.id() + "?khung=1")
                .orElse("document/none");
    }

    private String show(Document document, Typed typed, @Nullable Rejected rejected, Model model, Principal user) {
        var published = versions.published(document.id());
        int latest = published.isEmpty()
                ? 0
                : Objects.requireNonNullElse(published.get(0).number(), 0);
        boolean editor = documents.mayEdit(user.getName(), document);
        model.addAttribute("document", document);
        model.addAttribute("congressTitle", congresses.title(congresses.get(document.congress())));
        model.addAttribute("editor", editor);
        model.addAttribute("versions", published.stream().map(this::row).toList());
        model.addAttribute(
                "drafts",
                editor
                        ? drafts.of(document.id()).stream()
                                .map(draft -> row(draft, latest))
                                .toList()
                        : List.<DraftRow>of());
        model.addAttribute("submitted", desk.signed(document.submittedBy()));
        model.addAttribute("cleared", desk.signed(document.cleared()));
        model.addAttribute("created", desk.signed(document.created()));
        model.addAttribute(
                "papers",
                documents.papers(document.id()).stream()
                        .map(paper -> new PaperRow(
                                paper.registerNumber(), VietnamTime.day(paper.receivedOn()), paper.holder()))
                        .toList());
        model.addAttribute("today", VietnamTime.today(clock));
        model.addAttribute("secrecies", SECRECIES);
        model.addAttribute("typed", typed);
        model.addAttribute("rejected", rejected);
        model.addAttribute("largest", largest);
        model.addAttribute("largestMegabytes", largest / MEGABYTE);
        return "document/document";
    }

    private VersionRow row(DocumentVersion version) {
        return new VersionRow(
                Objects.requireNonNullElse(version.number(), 0),
                version.title(),
                Objects.requireNonNullElse(desk.signed(version.published()), ""),
                version.fileName(),
                version.note(),
                version.sha256());
    }

    private DraftRow row(DocumentVersion draft, int latest) {
        return new DraftRow(
                draft.id(),
                Objects.requireNonNullElse(desk.signed(draft.uploaded()), ""),
                draft.base(),
                draft.fileName(),
                drafts.questions(draft.id()).size(),
                drafts.proposals(draft.id()).stream()
                        .filter(proposal -> proposal.decided() == null)
                        .count(),
                draft.base() < latest);
    }

    /** Whoever reloads the answer to a refused file, or signs in again on it, starts anew. */
    @GetMapping("/van-kien/{id}/tep")
    String backFromUpload(@PathVariable String id, Principal user) {
        return "redirect:/van-kien/" + desk.visible(id, user).id();
    }

    /** A refused file is answered with the page itself: nothing was stored, and what was chosen is still there. */
    @PostMapping("/van-kien/{id}/tep")
    ModelAndView upload(
            @PathVariable String id,
            @RequestParam("tep") MultipartFile file,
            @RequestParam(required = false) @Nullable Secrecy secrecy,
            @RequestParam(defaultValue = "PROPOSE") TrackedChanges trackedChanges,
            @RequestParam(defaultValue = "false") boolean notSecret,
            @RequestParam(defaultValue = "") String note,
            Principal user,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        var document = desk.editable(id, user);
        var typed = new Typed(secrecy, trackedChanges, note);
        var wrong = wrong(file, secrecy, note);
        if (wrong != null || secrecy == null) {
            return refused(document, typed, new Rejected(String.valueOf(wrong), List.of(), false), model, user);
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var upload = new Upload(name, secrecy, trackedChanges, notSecret, note.isBlank() ? null : note.strip());
        // marked secret: its content is of no interest to us and isn't even read
        var bytes = secrecy == Secrecy.NONE ? file.getBytes() : new byte[0];
        var outcome = drafts.upload(id, upload, bytes, user.getName());
        if (outcome instanceof Uploaded.Taken taken) {
            flash.addFlashAttribute("message", taken(taken));
            flash.addFlashAttribute("remarks", taken.remarks());
            return new ModelAndView(
                    "redirect:/van-kien/" + id + "/nhap/" + taken.draft().id());
        }
        return refused(document, typed, rejected(outcome), model, user);
    }

    private static @Nullable String wrong(MultipartFile file, @Nullable Secrecy secrecy, String note) {
        if (secrecy == null) {
            return "Phải chọn “Độ mật” của tệp.";
        }
        if (file.isEmpty() && secrecy == Secrecy.NONE) {
            return "Phải chọn “Tệp Word” có nội dung.";
        }
        return note.length() > NOTE_LENGTH ? "“Ghi chú” dài quá " + NOTE_LENGTH + " ký tự." : null;
    }

    private static String taken(Uploaded.Taken taken) {
        var said = new StringBuilder("Đã đọc tệp thành bản nháp.");
        if (taken.unsure() > 0) {
            said.append(" Còn ").append(taken.unsure()).append(" đoạn cần xác nhận.");
        }
        if (taken.proposals() > 0) {
            said.append(" Có ").append(taken.proposals()).append(" đề xuất sửa, góp ý trong tệp.");
        }
        return said.toString();
    }

    private static Rejected rejected(Uploaded outcome) {
        if (outcome instanceof Uploaded.PaperOnly paper) {
            return new Rejected(paper.message(), List.of(), true);
        }
        if (outcome instanceof Uploaded.StampFound stamp) {
            return new Rejected("Trong tệp có chữ giống dấu chỉ độ mật nên tệp chưa được lưu.", stamp.quotes(), false);
        }
        return outcome instanceof Uploaded.Refused refused
                ? new Rejected(refused.message(), List.of(), false)
                : new Rejected("Tệp chưa được nhận.", List.of(), false);
    }

    private ModelAndView refused(Document document, Typed typed, Rejected rejected, Model model, Principal user) {
        var page = new ModelAndView(show(document, typed, rejected, model, user), model.asMap());
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    @PostMapping("/van-kien/{id}/ban-giay")
    String recordPaper(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String registerNumber,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate receivedOn,
            @RequestParam(defaultValue = "") String holder,
            Principal user,
            RedirectAttributes flash) {
        desk.editable(id, user);
        if (receivedOn == null) {
            flash.addFlashAttribute("refusal", "Phải ghi “Ngày nhận” bản giấy.");
        } else {
            Desk.act(
                    flash,
                    "Đã ghi phiếu nhận bản giấy.",
                    () -> documents.recordPaper(
                            id, new PaperReceipt(registerNumber.strip(), receivedOn, holder.strip()), user.getName()));
        }
        return "redirect:/van-kien/" + id;
    }
}
