package vn.daihoi.approval.web;

import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.Checklists;
import vn.daihoi.approval.Completeness;
import vn.daihoi.approval.Contributions;
import vn.daihoi.approval.Dossier;
import vn.daihoi.approval.DossierReceipts;
import vn.daihoi.approval.DossierStatus;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.Submissions;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;
import vn.daihoi.congress.ChecklistItem;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.congress.web.Paging;
import vn.daihoi.document.text.Search;
import vn.daihoi.engine.WorkList;

/** The dossiers a person may see, and one of them: what it consists of, what is missing, and everything that was sent. */
@Controller
class DossierPages {

    private static final String ONE = "/trinh-duyet/{id}";

    private final Dossiers dossiers;
    private final Completeness completeness;
    private final Checklists checklists;
    private final Contributions contributions;
    private final Submissions submissions;
    private final DossierReceipts receipts;
    private final Approvals approvals;
    private final Congresses congresses;
    private final DossierDesk desk;
    private final WorkList workList;

    DossierPages(
            Dossiers dossiers,
            Completeness completeness,
            Checklists checklists,
            Contributions contributions,
            Submissions submissions,
            DossierReceipts receipts,
            Approvals approvals,
            Congresses congresses,
            DossierDesk desk,
            WorkList workList) {
        this.dossiers = dossiers;
        this.completeness = completeness;
        this.checklists = checklists;
        this.contributions = contributions;
        this.submissions = submissions;
        this.receipts = receipts;
        this.approvals = approvals;
        this.congresses = congresses;
        this.desk = desk;
        this.workList = workList;
    }

    /** One dossier of the list. */
    public record Row(String id, String title, DossierStatus status, String moved) {}

    /** A file that can be had. */
    public record Link(String label, String detail, String address) {}

    /**
     * One item of the checklist.
     *
     * @param missing what isn't there; null when it is
     * @param paper what is noted of a paper; null for none
     * @param files what can be had
     * @param upload whether a file may be brought in for it
     * @param byHand whether something was brought in that can be taken away again
     * @param marked whether the superior's office found it wanting
     */
    public record Item(
            int number,
            String code,
            String title,
            String kind,
            boolean required,
            String basis,
            @Nullable String missing,
            String note,
            @Nullable String paper,
            List<Link> files,
            boolean upload,
            boolean receipt,
            boolean byHand,
            boolean marked) {}

    /** One submission among all. */
    public record Sending(
            int number,
            String sent,
            @Nullable String signed,
            String ruleSet,
            String sha256,
            int files,
            @Nullable String decided,
            boolean complete,
            String reason,
            List<String> items,
            List<Submissions.Change> changes) {}

    @GetMapping("/trinh-duyet")
    String list(
            @RequestParam(name = "tim", defaultValue = "") String words,
            @RequestParam(name = "trang-thai", required = false) @Nullable DossierStatus status,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model,
            Principal user) {
        var typed = Paging.words(words);
        var found = dossiers.visible(user.getName()).stream()
                .filter(dossier -> status == null || dossier.status() == status)
                .filter(dossier -> Search.normal(typed).isEmpty()
                        || !Search.find(title(dossier), typed).isEmpty())
                .toList();
        model.addAttribute("words", typed);
        model.addAttribute("status", status);
        model.addAttribute("statuses", DossierStatus.values());
        // titles are read for what is shown only
        model.addAttribute(
                "rows", Paging.page(model, found, page).stream().map(this::row).toList());
        return "approval/list";
    }

    private Row row(Dossier dossier) {
        var moved = Stream.of(dossier.ended(), dossier.received(), dossier.sent(), dossier.completed())
                .filter(Objects::nonNull)
                .map(Signed::at)
                .max(Comparator.naturalOrder());
        return new Row(
                dossier.id(),
                title(dossier),
                dossier.status(),
                moved.map(DossierPages::updated)
                        .orElseGet(() -> "Mở lúc " + VietnamTime.moment(dossier.created()) + "."));
    }

    private String title(Dossier dossier) {
        return dossier.title() + " – " + congresses.title(congresses.get(dossier.congress()));
    }

    private static String updated(Instant at) {
        return "Cập nhật lúc " + VietnamTime.moment(at) + ".";
    }

    /** The dossier that a task is about, for its tab in Tasklist. */
    @GetMapping("/trinh-duyet/viec/{task}")
    String ofTask(@PathVariable String task, Principal user) {
        return workList.reference(task, Variables.DOSSIER_ID)
                .flatMap(id -> dossiers.visible(id, user.getName()))
                .map(dossier -> "redirect:/trinh-duyet/" + dossier.id() + "?khung=1")
                .orElse("approval/none");
    }

    @GetMapping(ONE)
    String show(
            @PathVariable String id,
            @RequestParam(name = "tep", defaultValue = "") String file,
            Model model,
            Principal user) {
        var dossier = desk.visible(id, user);
        desk.frame(model, dossier, "");
        if (file.equals("qua-lon")) {
            model.addAttribute("refusal", "Tệp lớn hơn 20 MB nên không được nhận; chưa có gì được lưu.");
        }
        var ofWard = dossiers.ofWard(user.getName(), dossier);
        var open = dossier.status() == DossierStatus.ASSEMBLING || dossier.status() == DossierStatus.INCOMPLETE;
        var live = ofWard && (open || dossier.status() == DossierStatus.COMPLETE);
        var sent = submissions.of(id);
        model.addAttribute("ofWard", ofWard);
        model.addAttribute("live", live);
        model.addAttribute("mayAssemble", open && dossiers.mayAssemble(user.getName(), dossier));
        model.addAttribute(
                "mayMark", dossier.status() == DossierStatus.SENT && dossiers.mayReceive(user.getName(), dossier));
        model.addAttribute("task", workList.taskAbout(id, user.getName()).orElse(null));
        model.addAttribute(
                "notice",
                approvals
                        .decision(id, dossier.submission())
                        .filter(one -> one.issued() != null)
                        .orElse(null));
        model.addAttribute("completed", desk.signed(dossier.completed()));
        model.addAttribute("received", desk.signed(dossier.received()));
        if (live) {
            live(model, dossier);
        } else if (!sent.isEmpty()) {
            frozen(model, sent.get(0));
        }
        model.addAttribute("sendings", sent.stream().map(this::sending).toList());
        return "approval/dossier";
    }

    /** What there is at this moment. */
    private void live(Model model, Dossier dossier) {
        var report = completeness.of(dossier);
        var marked = dossier.status() == DossierStatus.INCOMPLETE
                ? receipts.marked(dossier.id(), dossier.submission())
                : Set.<String>of();
        var items = new ArrayList<Item>();
        for (var line : report.lines()) {
            items.add(item(
                    dossier, items.size() + 1, line, marked.contains(line.item().code())));
        }
        model.addAttribute("items", items);
        model.addAttribute("there", report.there());
        model.addAttribute("missing", report.missing());
        model.addAttribute("remarks", report.remarks());
        var checklist = report.checklist();
        if (checklist != null) {
            model.addAttribute(
                    "rules",
                    RuleSets.title(checklist.ruleSet()) + "; "
                            + checklist.form().title());
            model.addAttribute(
                    "difference", checklists.difference(dossier, checklist).orElse(null));
        }
    }

    private Item item(Dossier dossier, int number, Completeness.Line line, boolean marked) {
        var item = line.item();
        var links = new ArrayList<Link>();
        var here = "/trinh-duyet/" + dossier.id();
        for (int at = 0; at < line.pieces().size(); at++) {
            var piece = line.pieces().get(at);
            links.add(new Link(piece.name(), piece.version(), here + "/muc/" + item.code() + "/" + (at + 1)));
        }
        var upload = line.upload();
        if (upload != null) {
            links.add(new Link(
                    upload.fileName(),
                    size(upload.size()) + "; SHA-256 " + upload.sha256() + "; " + desk.signed(upload.uploaded()),
                    here + "/muc/" + item.code() + "/tep"));
        }
        var paper = line.paper();
        return new Item(
                number,
                item.code(),
                item.title(),
                item.kind().title(),
                item.required(),
                item.basis(),
                line.missing(),
                line.note(),
                paper == null
                        ? null
                        : "Bản giấy: số đăng ký " + paper.registerNumber() + ", nhận ngày "
                                + VietnamTime.day(paper.receivedOn()) + ", nơi giữ: " + paper.holder() + ".",
                links,
                item.kind() == ChecklistItem.Kind.UPLOAD,
                item.kind() != ChecklistItem.Kind.SYSTEM,
                upload != null || paper != null,
                marked);
    }

    /** What was sent last. */
    private void frozen(Model model, Submissions.Submission sent) {
        var files = submissions.files(sent);
        var marked = receipts.marked(sent.dossier(), sent.number());
        var items = submissions.items(sent).stream()
                .map(item -> new Item(
                        item.position(),
                        item.code(),
                        item.title(),
                        item.kind().title(),
                        true,
                        "",
                        null,
                        item.note(),
                        null,
                        files.stream()
                                .filter(file -> file.item().equals(item.code()))
                                .map(file -> new Link(
                                        file.name(),
                                        size(file.size())
                                                + (file.version().isEmpty() ? "" : "; " + file.version())
                                                + "; SHA-256 " + file.sha256(),
                                        "/trinh-duyet/" + sent.dossier() + "/lan/" + sent.number() + "/tep/"
                                                + file.position()))
                                .toList(),
                        false,
                        false,
                        false,
                        marked.contains(item.code())))
                .toList();
        model.addAttribute("items", items);
        model.addAttribute("frozen", sent.number());
    }

    private Sending sending(Submissions.Submission sent) {
        var receipt = receipts.of(sent.dossier(), sent.number());
        return new Sending(
                sent.number(),
                VietnamTime.moment(sent.sentAt()),
                desk.signed(sent.signed()),
                RuleSets.title(sent.ruleSet()),
                sent.sha256(),
                submissions.files(sent).size(),
                receipt.map(one -> desk.signed(one.decided())).orElse(null),
                receipt.map(DossierReceipts.Receipt::complete).orElse(false),
                receipt.map(DossierReceipts.Receipt::reason).orElse(""),
                receipt.map(DossierReceipts.Receipt::items).orElse(List.of()),
                submissions.changes(sent));
    }

    @PostMapping(ONE + "/tep")
    String upload(
            @PathVariable String id,
            @RequestParam(name = "muc") String item,
            @RequestParam("tep") MultipartFile file,
            @RequestParam(name = "mat", defaultValue = "false") boolean secret,
            Principal user,
            RedirectAttributes flash)
            throws IOException {
        desk.visible(id, user);
        // one that is marked secret isn't even read
        var bytes = secret ? new byte[0] : file.getBytes();
        DossierDesk.act(
                flash,
                "Đã nhận tệp.",
                () -> contributions.upload(id, item, file.getOriginalFilename(), bytes, secret, user.getName()));
        return back(id, item, flash);
    }

    @PostMapping(ONE + "/ban-giay")
    String paper(
            @PathVariable String id,
            @RequestParam(name = "muc") String item,
            @RequestParam(name = "so", defaultValue = "") String number,
            @RequestParam(name = "ngay") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedOn,
            @RequestParam(name = "noi", defaultValue = "") String holder,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(
                flash,
                "Đã ghi biên nhận bản giấy.",
                () -> contributions.recordPaper(
                        id, item, new Contributions.PaperReceipt(number, receivedOn, holder), user.getName()));
        return back(id, item, flash);
    }

    @PostMapping(ONE + "/bo")
    String remove(
            @PathVariable String id,
            @RequestParam(name = "muc") String item,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(
                flash, "Đã bỏ tệp hoặc biên nhận của mục.", () -> contributions.remove(id, item, user.getName()));
        return back(id, item, flash);
    }

    @PostMapping(ONE + "/danh-dau")
    String mark(
            @PathVariable String id,
            @RequestParam(name = "daCo", required = false) @Nullable Set<String> seen,
            @RequestParam(name = "muc", required = false) @Nullable Set<String> items,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(
                flash,
                "Đã lưu đánh dấu. Hãy tiếp nhận hoặc trả lại hồ sơ ở việc “Tiếp nhận hồ sơ”.",
                () -> dossiers.mark(id, orNone(seen), orNone(items), user.getName()));
        return "redirect:/trinh-duyet/" + id;
    }

    private static Set<String> orNone(@Nullable Set<String> chosen) {
        return chosen == null ? Set.of() : chosen;
    }

    /** Back to the item one worked on. */
    private static String back(String id, String item, RedirectAttributes flash) {
        flash.addFlashAttribute("touched", item);
        return "redirect:/trinh-duyet/" + id;
    }

    private static String size(int bytes) {
        return bytes < 1024 * 1024
                ? Math.max(1, bytes / 1024) + " KB"
                : String.format(Locale.forLanguageTag("vi-VN"), "%.1f MB", bytes / 1024.0 / 1024);
    }
}
