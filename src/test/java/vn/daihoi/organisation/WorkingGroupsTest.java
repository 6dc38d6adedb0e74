package vn.daihoi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.engine.Identities;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.WorkingGroups.Decision;
import vn.daihoi.organisation.WorkingGroups.NewDecision;
import vn.daihoi.support.IntegrationTest;

/** A working group is a body with a decision, a head, members and wards, each with its days. */
@IntegrationTest
class WorkingGroupsTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);
    private static final String BY = "admin";
    private static int number;

    @Autowired
    private WorkingGroups groups;

    @Autowired
    private UnitChanges units;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleAssignments roles;

    @Autowired
    private Identities identities;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Clock clock;

    private LocalDate today = BEGIN;
    private String group = "";
    private String ward = "";
    private String head = "";
    private String member = "";

    @BeforeEach
    void aGroup() {
        number++;
        today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        group = "tcth" + number;
        ward = "tcp" + number;
        head = "totruong." + group;
        member = "thanhvien." + group;
        done(units.add(unit(group, UnitKind.WORKING_GROUP), BY));
        done(units.add(unit(ward, UnitKind.WARD), BY));
        accounts.openForDemo(
                List.of(new NewAccount(head, "Tổ trưởng", BEGIN), new NewAccount(member, "Thành viên", BEGIN)),
                "demo",
                BY);
        done(roles.assign(new NewRole(head, Role.WORKING_GROUP_HEAD, group, BEGIN, null), BY));
        done(roles.assign(new NewRole(member, Role.WORKING_GROUP_MEMBER, group, BEGIN, null), BY));
    }

    @Test
    void aGroupIsReadAsItStoodOnADay() {
        done(groups.recordDecision(group, decision("12-QĐ/TU", BEGIN), BY));
        done(groups.recordDecision(group, decision("45-QĐ/TU", today.plusDays(2)), BY));
        done(units.assignBody(group, ward, today, today.plusDays(5), BY));

        assertThat(groups.of(group, today)).hasValueSatisfying(body -> {
            assertThat(body.decision()).isEqualTo(new Decision("12-QĐ/TU", BEGIN, "Ban Thường vụ", BEGIN));
            assertThat(body.heads()).containsExactly(head);
            assertThat(body.members()).containsExactly(member);
            assertThat(body.wards()).extracting(Unit::id).containsExactly(ward);
            assertThat(body.unusualWards()).isFalse();
        });
        assertThat(groups.of(group, today.plusDays(6))).hasValueSatisfying(body -> {
            assertThat(body.decision()).extracting(Decision::number).isEqualTo("45-QĐ/TU");
            assertThat(body.unusualWards()).isTrue();
        });
        assertThat(groups.assignedTo(ward, today)).extracting(Unit::id).containsExactly(group);
        assertThat(groups.assignedTo(ward, today.plusDays(6))).isEmpty();
        assertThat(groups.of(ward, today)).isEmpty();
        assertThat(groups.of(group, BEGIN.minusDays(1))).isEmpty();
        assertThat(groups.all(today)).extracting(body -> body.unit().id()).contains(group, "tct1");
        assertThat(groups.recordDecision(group, decision("46-QĐ/TU", BEGIN), BY))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(groups.recordDecision(ward, decision("46-QĐ/TU", today), BY)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aMemberBecomesHeadOnADay() {
        done(groups.replaceHead(group, member, today, BY));

        assertThat(groups.of(group, today.minusDays(1)))
                .hasValueSatisfying(body -> assertThat(body.heads()).containsExactly(head));
        assertThat(groups.of(group, today)).hasValueSatisfying(body -> {
            assertThat(body.heads()).containsExactly(member);
            assertThat(body.members()).isEmpty();
        });
        assertThat(identities.groupsOf(head)).isEmpty();
        assertThat(identities.groupsOf(member))
                .containsExactlyInAnyOrder("WORKING_GROUP_HEAD", group + ":WORKING_GROUP_HEAD");
        assertThat(audit.of("account:" + head))
                .last()
                .satisfies(recorded -> assertThat(recorded.entry().action()).isEqualTo("ROLE_ENDED"));
        assertThat(groups.replaceHead(group, member, today, BY)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aRefusedReplacementLeavesTheHead() {
        assertThat(groups.replaceHead(group, "khong.co", today, BY)).isInstanceOf(Outcome.Refused.class);

        assertThat(groups.of(group, today))
                .hasValueSatisfying(body -> assertThat(body.heads()).containsExactly(head));
        assertThat(identities.groupsOf(head)).isNotEmpty();
    }

    private static NewDecision decision(String number, LocalDate from) {
        return new NewDecision(number, BEGIN, "Ban Thường vụ", from);
    }

    private static NewUnit unit(String id, UnitKind kind) {
        return new NewUnit(id, kind, "Tên " + id, id, null, null, 80, BEGIN, null);
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isEqualTo(Outcome.done());
    }
}
