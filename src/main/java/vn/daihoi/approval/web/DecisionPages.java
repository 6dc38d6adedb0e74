package vn.daihoi.approval.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.ChangeRequest.Wanted;
import vn.daihoi.approval.Decision;
import vn.daihoi.approval.DecisionNotice;
import vn.daihoi.approval.Dossier;
import vn.daihoi.approval.DossierStatus;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.FileType;
import vn.daihoi.approval.Slips;
import vn.daihoi.approval.process.ApprovalSteps;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/** The decision on a dossier and its notice; before it is issued only the superior's side sees either. */
@Controller
class DecisionPages {

    private static final String PAGE = "/trinh-duyet/{id}/quyet-dinh";

    private final Dossiers dossiers;
    private final Approvals approvals;
    private final Slips slips;
    private final DecisionNotice notice;
    private final ApprovalSteps steps;
    private final Places places;
    private final DossierDesk desk;

    DecisionPages(
            Dossiers dossiers,
            Approvals approvals,
            Slips slips,
            DecisionNotice notice,
            ApprovalSteps steps,
            Places places,
            DossierDesk desk) {
        this.dossiers = dossiers;
        this.approvals = approvals;
        this.slips = slips;
        this.notice = notice;
        this.steps = steps;
        this.places = places;
        this.desk = desk;
    }

    /** One clause of the notice, or a whole table of it. */
    public record Block(String kind, String label, String text, List<List<String>> rows) {}

    @GetMapping(PAGE)
    String show(@PathVariable String id, Model model, Principal user) {
        var dossier = desk.visible(id, user);
        desk.frame(model, dossier, "/quyet-dinh");
        var decides = dossier.status() == DossierStatus.DECIDING && approvals.mayDecide(user.getName(), dossier);
        var shown = readable(dossier, user);
        model.addAttribute("decides", decides);
        model.addAttribute(
                "requests", decides ? places.asked(approvals.requests(id, dossier.submission())) : List.of());
        model.addAttribute("sent", places.sent(dossier));
        model.addAttribute("clauses", decides ? places.clauses(dossier) : Map.of());
        model.addAttribute("counted", decides ? slips.current(dossier).orElse(null) : null);
        model.addAttribute(
                "issues", dossier.status() == DossierStatus.DECIDED && approvals.mayIssue(user.getName(), dossier));
        model.addAttribute("usualRecipients", String.join("\n", approvals.usualRecipients(dossier)));
        model.addAttribute("withdraws", approvals.mayWithdraw(user.getName(), dossier));
        model.addAttribute("decision", shown);
        model.addAttribute("blocks", shown == null ? List.of() : blocks(notice.text(dossier, shown)));
        model.addAttribute(
                "decided",
                shown != null && dossiers.ofSuperior(user.getName(), dossier) ? desk.signed(shown.decided()) : null);
        return "approval/decision";
    }

    /** The ward reads a decision once its notice is issued. */
    private @Nullable Decision readable(Dossier dossier, Principal user) {
        return approvals
                .decision(dossier.id(), dossier.submission())
                .filter(one -> one.outcome() != null)
                .filter(one -> one.issued() != null || dossiers.ofSuperior(user.getName(), dossier))
                .orElse(null);
    }

    private static List<Block> blocks(List<Clause> clauses) {
        var blocks = new ArrayList<Block>();
        for (var clause : clauses) {
            if (clause.kind() == ClauseKind.ROW) {
                blocks.get(blocks.size() - 1).rows().add(List.of(clause.text().split("\t", -1)));
            } else {
                blocks.add(new Block(clause.kind().name(), clause.label(), clause.text(), new ArrayList<>()));
            }
        }
        return blocks;
    }

    @GetMapping(PAGE + "/thong-bao.docx")
    void word(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        file(id, user, response, FileType.DOCX);
    }

    @GetMapping(PAGE + "/thong-bao.pdf")
    void pdf(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        file(id, user, response, FileType.PDF);
    }

    private void file(String id, Principal user, HttpServletResponse response, FileType type) throws IOException {
        var dossier = desk.visible(id, user);
        var decision = readable(dossier, user);
        if (decision == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        // as a whole first: what goes wrong in the middle must not end in half a file
        var out = new ByteArrayOutputStream();
        if (type == FileType.DOCX) {
            notice.word(dossier, decision, out);
        } else {
            notice.pdf(dossier, decision, out);
        }
        DossierDownloads.send(response, type.mediaType(), notice.title(decision) + type.ending(), out.toByteArray());
    }

    /** What is new for a page that was opened when the dossier had another status; nothing as long as it has the same. */
    @GetMapping("/trinh-duyet/{id}/trang-thai")
    @Nullable
    ModelAndView watch(
            @PathVariable String id,
            @RequestParam(name = "cu") String former,
            Model model,
            Principal user,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var dossier = desk.visible(id, user);
        if (dossier.status().name().equals(former)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        model.addAttribute("id", id);
        model.addAttribute("dossier", dossier);
        model.addAttribute("changed", true);
        return new ModelAndView("approval/parts :: watch", model.asMap());
    }

    @PostMapping(PAGE + "/yeu-cau")
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String text,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(
                flash,
                "Đã thêm nội dung yêu cầu.",
                Map.of("document", document, "clause", clause, "text", text),
                () -> approvals.ask(id, new Wanted(document, clause, text), user.getName()));
        return back(id);
    }

    @PostMapping(PAGE + "/yeu-cau/{request:\\d{1,18}}/sua")
    String reword(
            @PathVariable String id,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String text,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(flash, "Đã sửa nội dung yêu cầu.", () -> approvals.reword(id, request, text, user.getName()));
        return back(id);
    }

    @PostMapping(PAGE + "/yeu-cau/{request:\\d{1,18}}/bo")
    String drop(@PathVariable String id, @PathVariable long request, Principal user, RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(flash, "Đã bỏ nội dung yêu cầu.", () -> approvals.drop(id, request, user.getName()));
        return back(id);
    }

    @PostMapping(PAGE)
    String decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        var typed = Map.of("decision", decision, "reason", reason);
        DossierDesk.act(flash, "Đã quyết định. Văn phòng ban hành thông báo.", typed, () -> {
            var early = decision.equals("APPROVE") && !steps.waits(id, Elements.DECIDE)
                    ? approvals.earlyFault(id, user.getName())
                    : null;
            return early != null ? early : steps.take(id, Elements.DECIDE, typed);
        });
        return back(id);
    }

    @PostMapping(PAGE + "/ban-hanh")
    String issue(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String recipients,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(
                flash,
                "Đã ban hành thông báo.",
                () -> steps.take(id, Elements.ISSUE, Map.of("recipients", recipients)));
        return back(id);
    }

    @PostMapping(PAGE + "/thu-hoi")
    String withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(flash, "Đã thu hồi hồ sơ.", () -> approvals.withdraw(id, reason, user.getName()));
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/trinh-duyet/" + id + "/quyet-dinh";
    }
}
