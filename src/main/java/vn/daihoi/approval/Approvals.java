package vn.daihoi.approval;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.approval.ChangeRequest.Stage;
import vn.daihoi.approval.ChangeRequest.Wanted;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.consultation.TypedText;
import vn.daihoi.document.numbering.Series;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.organisation.Units;

/**
 * What the superior decides on a dossier, the notice of it, and the ward taking the dossier back before. Forms, pages and
 * the process alike come through here; an expected "no" is returned, never thrown.
 */
@Service
public class Approvals {

    private static final String NOTICE = "TB";
    private static final int REASON_LENGTH = 4000;
    private static final int RECIPIENTS_LENGTH = 2000;
    private static final Set<DossierStatus> DECIDING = EnumSet.of(DossierStatus.DECIDING);
    private static final Set<DossierStatus> DECIDED = EnumSet.of(DossierStatus.DECIDED);
    private static final Set<DossierStatus> UNDECIDED = EnumSet.range(DossierStatus.ASSEMBLING, DossierStatus.DECIDING);

    private final Dossiers dossiers;
    private final DossierSteps steps;
    private final ApprovalStore store;
    private final Requests requests;
    private final Slips slips;
    private final SuperiorRounds rounds;
    private final Series series;
    private final Congresses congresses;
    private final Units units;

    Approvals(
            Dossiers dossiers,
            DossierSteps steps,
            ApprovalStore store,
            Requests requests,
            Slips slips,
            SuperiorRounds rounds,
            Series series,
            Congresses congresses,
            Units units) {
        this.dossiers = dossiers;
        this.steps = steps;
        this.store = store;
        this.requests = requests;
        this.slips = slips;
        this.rounds = rounds;
        this.series = series;
        this.congresses = congresses;
        this.units = units;
    }

    /** What was decided, or is about to be, on a submission; empty before its appraisals are summed up. */
    public Optional<Decision> decision(String id, int submission) {
        return store.decision(id, submission);
    }

    /** What was decided on each submission of a dossier, in their order. */
    public List<Decision> decisions(String id) {
        return store.decisions(id);
    }

    /** What a decision asks the ward to change, whatever was decided: a draft until then. */
    public List<ChangeRequest> requests(String id, int submission) {
        return store.requests(id, submission).stream()
                .filter(one -> one.stage() == Stage.DECISION)
                .toList();
    }

    /** Whether the person decides on this dossier: the secretary of the superior. */
    public boolean mayDecide(String user, Dossier dossier) {
        return steps.holds(user, Role.SUPERIOR_SECRETARY, dossier);
    }

    /** Whether the person issues the notice: the office of the superior. */
    public boolean mayIssue(String user, Dossier dossier) {
        return steps.holds(user, Role.SUPERIOR_OFFICE, dossier);
    }

    /** Whether the person may take this dossier back now: the secretary of its ward, as long as nothing is decided. */
    public boolean mayWithdraw(String user, Dossier dossier) {
        return UNDECIDED.contains(dossier.status()) && steps.holds(user, Role.WARD_SECRETARY, dossier);
    }

    /** Adds something to be changed to the draft of the decision. */
    @Transactional
    public Verdict ask(String id, Wanted wanted, String user) {
        return deciding(id, user, dossier -> requests.add(dossier, Stage.DECISION, "", wanted, steps.now(user)));
    }

    /** Words a request of the draft anew; nothing happens when it isn't there any more. */
    @Transactional
    public Verdict reword(String id, long request, String text, String user) {
        return deciding(id, user, dossier -> requests(id, dossier.submission()).stream()
                .filter(one -> one.id() == request)
                .findFirst()
                .map(one -> requests.reword(one, text, steps.now(user)))
                .orElseGet(Verdict::done));
    }

    /** Takes a request out of the draft; nothing happens when it isn't there any more. */
    @Transactional
    public Verdict drop(String id, long request, String user) {
        return deciding(id, user, dossier -> {
            requests(id, dossier.submission()).stream()
                    .filter(one -> one.id() == request)
                    .forEach(one -> store.drop(one.id()));
            return Verdict.done();
        });
    }

    /**
     * The secretary of the superior decides.
     *
     * @param reason needed to refuse, a remark otherwise
     */
    @Transactional
    public Verdict decide(String id, Decision.Outcome outcome, @Nullable String reason, String user) {
        return deciding(id, user, dossier -> {
            var why = reason == null || outcome == Decision.Outcome.APPROVED ? "" : CleanText.lines(reason);
            if (why.length() > REASON_LENGTH) {
                return Verdict.refused("reason", "“Lý do” dài quá " + REASON_LENGTH + " ký tự.");
            }
            var fault =
                    switch (outcome) {
                        case APPROVED -> approvalFault(dossier, user);
                        case RETURNED ->
                            requests(id, dossier.submission()).isEmpty()
                                    ? Verdict.refused(
                                            "decision",
                                            "Yêu cầu chỉnh sửa thì phải có ít nhất một nội dung trong danh sách ở trang"
                                                    + " quyết định.")
                                    : null;
                        case REFUSED ->
                            why.isEmpty() ? Verdict.refused("reason", "Khi không duyệt phải ghi “Lý do”.") : null;
                    };
            if (fault != null) {
                return fault;
            }
            store.decide(dossier, outcome, why, steps.now(user));
            dossiers.become(id, DossierStatus.DECIDED);
            steps.log(
                    dossier,
                    Role.SUPERIOR_SECRETARY,
                    user,
                    "DOSSIER_DECIDED",
                    "Quyết định: " + outcome.title() + (why.isEmpty() ? "." : ". " + why));
            return Verdict.done();
        });
    }

    /**
     * What stands against the secretary of the superior approving while no task asks for a decision; trying leaves a trace.
     *
     * @return null when it isn't for want of slips that no decision is asked for
     */
    public Verdict.@Nullable Refused earlyFault(String id, String user) {
        var dossier = dossiers.get(id);
        return UNDECIDED.contains(dossier.status()) && mayDecide(user, dossier) ? approvalFault(dossier, user) : null;
    }

    /** Nobody approves without quorum and majority, whichever way they came; trying leaves a trace. */
    private Verdict.@Nullable Refused approvalFault(Dossier dossier, String user) {
        var round = slips.current(dossier).orElse(null);
        var skipped = store.decision(dossier.id(), dossier.submission())
                .map(Decision::slipsSkipped)
                .orElse(true);
        var why = skipped || round == null
                ? "chưa lấy phiếu xin ý kiến Ban Thường vụ"
                : !round.quorum()
                        ? "mới có " + round.given() + "/" + round.members() + " phiếu, chưa đủ " + round.quorumPercent()
                                + "% số ủy viên"
                        : round.closed() == null
                                ? "chưa kết thúc lấy phiếu xin ý kiến Ban Thường vụ"
                                : !round.majority()
                                        ? "mới có " + round.agreeing() + "/" + round.members()
                                                + " ủy viên đồng ý, chưa quá " + round.majorityPercent() + "%"
                                        : null;
        if (why == null) {
            return null;
        }
        steps.attempt(
                dossier, Role.SUPERIOR_SECRETARY, user, "APPROVE_ATTEMPT_REFUSED", "Không cho duyệt: " + why + ".");
        return Verdict.refused("decision", "Chưa duyệt được: " + why + ".");
    }

    /** By the secretary, who wrote nothing in it and appraised nothing of it. */
    private Verdict deciding(String id, String user, Function<Dossier, Verdict> deed) {
        return steps.step(id, Role.SUPERIOR_SECRETARY, DECIDING, user, dossier -> {
            var own = steps.own(dossier, Role.SUPERIOR_SECRETARY, user, "DECIDE_ATTEMPT_REFUSED", "quyết định về");
            if (own != null) {
                return own;
            }
            var appraised = store.appraisals(dossier).stream()
                    .anyMatch(one -> one.given() != null && one.given().by().equals(user));
            if (appraised) {
                steps.attempt(
                        dossier,
                        Role.SUPERIOR_SECRETARY,
                        user,
                        "DECIDE_ATTEMPT_REFUSED",
                        "Không cho quyết định về hồ sơ do mình thẩm định.");
                return Verdict.refused("Người đã thẩm định hồ sơ không được quyết định về hồ sơ đó.");
            }
            return deed.apply(dossier);
        });
    }

    /**
     * The office of the superior issues the notice: it takes its number, the ward sees it, and each request becomes
     * something the ward owes an answer, unless the documents are approved: then it is for the ward to finish them by.
     *
     * @param recipients lines of "Nơi nhận"; null or blank for the usual ones
     */
    @Transactional
    public Verdict issue(String id, @Nullable String recipients, String user) {
        return steps.step(id, Role.SUPERIOR_OFFICE, DECIDED, user, dossier -> {
            var typed = recipients == null ? "" : CleanText.lines(recipients);
            if (typed.length() > RECIPIENTS_LENGTH) {
                return Verdict.refused("recipients", "“Nơi nhận” dài quá " + RECIPIENTS_LENGTH + " ký tự.");
            }
            var decision = store.decision(id, dossier.submission()).orElseThrow();
            var outcome = Objects.requireNonNull(decision.outcome());
            var lines =
                    typed.isBlank() ? usualRecipients(dossier) : typed.lines().toList();
            var body = body(dossier);
            var term = congresses.get(dossier.congress()).term();
            var number = Series.written(series.next(dossier.superior(), body, NOTICE, term), NOTICE, body);
            var by = steps.now(user);
            store.issue(dossier, number, steps.today(), lines, by);
            dossiers.end(id, outcome.status(), null, by);
            if (outcome != Decision.Outcome.APPROVED) {
                handBack(dossier, number);
            }
            steps.log(
                    dossier,
                    Role.SUPERIOR_OFFICE,
                    user,
                    "APPROVAL_NOTICE_ISSUED",
                    "Ban hành Thông báo " + lower(number) + ": " + outcome.title() + ".");
            return Verdict.done();
        });
    }

    /** Opens a round of answers for each document of which something is wanted. */
    private void handBack(Dossier dossier, String number) {
        var byDocument = requests(dossier.id(), dossier.submission()).stream()
                .collect(Collectors.groupingBy(ChangeRequest::document, LinkedHashMap::new, Collectors.toList()));
        byDocument.forEach((document, wanted) -> rounds.open(
                document,
                wanted.get(0).version(),
                "decision:" + dossier.id() + ":" + dossier.submission(),
                "Thông báo " + lower(number),
                wanted.stream()
                        .map(one -> new SuperiorRounds.Said(
                                "request:" + one.id(),
                                one.clauseId(),
                                "",
                                CommentType.AMEND,
                                one.text(),
                                one.said().by(),
                                null,
                                null))
                        .toList()));
    }

    /** Who gets the notice, as long as nobody writes otherwise. */
    public List<String> usualRecipients(Dossier dossier) {
        return List.of(units.committeeOf(dossier.ward()), "Các ban và Văn phòng cấp ủy cấp trên", "Lưu Văn phòng");
    }

    /** Code of the committee that issues, as the table of issuing bodies has it. */
    private String body(Dossier dossier) {
        var kind = units.find(dossier.superior()).orElseThrow().kind();
        return kind == UnitKind.DISTRICT ? "QU" : "TU";
    }

    private static String lower(String number) {
        return number.replaceFirst("^Số", "số");
    }

    /** The ward takes the dossier back, as long as nothing is decided; needs a reason. What was said of it stays. */
    @Transactional
    public Verdict withdraw(String id, @Nullable String reason, String user) {
        var why = TypedText.reason("reason", "Lý do thu hồi", reason);
        return steps.push(
                id,
                Role.WARD_SECRETARY,
                UNDECIDED,
                user,
                dossier -> why.fault() == null ? Verdict.done() : why.fault(),
                running -> running.withdrawn(id),
                dossier -> {
                    dossiers.end(id, DossierStatus.WITHDRAWN, why.text(), steps.now(user));
                    steps.log(
                            dossier,
                            Role.WARD_SECRETARY,
                            user,
                            "DOSSIER_WITHDRAWN",
                            "Thu hồi hồ sơ trình duyệt: " + why.text());
                    return Verdict.done();
                });
    }

    /** Notes that the withdrawal went through. */
    @Transactional
    public void withdrawn(String id) {
        steps.log(dossiers.get(id), "DOSSIER_PROCESS_STOPPED", "Quy trình trình duyệt đã dừng.");
    }
}
