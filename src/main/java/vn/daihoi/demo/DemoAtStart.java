package vn.daihoi.demo;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.access.DemoAccounts;
import vn.daihoi.database.ReadyNote;
import vn.daihoi.demo.DemoOrganisation.Holder;
import vn.daihoi.demo.DemoOrganisation.Ward;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.organisation.Units;
import vn.daihoi.organisation.WorkingGroups;

/**
 * Lays down the demo's organisation, all of it in one transaction or nothing, so that a second start, or a second node
 * starting at the same moment, finds it complete and leaves it as people have changed it since.
 */
@Component
@ConditionalOnProperty(name = "daihoi.demo", havingValue = "true", matchIfMissing = true)
@Order(200)
class DemoAtStart implements ApplicationRunner, DemoAccounts, ReadyNote {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAtStart.class);
    private static final String PASSWORD = "demo";
    private static final String BY = "demo";
    private static final long LOCK = 0x6461_6968_6f69_0003L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Units units;
    private final UnitChanges unitChanges;
    private final WorkingGroups workingGroups;
    private final Accounts accounts;
    private final RoleAssignments roles;

    DemoAtStart(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Units units,
            UnitChanges unitChanges,
            WorkingGroups workingGroups,
            Accounts accounts,
            RoleAssignments roles) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.units = units;
        this.unitChanges = unitChanges;
        this.workingGroups = workingGroups;
        this.accounts = accounts;
        this.roles = roles;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((rs, row) -> 0)
                    .list();
            if (units.find(DemoOrganisation.CITY).isEmpty()) {
                create();
                LOG.info("Opened the demo's wards and accounts");
            }
        });
    }

    private void create() {
        createSuperiors();
        DemoOrganisation.WARDS.forEach(this::createWard);
        must(unitChanges.end(DemoOrganisation.DISTRICT, DemoOrganisation.LAST_DAY_OF_DISTRICTS, null, BY));
        var holders = DemoOrganisation.holders().values().stream()
                .flatMap(Collection::stream)
                .toList();
        accounts.openForDemo(holders.stream().map(Holder::account).toList(), PASSWORD, BY);
        holders.forEach(holder -> must(roles.assign(holder.assignment(), BY)));
    }

    private void createSuperiors() {
        must(unitChanges.add(
                DemoOrganisation.unit(
                        DemoOrganisation.CITY,
                        UnitKind.CITY,
                        "Thành ủy Demo",
                        "Thành ủy",
                        1,
                        DemoOrganisation.BEGIN,
                        null),
                BY));
        must(unitChanges.add(
                DemoOrganisation.unit(
                        DemoOrganisation.DISTRICT,
                        UnitKind.DISTRICT,
                        "Quận ủy Demo",
                        "Quận ủy",
                        2,
                        DemoOrganisation.BEGIN,
                        DemoOrganisation.CITY),
                BY));
        must(unitChanges.add(
                DemoOrganisation.unit(
                        DemoOrganisation.WORKING_GROUP,
                        UnitKind.WORKING_GROUP,
                        "Tổ công tác số 1 của Thành ủy",
                        "Tổ công tác số 1",
                        3,
                        DemoOrganisation.LAST_DAY_OF_DISTRICTS.plusDays(1),
                        DemoOrganisation.CITY),
                BY));
        must(workingGroups.recordDecision(DemoOrganisation.WORKING_GROUP, DemoOrganisation.FOUNDING, BY));
    }

    private void createWard(Ward ward) {
        var cityTakesOver = DemoOrganisation.LAST_DAY_OF_DISTRICTS.plusDays(1);
        must(unitChanges.add(
                DemoOrganisation.unit(
                        ward.id(),
                        UnitKind.WARD,
                        ward.name(),
                        ward.shortName(),
                        DemoOrganisation.WARDS.indexOf(ward) + 1,
                        DemoOrganisation.BEGIN,
                        DemoOrganisation.DISTRICT),
                BY));
        must(unitChanges.moveBelow(ward.id(), DemoOrganisation.CITY, cityTakesOver, BY));
        must(unitChanges.assignBody(DemoOrganisation.WORKING_GROUP, ward.id(), cityTakesOver, null, BY));
        IntStream.rangeClosed(1, ward.cells().size()).forEach(number -> must(unitChanges.add(ward.cell(number), BY)));
        ward.organisations().forEach(organisation -> must(unitChanges.add(organisation, BY)));
    }

    private static void must(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException("the demo's own data was refused: " + refused.message());
        }
    }

    @Override
    public List<Section> sections() {
        return DemoOrganisation.holders().entrySet().stream()
                .map(section -> new Section(
                        section.getKey(),
                        section.getValue().stream()
                                .map(holder -> new Account(holder.id(), holder.title()))
                                .toList()))
                .toList();
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public String title() {
        return "Demo accounts, password " + PASSWORD;
    }

    @Override
    public List<String> lines() {
        return List.of(
                "vanphong.dm (ward office)   bithu.dm (ward secretary)   chibo01.dm to chibo10.dm (cell secretaries)",
                "bientap1.dm to bientap3.dm (editors)   mttq.dm, doantn.dm, phunu.dm, ccb.dm, congdoan.dm (organisations)",
                "vanphong.mau, bithu.mau, chibo01.mau to chibo10.mau (the second ward)",
                "tct.totruong, tct.tv1 to tct.tv4 (head and members of the working group)",
                "thanhuy.vp, thanhuy.btc, thanhuy.tg, thanhuy.bt, thanhuy.uv1 to thanhuy.uv5 (the superior's side)",
                "quytrinh (process owner)   admin (administrator)");
    }
}
