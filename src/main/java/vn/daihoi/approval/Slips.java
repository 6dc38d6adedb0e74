package vn.daihoi.approval;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.approval.ChangeRequest.Stage;
import vn.daihoi.approval.ChangeRequest.Wanted;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.RuleValue;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.TypedText;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.WorkingCalendar;

/**
 * The opinion slips of the superior's standing committee, from the summing up of the appraisals to the count. Forms, pages
 * and the process alike come through here; an expected "no" is returned, never thrown.
 */
@Service
public class Slips {

    private static final int REPORT_LENGTH = 8000;
    private static final int REASON_LENGTH = 4000;
    private static final Set<DossierStatus> OPENABLE = EnumSet.of(DossierStatus.APPRAISING, DossierStatus.ASKING);
    private static final Set<DossierStatus> ASKING = EnumSet.of(DossierStatus.ASKING);

    private final Dossiers dossiers;
    private final DossierSteps steps;
    private final ApprovalStore store;
    private final RuleSets ruleSets;
    private final Requests requests;
    private final Members members;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Slips(
            Dossiers dossiers,
            DossierSteps steps,
            ApprovalStore store,
            RuleSets ruleSets,
            Requests requests,
            Members members,
            WorkingCalendar calendar,
            Clock clock) {
        this.dossiers = dossiers;
        this.steps = steps;
        this.store = store;
        this.ruleSets = ruleSets;
        this.requests = requests;
        this.members = members;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The askings about a submission, in their order. */
    public List<SlipRound> rounds(String id, int submission) {
        return store.slipRounds(id, submission);
    }

    /** The last asking about the last submission, open or closed. */
    public Optional<SlipRound> current(Dossier dossier) {
        var rounds = store.slipRounds(dossier.id(), dossier.submission());
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** What the slip of a member asks to be changed. */
    public List<ChangeRequest> requests(Dossier dossier, SlipRound round, String member) {
        return requests.of(dossier, Stage.SLIP, source(round, member));
    }

    /** Whether the person sees the slips one by one: office and secretary of the superior; others see counts only. */
    public boolean mayRead(String user, Dossier dossier) {
        return steps.holds(user, Role.SUPERIOR_OFFICE, dossier) || steps.holds(user, Role.SUPERIOR_SECRETARY, dossier);
    }

    /** For whom the person may give a slip that is still waited for: themselves, or somebody they stand in for. */
    public Optional<String> mayGive(String user, Dossier dossier) {
        if (dossier.status() != DossierStatus.ASKING || !steps.holds(user, Role.SUPERIOR_STANDING, dossier)) {
            return Optional.empty();
        }
        var member = Optional.ofNullable(steps.represented(dossier, Role.SUPERIOR_STANDING, user))
                .orElse(user);
        return current(dossier)
                .filter(round -> round.closed() == null)
                .map(round -> round.of(member))
                .filter(slip -> slip.given() == null)
                .map(Slip::member);
    }

    /** The office sums up the appraisals and asks the standing committee, or asks it again when too few slips came. */
    @Transactional
    public Verdict open(String id, String report, String user) {
        return summedUp(id, report, user, dossier -> {
            var days = rule(dossier, RuleParameter.SLIP_WORKING_DAYS);
            var quorum = rule(dossier, RuleParameter.SLIP_QUORUM_PERCENT);
            var majority = rule(dossier, RuleParameter.SLIP_MAJORITY_PERCENT);
            for (var value : List.of(days, quorum, majority)) {
                if (value instanceof RuleValue.Unfilled unfilled) {
                    return Verdict.refused(unfilled.message());
                }
            }
            var asked = members.holders(dossier.superior(), Role.SUPERIOR_STANDING, steps.today());
            if (asked.isEmpty()) {
                return Verdict.refused(
                        "choice", "Chưa có tài khoản nào giữ vai trò " + Role.SUPERIOR_STANDING.title() + ".");
            }
            var by = steps.now(user);
            var dueOn = calendar.plusWorkingDays(steps.today(), value(days));
            int number = current(dossier).map(SlipRound::number).orElse(0) + 1;
            store.report(dossier, CleanText.lines(report), false, by);
            store.openSlips(dossier, number, value(quorum), value(majority), dueOn, by, asked);
            dossiers.become(id, DossierStatus.ASKING);
            steps.log(
                    dossier,
                    Role.SUPERIOR_OFFICE,
                    user,
                    "SLIPS_OPENED",
                    "Gửi phiếu xin ý kiến lần " + number + " đến " + asked.size() + " ủy viên Ban Thường vụ, hạn "
                            + VietnamTime.day(dueOn) + ".");
            return Verdict.done();
        });
    }

    /** The office puts a return before the secretary without asking; only when a board wants changes. */
    @Transactional
    public Verdict skip(String id, String report, String user) {
        return summedUp(id, report, user, dossier -> {
            if (store.appraisals(dossier).stream().noneMatch(one -> one.outcome() == Appraisal.Outcome.CHANGES)) {
                return Verdict.refused(
                        "choice",
                        "Không đơn vị nào đề nghị chỉnh sửa, nên “Bước tiếp theo” phải là gửi phiếu xin ý kiến.");
            }
            store.report(dossier, CleanText.lines(report), true, steps.now(user));
            decidable(dossier);
            steps.log(
                    dossier,
                    Role.SUPERIOR_OFFICE,
                    user,
                    "SLIPS_SKIPPED",
                    "Trình Bí thư cấp ủy cấp trên yêu cầu chỉnh sửa, không gửi phiếu xin ý kiến.");
            return Verdict.done();
        });
    }

    private Verdict summedUp(String id, String report, String user, Function<Dossier, Verdict> deed) {
        return steps.step(id, Role.SUPERIOR_OFFICE, OPENABLE, user, dossier -> {
            var words = CleanText.lines(report);
            if (words.isEmpty() || words.length() > REPORT_LENGTH) {
                return Verdict.refused(
                        "report", "Phải ghi “Báo cáo tổng hợp thẩm định”, không quá " + REPORT_LENGTH + " ký tự.");
            }
            if (store.appraisals(dossier).stream().anyMatch(one -> one.given() == null)) {
                return Verdict.refused("Còn đơn vị chưa thẩm định, chưa tổng hợp được.");
            }
            return current(dossier).filter(round -> round.closed() == null).isPresent()
                    ? Verdict.refused("Phiếu xin ý kiến đã được gửi và đang chờ trả lời.")
                    : deed.apply(dossier);
        });
    }

    /**
     * Gives the slip of a member: the member, or a substitute where the rule set lets one. The task this comes from ends by
     * itself.
     *
     * @param member whose slip it is
     * @param reason why the member doesn't agree; none otherwise, since a slip can't be corrected and no words of it get lost
     * @param wanted what is to be changed; at least one when the member agrees with requests, none otherwise
     */
    @Transactional
    public Verdict give(
            String id, String member, SlipAnswer answer, @Nullable String reason, List<Wanted> wanted, String user) {
        return steps.step(
                id,
                Role.SUPERIOR_STANDING,
                ASKING,
                user,
                dossier -> given(dossier, member, answer, reason, wanted, user));
    }

    /** As {@link #give}, from elsewhere than the member's task, which ends with it. */
    @Transactional
    public Verdict giveOutsideTask(
            String id, String member, SlipAnswer answer, @Nullable String reason, List<Wanted> wanted, String user) {
        return steps.push(
                id,
                Role.SUPERIOR_STANDING,
                ASKING,
                user,
                dossier -> giverFault(dossier, member, user),
                running -> settled(running, id, member),
                dossier -> given(dossier, member, answer, reason, wanted, user));
    }

    private Verdict given(
            Dossier dossier,
            String member,
            SlipAnswer answer,
            @Nullable String reason,
            List<Wanted> wanted,
            String user) {
        var fault = giverFault(dossier, member, user);
        if (fault instanceof Verdict.Refused) {
            return fault;
        }
        var why = reason == null ? "" : CleanText.lines(reason);
        if (answer != SlipAnswer.DISAGREE && !why.isEmpty()) {
            return Verdict.refused(
                    "reason",
                    "Đã ghi “Lý do không đồng ý”: hãy chọn “" + SlipAnswer.DISAGREE.title() + "”, hoặc bỏ lý do đó.");
        }
        if (answer == SlipAnswer.DISAGREE && (why.isEmpty() || why.length() > REASON_LENGTH)) {
            return Verdict.refused("reason", "Phải ghi “Lý do không đồng ý”, không quá " + REASON_LENGTH + " ký tự.");
        }
        if (answer != SlipAnswer.AGREE_WITH_REQUESTS && !wanted.isEmpty()) {
            return Verdict.refused(
                    "requests",
                    "Đã ghi “Nội dung đề nghị chỉnh sửa”: hãy chọn “" + SlipAnswer.AGREE_WITH_REQUESTS.title()
                            + "”, hoặc bỏ nội dung đó.");
        }
        var round = current(dossier).orElseThrow();
        var by = steps.now(user);
        if (answer == SlipAnswer.AGREE_WITH_REQUESTS) {
            if (wanted.isEmpty()) {
                return Verdict.refused("requests", "Đồng ý kèm đề nghị thì phải ghi “Nội dung đề nghị chỉnh sửa”.");
            }
            var added = requests.add(dossier, Stage.SLIP, source(round, member), wanted, by);
            if (added instanceof Verdict.Refused) {
                return added;
            }
        }
        store.give(dossier, round.number(), member, answer, why, by);
        // the log says that a slip was given, not what it says
        steps.log(
                dossier,
                Role.SUPERIOR_STANDING,
                user,
                "SLIP_GIVEN",
                "Gửi phiếu xin ý kiến lần " + round.number()
                        + (member.equals(user) ? "." : " thay cho ủy viên vắng mặt."));
        return Verdict.done();
    }

    /** Only the member, or who stands in for the member where the rules let a substitute, and only once. */
    private Verdict giverFault(Dossier dossier, String member, String user) {
        var own = steps.own(dossier, Role.SUPERIOR_STANDING, user, "SLIP_ATTEMPT_REFUSED", "cho ý kiến bằng phiếu về");
        if (own != null) {
            return own;
        }
        if (!member.equals(user)) {
            if (!member.equals(steps.represented(dossier, Role.SUPERIOR_STANDING, user))) {
                steps.attempt(
                        dossier,
                        Role.SUPERIOR_STANDING,
                        user,
                        "SLIP_ATTEMPT_REFUSED",
                        "Không cho gửi phiếu của ủy viên khác.");
                return Verdict.refused("Mỗi ủy viên chỉ gửi phiếu của mình.");
            }
            var substitutes = rule(dossier, RuleParameter.SLIP_BY_SUBSTITUTE);
            if (substitutes instanceof RuleValue.Unfilled unfilled) {
                return Verdict.refused(unfilled.message());
            }
            if (value(substitutes) != 1) {
                return Verdict.refused("Theo bộ quy tắc đang áp dụng, người thay thế không được gửi phiếu xin ý kiến.");
            }
        }
        var round = current(dossier).orElse(null);
        var slip = round == null ? null : round.of(member);
        if (round == null || slip == null) {
            return Verdict.refused("Đồng chí không có trong danh sách được xin ý kiến lần này.");
        }
        if (round.closed() != null) {
            return Verdict.refused("Việc nhận phiếu đã kết thúc lúc "
                    + VietnamTime.moment(round.closed().at()) + ".");
        }
        var given = slip.given();
        return given == null
                ? Verdict.done()
                : Verdict.refused("Phiếu này đã được " + members.displayName(given.by()) + " gửi lúc "
                        + VietnamTime.moment(given.at()) + "; phiếu đã gửi không sửa được nữa.");
    }

    /** The office notes that a member is absent; needs a reason. Nothing is decided for the member by it. */
    @Transactional
    public Verdict noteAbsent(String id, String member, @Nullable String reason, String user) {
        var why = TypedText.reason("reason", "Lý do vắng mặt", reason);
        return steps.push(
                id,
                Role.SUPERIOR_OFFICE,
                ASKING,
                user,
                dossier -> why.fault() != null ? why.fault() : absenceFault(dossier, member),
                running -> running.slipSettled(id, member),
                dossier -> {
                    var fault = absenceFault(dossier, member);
                    if (!(fault instanceof Verdict.Refused)) {
                        store.absent(
                                dossier, current(dossier).orElseThrow().number(), member, why.text(), steps.now(user));
                        steps.log(
                                dossier,
                                Role.SUPERIOR_OFFICE,
                                user,
                                "SLIP_MEMBER_ABSENT",
                                "Ghi nhận " + member + " vắng mặt: " + why.text());
                    }
                    return fault;
                });
    }

    private Verdict absenceFault(Dossier dossier, String member) {
        var round = current(dossier).orElse(null);
        var slip = round == null || round.closed() != null ? null : round.of(member);
        if (slip == null) {
            return Verdict.refused("Không còn chờ phiếu của ủy viên này.");
        }
        return slip.settled()
                ? Verdict.refused("Ủy viên này đã gửi phiếu hoặc đã được ghi nhận vắng mặt.")
                : Verdict.done();
    }

    /**
     * The office ends the collection: once the reply day is past, or nobody is waited for any more. Whoever is missing is
     * noted absent.
     *
     * @param reason why they are missing; only needed when somebody is
     */
    @Transactional
    public Verdict close(String id, @Nullable String reason, String user) {
        return steps.push(
                id,
                Role.SUPERIOR_OFFICE,
                ASKING,
                user,
                dossier -> closingFault(dossier, reason),
                running -> running.slipsClosed(id),
                dossier -> {
                    var fault = closingFault(dossier, reason);
                    if (fault instanceof Verdict.Refused) {
                        return fault;
                    }
                    var round = current(dossier).orElseThrow();
                    var by = steps.now(user);
                    var missing = round.slips().stream()
                            .filter(slip -> !slip.settled())
                            .toList();
                    missing.forEach(slip -> store.absent(
                            dossier,
                            round.number(),
                            slip.member(),
                            TypedText.optional("reason", "", reason, REASON_LENGTH)
                                    .text(),
                            by));
                    store.closeSlips(dossier, round.number(), by);
                    steps.log(
                            dossier,
                            Role.SUPERIOR_OFFICE,
                            user,
                            "SLIPS_CLOSED",
                            "Kết thúc nhận phiếu lần " + round.number() + ", " + round.given() + "/" + round.members()
                                    + " phiếu, ghi nhận vắng mặt " + (round.absent() + missing.size()) + ".");
                    return Verdict.done();
                });
    }

    private Verdict closingFault(Dossier dossier, @Nullable String reason) {
        var round = current(dossier).orElse(null);
        if (round == null || round.closed() != null) {
            return Verdict.refused("Việc nhận phiếu đã kết thúc.");
        }
        if (round.waiting() == 0) {
            return Verdict.done();
        }
        if (!steps.today().isAfter(round.dueOn())) {
            return Verdict.refused("Còn " + round.waiting() + " ủy viên chưa gửi phiếu và chưa hết ngày "
                    + VietnamTime.day(round.dueOn()) + ", chưa kết thúc được.");
        }
        var why = TypedText.reason("reason", "Lý do vắng mặt của ủy viên chưa gửi phiếu", reason);
        return why.fault() == null ? Verdict.done() : why.fault();
    }

    /** Counts; safe to repeat. Without a quorum the committee is asked again, and these slips stay as they are. */
    @Transactional
    public boolean count(String id) {
        var dossier = dossiers.lock(id);
        var round = current(dossier).orElseThrow();
        if (dossier.status() == DossierStatus.ASKING) {
            if (round.closed() == null) {
                // the last one waited for answered: nothing was left to close
                store.closeSlips(dossier, round.number(), steps.now(AuditEntry.SYSTEM));
            }
            steps.log(
                    dossier,
                    "SLIPS_COUNTED",
                    "Kiểm phiếu lần " + round.number() + ": " + round.given() + "/" + round.members() + " phiếu, "
                            + round.agreeing() + " đồng ý, " + round.answered(SlipAnswer.DISAGREE) + " không đồng ý, "
                            + (round.quorum() ? "đủ" : "chưa đủ") + " số phiếu.");
            if (round.quorum()) {
                decidable(dossier);
            }
        }
        return round.quorum();
    }

    private void decidable(Dossier dossier) {
        requests.propose(dossier);
        dossiers.become(dossier.id(), DossierStatus.DECIDING);
    }

    /** Reminds the members that haven't answered; safe to repeat. */
    @Transactional
    public void remind(String id) {
        var dossier = dossiers.lock(id);
        late(dossier).ifPresent(round -> {
            store.remindMembers(dossier, round.number(), clock.instant());
            steps.log(dossier, "SLIPS_REMINDED", "Nhắc " + round.waiting() + " ủy viên chưa gửi phiếu.");
        });
    }

    /** Reports the delay of slips to office and secretary of the superior; safe to repeat. */
    @Transactional
    public void escalate(String id) {
        var dossier = dossiers.lock(id);
        late(dossier).ifPresent(round -> {
            store.escalateSlips(dossier, round.number(), clock.instant());
            steps.log(
                    dossier,
                    "SLIPS_ESCALATED",
                    "Báo cáo Văn phòng và Bí thư cấp ủy cấp trên: quá hạn, còn " + round.waiting()
                            + " ủy viên chưa gửi phiếu.");
        });
    }

    private Optional<SlipRound> late(Dossier dossier) {
        return current(dossier)
                .filter(round ->
                        dossier.status() == DossierStatus.ASKING && round.closed() == null && round.waiting() > 0);
    }

    /** Whether the member's task ends with it; one noted absent before has none any more. */
    private boolean settled(ApprovalFlow running, String id, String member) {
        var absentBefore = current(dossiers.get(id))
                .map(round -> round.of(member))
                .map(Slip::absent)
                .isPresent();
        return running.slipSettled(id, member) || absentBefore;
    }

    /** What the rule set says under which the dossier was sent. */
    private RuleValue rule(Dossier dossier, RuleParameter parameter) {
        return ruleSets.value(steps.ruleSet(dossier), parameter);
    }

    private static String source(SlipRound round, String member) {
        return round.number() + ":" + member;
    }

    private static int value(RuleValue filled) {
        return filled.fold(value -> value, message -> 0);
    }
}
