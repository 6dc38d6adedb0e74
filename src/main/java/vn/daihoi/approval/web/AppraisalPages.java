package vn.daihoi.approval.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.approval.Appraisal;
import vn.daihoi.approval.Appraisals;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.Board;
import vn.daihoi.approval.ChangeRequest.Wanted;
import vn.daihoi.approval.Decision;
import vn.daihoi.approval.Dossier;
import vn.daihoi.approval.DossierStatus;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.process.ApprovalSteps;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.congress.VietnamTime;

/** What the boards make of a dossier: each writes its own, the superior reads all, the ward sees how far they are. */
@Controller
class AppraisalPages {

    private static final String PAGE = "/trinh-duyet/{id}/tham-dinh";
    private static final Map<Board, String> STEPS = Map.of(
            Board.ORGANISATION, Elements.APPRAISE_ORGANISATION,
            Board.PROPAGANDA, Elements.APPRAISE_PROPAGANDA,
            Board.OFFICE, Elements.APPRAISE_OFFICE);

    private final Dossiers dossiers;
    private final Appraisals appraisals;
    private final Approvals approvals;
    private final ApprovalSteps steps;
    private final Places places;
    private final DossierDesk desk;

    AppraisalPages(
            Dossiers dossiers,
            Appraisals appraisals,
            Approvals approvals,
            ApprovalSteps steps,
            Places places,
            DossierDesk desk) {
        this.dossiers = dossiers;
        this.appraisals = appraisals;
        this.approvals = approvals;
        this.steps = steps;
        this.places = places;
        this.desk = desk;
    }

    /**
     * A board on the page.
     *
     * @param outcome null before, or for those who may not read it
     * @param mine whether the person at the screen may still write it
     */
    public record Row(
            Board board,
            String due,
            @Nullable String given,
            @Nullable String outcome,
            String opinion,
            List<Places.Asked> requests,
            @Nullable String reminded,
            @Nullable String escalated,
            boolean mine) {}

    @GetMapping(PAGE)
    String show(@PathVariable String id, Model model, Principal user) {
        var dossier = desk.visible(id, user);
        desk.frame(model, dossier, "/tham-dinh");
        var inside = dossiers.ofSuperior(user.getName(), dossier);
        var rows = appraisals.of(dossier).stream()
                .map(one -> row(dossier, one, inside, user.getName()))
                .toList();
        var writes = rows.stream().anyMatch(Row::mine);
        model.addAttribute("inside", inside);
        model.addAttribute("rows", rows);
        model.addAttribute("sent", places.sent(dossier));
        model.addAttribute("clauses", writes ? places.clauses(dossier) : Map.of());
        var decision = approvals.decision(id, dossier.submission());
        model.addAttribute("report", inside ? decision.map(Decision::report).orElse(null) : null);
        model.addAttribute(
                "reported",
                inside ? decision.map(one -> desk.signed(one.reported())).orElse(null) : null);
        model.addAttribute(
                "sumsUp",
                approvals.mayIssue(user.getName(), dossier)
                        && (dossier.status() == DossierStatus.APPRAISING || dossier.status() == DossierStatus.ASKING)
                        && steps.waits(id, Elements.OPEN_SLIPS));
        model.addAttribute(
                "changes", rows.stream().anyMatch(row -> !row.requests().isEmpty()));
        return "approval/appraisals";
    }

    private Row row(Dossier dossier, Appraisal one, boolean inside, String user) {
        var mine = dossier.status() == DossierStatus.APPRAISING
                && one.given() == null
                && appraisals.mayAppraise(user, dossier, one.board());
        // what a board is still writing is for that board alone
        var readable = mine || (inside && one.given() != null);
        return new Row(
                one.board(),
                VietnamTime.day(one.dueOn()),
                one.given() == null
                        ? null
                        : inside
                                ? desk.signed(one.given())
                                : VietnamTime.moment(one.given().at()),
                inside && one.outcome() != null ? one.outcome().title() : null,
                inside ? one.opinion() : "",
                readable ? places.asked(appraisals.requests(dossier, one.board())) : List.of(),
                one.reminded() == null ? null : VietnamTime.moment(one.reminded()),
                inside && one.escalated() != null ? VietnamTime.moment(one.escalated()) : null,
                mine);
    }

    @PostMapping(PAGE + "/{board}/yeu-cau")
    String ask(
            @PathVariable String id,
            @PathVariable Board board,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String text,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(
                flash,
                "Đã ghi đề nghị.",
                Map.of("document", document, "clause", clause, "text", text),
                () -> appraisals.ask(id, board, new Wanted(document, clause, text), user.getName()));
        return back(id);
    }

    @PostMapping(PAGE + "/{board}/bo")
    String drop(
            @PathVariable String id,
            @PathVariable Board board,
            @RequestParam long request,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(flash, "Đã bỏ đề nghị.", () -> appraisals.drop(id, board, request, user.getName()));
        return back(id);
    }

    @PostMapping(PAGE + "/{board}")
    String give(
            @PathVariable String id,
            @PathVariable Board board,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String opinion,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        var typed = Map.of("outcome", outcome, "opinion", opinion);
        DossierDesk.act(
                flash,
                "Đã gửi ý kiến thẩm định của " + board.title() + ".",
                typed,
                () -> steps.take(id, Objects.requireNonNull(STEPS.get(board)), typed));
        return back(id);
    }

    @PostMapping(PAGE + "/tong-hop")
    String sumUp(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String report,
            @RequestParam(defaultValue = "") String choice,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        var typed = Map.of("report", report, "choice", choice);
        DossierDesk.act(
                flash,
                choice.equals("ASK") ? "Đã gửi phiếu xin ý kiến." : "Đã trình Bí thư yêu cầu chỉnh sửa.",
                typed,
                () -> steps.take(id, Elements.OPEN_SLIPS, typed));
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/trinh-duyet/" + id + "/tham-dinh";
    }
}
