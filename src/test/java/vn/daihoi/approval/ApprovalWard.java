package vn.daihoi.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import vn.daihoi.approval.ChangeRequest.Wanted;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.Verdict;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.organisation.Substitutions.NewSubstitution;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.UnitKind;

/** A ward with a superior of its own: boards, a standing committee of five, a secretary, somebody who may stand in. */
public final class ApprovalWard {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final String BY = "test";

    public final String superior = "ct" + NUMBER.incrementAndGet();
    public final String organisation = "btc." + superior;
    public final String propaganda = "tg." + superior;
    public final String secretary = "bt." + superior;
    public final String substitute = "thay." + superior;
    public final List<String> members = IntStream.rangeClosed(1, 5)
            .mapToObj(at -> "uv" + at + "." + superior)
            .toList();
    public final DossierWard ward;
    public final String office;

    private final ApplicationContext context;

    private ApprovalWard(ApplicationContext context) {
        this.context = context;
        done(context.getBean(UnitChanges.class)
                .add(
                        new NewUnit(
                                superior, UnitKind.CITY, "Thành ủy " + superior, superior, null, null, 90, BEGIN, null),
                        BY));
        ward = DossierWard.open(context, superior);
        office = ward.superiorOffice;
        var roles = new ArrayList<>(List.of(
                role(organisation, Role.SUPERIOR_ORGANISATION),
                role(propaganda, Role.SUPERIOR_PROPAGANDA),
                role(secretary, Role.SUPERIOR_SECRETARY)));
        members.forEach(member -> roles.add(role(member, Role.SUPERIOR_STANDING)));
        var accounts = new ArrayList<>(roles.stream().map(NewRole::account).toList());
        accounts.add(substitute);
        context.getBean(Accounts.class)
                .openForDemo(
                        accounts.stream()
                                .map(account -> new NewAccount(account, "Tài khoản " + account, BEGIN))
                                .toList(),
                        DossierWard.PASSWORD,
                        BY);
        roles.forEach(role -> done(context.getBean(RoleAssignments.class).assign(role, BY)));
        fillAll();
    }

    /** Opens one. */
    public static ApprovalWard open(ApplicationContext context) {
        return new ApprovalWard(context);
    }

    /** What the rule set says here: three working days, three fifths have to answer, more than half to agree. */
    public void fillAll() {
        ward.fill(RuleParameter.APPRAISAL_WORKING_DAYS, 5);
        ward.fill(RuleParameter.SLIP_WORKING_DAYS, 3);
        ward.fill(RuleParameter.SLIP_QUORUM_PERCENT, 60);
        ward.fill(RuleParameter.SLIP_MAJORITY_PERCENT, 50);
        ward.fill(RuleParameter.SLIP_BY_SUBSTITUTE, 1);
    }

    /** Gives another role in the superior. */
    public void also(String account, Role role) {
        done(context.getBean(RoleAssignments.class).assign(role(account, role), BY));
    }

    /** Lets the substitute stand in for a member of the standing committee from today on. */
    public void standIn(String absent, LocalDate today) {
        done(context.getBean(Substitutions.class)
                .record(
                        new NewSubstitution(
                                absent,
                                substitute,
                                Role.SUPERIOR_STANDING,
                                superior,
                                today,
                                today.plusDays(30),
                                "Đi công tác",
                                "Thường trực Thành ủy, thông báo số 1"),
                        BY));
    }

    /** Brings a dossier to where the boards appraise, without a process. */
    public String received() {
        var dossier = ward.sent();
        done(context.getBean(Dossiers.class).receive(dossier, office));
        return dossier;
    }

    /** Brings it to where all have appraised, the organisation board with a request or none of them with any. */
    public String appraised(boolean changes) {
        var dossier = received();
        var appraisals = context.getBean(Appraisals.class);
        done(appraisals.give(
                dossier,
                Board.ORGANISATION,
                changes ? Appraisal.Outcome.CHANGES : Appraisal.Outcome.AGREE,
                "Đã xem xét.",
                changes ? List.of(new Wanted(document(), "Đ1", "Nêu rõ căn cứ của chỉ tiêu.")) : List.of(),
                organisation));
        done(appraisals.give(dossier, Board.PROPAGANDA, Appraisal.Outcome.AGREE, "Thống nhất.", List.of(), propaganda));
        done(appraisals.give(dossier, Board.OFFICE, Appraisal.Outcome.AGREE, "Đúng thể thức.", List.of(), office));
        return dossier;
    }

    /** Brings it to where slips come in. */
    public String asked() {
        var dossier = appraised(false);
        done(context.getBean(Slips.class).open(dossier, "Các đơn vị thống nhất.", office));
        return dossier;
    }

    /** Brings it to where the secretary decides. */
    public String deciding() {
        var dossier = asked();
        var slips = context.getBean(Slips.class);
        members.forEach(member -> agree(dossier, member));
        assertThat(slips.count(dossier)).isTrue();
        return dossier;
    }

    /** A member agrees. */
    public void agree(String dossier, String member) {
        done(context.getBean(Slips.class).give(dossier, member, SlipAnswer.AGREE, null, List.of(), member));
    }

    /** The first of its documents. */
    public String document() {
        return ward.documentIds().get(0);
    }

    private NewRole role(String account, Role role) {
        return new NewRole(account, role, superior, BEGIN, null);
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
}
