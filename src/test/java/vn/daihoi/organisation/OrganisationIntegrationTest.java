package vn.daihoi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.engine.Identities;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.support.IntegrationTest;

/** Units, roles and the engine's mirror on a real database; each test has units and accounts of its own. */
@IntegrationTest
class OrganisationIntegrationTest {

    private static final String BY = "test";
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static int number;

    private final Units units;
    private final UnitChanges changes;
    private final Members members;
    private final Accounts accounts;
    private final RoleAssignments roles;
    private final EngineMirror mirror;
    private final Identities identities;
    private final WorkingCalendar calendar;
    private final CalendarChanges calendarChanges;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LocalDate today;

    private String city = "";
    private String ward = "";
    private String other = "";
    private String user = "";

    @Autowired
    OrganisationIntegrationTest(
            Units units,
            UnitChanges changes,
            Members members,
            Accounts accounts,
            RoleAssignments roles,
            EngineMirror mirror,
            Identities identities,
            WorkingCalendar calendar,
            CalendarChanges calendarChanges,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.units = units;
        this.changes = changes;
        this.members = members;
        this.accounts = accounts;
        this.roles = roles;
        this.mirror = mirror;
        this.identities = identities;
        this.calendar = calendar;
        this.calendarChanges = calendarChanges;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    @BeforeEach
    void anOwnOrganisation() {
        number++;
        city = "thu" + number;
        ward = "thuphuong" + number;
        other = "thuxa" + number;
        user = "nguoithu" + number;
        done(changes.add(unit(city, UnitKind.CITY, null), BY));
        done(changes.add(unit(ward, UnitKind.WARD, city), BY));
        done(changes.add(unit(other, UnitKind.WARD, city), BY));
        IntStream.rangeClosed(1, 3).forEach(cell -> done(changes.add(cell(ward, cell), BY)));
        assertThat(accounts.open(new NewAccount(user, "Người thử", LONG_AGO), BY))
                .isInstanceOf(Accounts.Opened.Done.class);
    }

    @Test
    void theSuperiorIsTheOneOfTheDay() {
        var district = "thuquan" + number;
        done(changes.add(unit(district, UnitKind.DISTRICT, city), BY));
        done(changes.moveBelow(ward, district, LocalDate.of(2021, 1, 1), BY));
        done(changes.moveBelow(ward, city, LocalDate.of(2025, 7, 1), BY));

        assertThat(superior(LocalDate.of(2020, 12, 31))).isEqualTo(city);
        assertThat(superior(LocalDate.of(2021, 1, 1))).isEqualTo(district);
        assertThat(superior(LocalDate.of(2025, 6, 30))).isEqualTo(district);
        assertThat(superior(LocalDate.of(2025, 7, 1))).isEqualTo(city);
        done(changes.end(district, LocalDate.of(2025, 6, 30), null, BY));
        assertThat(units.superiorOf(ward, LocalDate.of(2019, 1, 1))).isEmpty();
    }

    @Test
    void theDatabaseItselfRefusesTwoSuperiorsAtATime() {
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into unit_superior (unit_id, superior_id, valid_from, changed_by, changed_at)
                                values (:ward, :city, '2024-01-01', 'test', now())
                                """)
                        .param("ward", ward)
                        .param("city", city)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ck_unit_superior_one_at_a_time");
    }

    @Test
    void aMergedCellLeavesTheListAndKeepsItsPast() {
        var last = today.minusDays(1);
        done(roles.assign(new NewRole(user, Role.CELL_SECRETARY, ward + ".cb03", LONG_AGO, null), BY));
        assertThat(identities.groupsOf(user)).contains(ward + ".cb03:CELL_SECRETARY");

        done(changes.end(ward + ".cb03", last, ward + ".cb01", BY));

        assertThat(units.cellsOf(ward, today)).extracting(Unit::id).containsExactly(ward + ".cb01", ward + ".cb02");
        assertThat(units.cellsOf(ward, last)).hasSize(3);
        assertThat(units.memberCountOf(ward, today)).isEqualTo(20);
        assertThat(identities.groupsOf(user)).isEmpty();
        assertThat(identities.tenantsOf(user)).isEmpty();
        assertThat(members.holders(ward + ".cb03", Role.CELL_SECRETARY, last)).containsExactly(user);
    }

    @Test
    void aUnitWithUnitsBelowItCannotEnd() {
        assertThat(changes.end(ward, today, null, BY))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.message())
                        .contains("3 đơn vị"));
    }

    @Test
    void rolesInTwoWardsGiveBothTenants() {
        done(roles.assign(new NewRole(user, Role.WARD_OFFICE, ward, LONG_AGO, null), BY));
        assertThat(identities.tenantsOf(user)).containsExactly(ward);
        done(roles.assign(new NewRole(user, Role.EDITOR, other, LONG_AGO, null), BY));

        assertThat(identities.tenantsOf(user)).containsExactlyInAnyOrder(ward, other);
        assertThat(identities.groupsOf(user))
                .containsExactlyInAnyOrder("WARD_OFFICE", "EDITOR", ward + ":WARD_OFFICE", other + ":EDITOR");
        assertThat(members.unitsWhere(user, Role.WARD_OFFICE, today))
                .extracting(Unit::id)
                .containsExactly(ward);
    }

    @Test
    void aSuperiorAndAWorkingGroupSeeTheWardsTheyServe() {
        var group = "thuto" + number;
        done(changes.add(unit(group, UnitKind.WORKING_GROUP, city), BY));
        done(changes.assignBody(group, other, LONG_AGO, null, BY));
        done(roles.assign(new NewRole(user, Role.WORKING_GROUP_HEAD, group, LONG_AGO, null), BY));
        assertThat(identities.tenantsOf(user)).containsExactly(other);

        done(changes.assignBody(group, ward, today, null, BY));
        assertThat(identities.tenantsOf(user)).containsExactlyInAnyOrder(ward, other);

        done(roles.assign(new NewRole(user, Role.SUPERIOR_OFFICE, city, LONG_AGO, null), BY));
        assertThat(units.wardsOf(city, today)).extracting(Unit::id).containsExactlyInAnyOrder(ward, other);
    }

    @Test
    void aRoleThatBeginsLaterGivesNothingYetAndAnAssignmentTwiceIsRefused() {
        done(roles.assign(new NewRole(user, Role.WARD_OFFICE, ward, today.plusDays(1), null), BY));

        assertThat(identities.groupsOf(user)).isEmpty();
        assertThat(roles.assign(new NewRole(user, Role.WARD_OFFICE, ward, today.plusDays(9), null), BY))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(roles.assign(new NewRole(user, Role.CELL_SECRETARY, ward, today, null), BY))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo("unit"));
    }

    @Test
    void theMirrorIsMendedByAnotherPass() {
        done(roles.assign(new NewRole(user, Role.WARD_OFFICE, ward, LONG_AGO, null), BY));
        transaction.executeWithoutResult(status -> {
            identities.setGroups(user, java.util.Set.of("ADMIN"));
            identities.setTenants(user, java.util.Set.of());
        });

        transaction.executeWithoutResult(status -> mirror.everybody());

        assertThat(identities.groupsOf(user)).containsExactlyInAnyOrder("WARD_OFFICE", ward + ":WARD_OFFICE");
        assertThat(identities.tenantsOf(user)).containsExactly(ward);
    }

    @Test
    void anEndedAccountHasNoRightsAndCannotSignIn() {
        var password = ((Accounts.Opened.Done) accounts.renewPassword(user, BY)).password();
        assertThat(identities.checkPassword(user, password)).isTrue();
        done(roles.assign(new NewRole(user, Role.WARD_OFFICE, ward, LONG_AGO, null), BY));

        done(accounts.end(user, today.minusDays(1), BY));

        assertThat(identities.groupsOf(user)).isEmpty();
        assertThat(identities.checkPassword(user, password)).isFalse();
        assertThat(members.rolesOf(user, today)).isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        long assignment = jdbc.sql("select id from role_assignment where account_id = 'admin' and role = 'ADMIN'")
                .query(Long.class)
                .single();

        assertThat(roles.end(assignment, today, BY)).isInstanceOf(Outcome.Refused.class);
        assertThat(accounts.end("admin", today, BY)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void concurrentChangesTakeTurns() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Outcome> assign = () -> roles.assign(new NewRole(user, Role.EDITOR, ward, LONG_AGO, null), BY);
            var outcomes = pool.invokeAll(java.util.Collections.nCopies(4, assign));
            int given = 0;
            for (var outcome : outcomes) {
                given += outcome.get() instanceof Outcome.Done ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void unitsAreFoundWithoutAccentsAndWildcardsAreLetters() {
        assertThat(units.search("DANG BO thuphuong" + number, today, 0, 10))
                .extracting(Unit::id)
                .containsExactly(ward);
        assertThat(units.search("%" + ward, today, 0, 10)).isEmpty();
        assertThat(units.search("Đảng bộ thuphuong" + number, LONG_AGO.minusDays(1), 0, 10))
                .isEmpty();
    }

    @Test
    void everyChangeIsInTheAuditLog() {
        done(changes.setMemberCount(ward + ".cb01", 11, BY));

        var details = jdbc.sql("select detail from audit_entry where subject = :subject order by id")
                .param("subject", "unit:" + ward + ".cb01")
                .query(String.class)
                .list();
        assertThat(details).hasSize(2).last().isEqualTo("Số đảng viên: 10 → 11.");
    }

    @Test
    void theSeededCalendarKnowsTetAndAnAddedDayCountsAtOnce() {
        assertThat(calendar.workingDaysBetween(LocalDate.of(2025, 1, 24), LocalDate.of(2025, 2, 3)))
                .isEqualTo(1);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 17))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 4, 16))).isFalse();
        var day = LocalDate.of(2027, 6, 1 + number);
        while (!calendar.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        done(calendarChanges.addDayOff(new CalendarChanges.NewDayOff(day, "Thử", "Thử", false), BY));
        assertThat(calendar.isWorkingDay(day)).isFalse();
        assertThat(calendar.reckon(day.minusDays(1), 2).unconfirmed()).isTrue();
        done(calendarChanges.confirm(day, BY));
        done(calendarChanges.remove(day, BY));
        assertThat(calendar.isWorkingDay(day)).isTrue();
        assertThat(calendar.reckon(LocalDate.of(2040, 5, 10), 3).yearsNotEntered())
                .containsExactly(2040);
    }

    @Test
    void theDemoHasTwoWardsOfTenCells() {
        assertThat(units.cellsOf("dm", today)).hasSize(10);
        assertThat(units.memberCountOf("dm", today)).isEqualTo(412);
        assertThat(units.cellsOf("mau", today)).hasSize(10);
        assertThat(units.superiorOf("dm", LocalDate.of(2025, 6, 30))
                        .orElseThrow()
                        .id())
                .isEqualTo("quanuy");
        assertThat(units.superiorOf("dm", LocalDate.of(2025, 7, 1))
                        .orElseThrow()
                        .id())
                .isEqualTo("thanhuy");
        assertThat(identities.tenantsOf("tct.totruong")).contains("dm", "mau");
        assertThat(identities.tenantsOf("chibo01.dm")).containsExactly("dm");
        assertThat(identities.groupsOf("chibo01.dm"))
                .containsExactlyInAnyOrder("CELL_SECRETARY", "dm.cb01:CELL_SECRETARY");
        assertThat(identities.tenantsOf("admin")).isEmpty();
        assertThat(identities.groupsOf("admin")).containsExactlyInAnyOrder("ADMIN", "camunda-admin");
        assertThat(identities.tenantsOf("quytrinh")).contains("dm", "mau");
        assertThat(identities.checkPassword("vanphong.dm", "demo")).isTrue();
    }

    private String superior(LocalDate on) {
        return units.superiorOf(ward, on).orElseThrow().id();
    }

    private static NewUnit unit(String id, UnitKind kind, @Nullable String above) {
        return new NewUnit(id, kind, "Đảng bộ " + id, id, null, null, 1, LONG_AGO, above);
    }

    private static NewUnit cell(String ward, int number) {
        var id = "%s.cb%02d".formatted(ward, number);
        return new NewUnit(
                id, UnitKind.CELL, "Chi bộ " + id, "Chi bộ " + number, 10, CellType.OTHER, number, LONG_AGO, ward);
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isEqualTo(Outcome.done());
    }
}
