package vn.daihoi.approval.web;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.approval.Appraisals;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.Decision;
import vn.daihoi.approval.Dossier;
import vn.daihoi.approval.DossierStatus;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.Slip;
import vn.daihoi.approval.SlipAnswer;
import vn.daihoi.approval.SlipRound;
import vn.daihoi.approval.Slips;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;

/** The opinion slips: a member gives one, office and secretary of the superior read them, everybody else sees counts. */
@Controller
class SlipPages {

    private static final String PAGE = "/trinh-duyet/{id}/phieu";

    private final Dossiers dossiers;
    private final Slips slips;
    private final Approvals approvals;
    private final Places places;
    private final Members members;
    private final DossierDesk desk;
    private final Clock clock;

    SlipPages(
            Dossiers dossiers,
            Slips slips,
            Approvals approvals,
            Places places,
            Members members,
            DossierDesk desk,
            Clock clock) {
        this.dossiers = dossiers;
        this.slips = slips;
        this.approvals = approvals;
        this.places = places;
        this.members = members;
        this.desk = desk;
        this.clock = clock;
    }

    /** One asking on the page, with its slips for those who may read them. */
    public record Asking(
            SlipRound round,
            String opened,
            String due,
            @Nullable String closed,
            @Nullable String escalated,
            List<Row> rows,
            Figure figure) {}

    /** One slip, or that there is none. */
    public record Row(
            String member,
            String name,
            @Nullable String answer,
            String reason,
            @Nullable String given,
            boolean substitute,
            @Nullable String absent,
            @Nullable String reminded,
            List<Places.Asked> requests) {}

    /**
     * A bar as wide as there are members, with the shares one after the other.
     *
     * @param quorum where the slips have to reach, in members
     * @param majority which the agreeing have to exceed, in members
     */
    public record Figure(int width, List<Part> parts, double quorum, double majority) {}

    /** A share of the bar. */
    public record Part(String kind, String label, int from, int count) {}

    @GetMapping(PAGE)
    String show(@PathVariable String id, Model model, Principal user) {
        var dossier = desk.visible(id, user);
        desk.frame(model, dossier, "/phieu");
        var reads = slips.mayRead(user.getName(), dossier);
        var rounds = slips.rounds(id, dossier.submission());
        model.addAttribute("reads", reads);
        model.addAttribute(
                "askings",
                rounds.stream().map(round -> asking(dossier, round, reads)).toList());
        var decision = approvals.decision(id, dossier.submission());
        var mine = slips.mayGive(user.getName(), dossier);
        model.addAttribute("skipped", decision.map(Decision::slipsSkipped).orElse(false));
        model.addAttribute("mine", mine.orElse(null));
        model.addAttribute(
                "substituteFor",
                mine.filter(member -> !member.equals(user.getName()))
                        .map(members::displayName)
                        .orElse(null));
        model.addAttribute(
                "report", mine.isPresent() ? decision.map(Decision::report).orElse(null) : null);
        model.addAttribute("sent", places.sent(dossier));
        model.addAttribute("clauses", mine.isPresent() ? places.clauses(dossier) : Map.of());
        model.addAttribute("answers", SlipAnswer.values());
        var open = dossier.status() == DossierStatus.ASKING
                ? slips.current(dossier).filter(round -> round.closed() == null).orElse(null)
                : null;
        model.addAttribute("runs", open != null && approvals.mayIssue(user.getName(), dossier));
        model.addAttribute("open", open);
        model.addAttribute(
                "closable",
                open != null && (open.waiting() == 0 || VietnamTime.today(clock).isAfter(open.dueOn())));
        return "approval/slips";
    }

    private Asking asking(Dossier dossier, SlipRound round, boolean reads) {
        return new Asking(
                round,
                VietnamTime.moment(round.opened().at()),
                VietnamTime.day(round.dueOn()),
                round.closed() == null
                        ? null
                        : VietnamTime.moment(round.closed().at()),
                reads && round.escalated() != null ? VietnamTime.moment(round.escalated()) : null,
                reads
                        ? round.slips().stream()
                                .map(slip -> row(dossier, round, slip))
                                .toList()
                        : List.of(),
                figure(round));
    }

    private Row row(Dossier dossier, SlipRound round, Slip slip) {
        var absent = slip.absent();
        return new Row(
                slip.member(),
                members.displayName(slip.member()),
                slip.answer() == null ? null : slip.answer().title(),
                slip.reason(),
                desk.signed(slip.given()),
                slip.bySubstitute(),
                absent == null ? null : slip.absentReason() + " (" + desk.signed(absent) + ")",
                slip.reminded() == null ? null : VietnamTime.moment(slip.reminded()),
                slip.answer() == SlipAnswer.AGREE_WITH_REQUESTS
                        ? places.asked(slips.requests(dossier, round, slip.member()))
                        : List.of());
    }

    private static Figure figure(SlipRound round) {
        int agree = round.answered(SlipAnswer.AGREE);
        int requests = round.answered(SlipAnswer.AGREE_WITH_REQUESTS);
        int disagree = round.answered(SlipAnswer.DISAGREE);
        return new Figure(
                Math.max(1, round.members()),
                List.of(
                        new Part("agree", SlipAnswer.AGREE.title(), 0, agree),
                        new Part("requests", SlipAnswer.AGREE_WITH_REQUESTS.title(), agree, requests),
                        new Part("disagree", SlipAnswer.DISAGREE.title(), agree + requests, disagree),
                        new Part("absent", "Vắng mặt", round.given(), round.absent()),
                        new Part("waiting", "Chưa gửi", round.given() + round.absent(), round.waiting())),
                round.quorumPercent() * round.members() / 100.0,
                round.majorityPercent() * round.members() / 100.0);
    }

    @PostMapping(PAGE)
    String give(
            @PathVariable String id,
            @RequestParam String member,
            @RequestParam(required = false) @Nullable SlipAnswer answer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String requests,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(
                flash,
                "Đã gửi phiếu xin ý kiến.",
                Map.of(
                        "answer", answer == null ? "" : answer.name(),
                        "reason", reason,
                        "document", document,
                        "requests", requests),
                () -> answer == null
                        ? Verdict.refused("answer", "Phải chọn “Ý kiến”.")
                        : slips.giveOutsideTask(
                                id, member, answer, reason, Appraisals.lines(document, requests), user.getName()));
        return back(id);
    }

    @PostMapping(PAGE + "/vang-mat")
    String absent(
            @PathVariable String id,
            @RequestParam String member,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(flash, "Đã ghi nhận vắng mặt.", () -> slips.noteAbsent(id, member, reason, user.getName()));
        return back(id);
    }

    @PostMapping(PAGE + "/ket-thuc")
    String close(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        DossierDesk.act(flash, "Đã kết thúc nhận phiếu.", () -> slips.close(id, reason, user.getName()));
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/trinh-duyet/" + id + "/phieu";
    }
}
