package vn.daihoi.oversight;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Members.HeldRole;
import vn.daihoi.organisation.Role;

/**
 * Takes running instances to the newest version of their process. Each step waits in the new version where it waited in
 * the old one; timers keep the moment they were set to. Where the engine can't do that, nothing is moved and its findings
 * are handed on.
 */
@Service
class ProcessVersions {

    /** Instances moved in one transaction; whoever has more does it again. */
    static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final EngineCommands engine;
    private final Members members;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProcessVersions(
            JdbcClient jdbc,
            RuntimeService runtime,
            EngineCommands engine,
            Members members,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.engine = engine;
        this.members = members;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A version of a process on which instances run.
     *
     * @param key id of the process
     * @param name what it is called
     * @param version number, from 1
     * @param newest number of the newest version there is
     * @param running how many instances run on it
     */
    record Version(String key, String name, int version, int newest, int running) {

        boolean outdated() {
            return version < newest;
        }
    }

    /** Whether this person looks after the processes of the whole system, and not of one unit only. */
    boolean looksAfterAll(String user) {
        return members.rolesOf(user, VietnamTime.today(clock)).contains(new HeldRole(Role.PROCESS_OWNER, null));
    }

    /** Every version on which instances run, by process, the oldest first. */
    List<Version> running() {
        return jdbc.sql(
                        """
                        select d.key_ as key, coalesce(d.name_, d.key_) as name, d.version_ as version,
                               (select max(n.version_) from act_re_procdef n
                                 where n.key_ = d.key_ and n.tenant_id_ is null) as newest,
                               count(*) as running
                        from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.parent_id_ is null and d.tenant_id_ is null
                        group by d.key_, d.name_, d.version_ order by name, d.key_, d.version_
                        """)
                .query(Version.class)
                .list();
    }

    /**
     * What speaks against taking the instances of this version to the newest one; empty when nothing does.
     *
     * @return what is found, each naming the element concerned
     */
    List<String> findings(String key, int version) {
        try {
            return left(plan(key, version));
        } catch (MigrationPlanValidationException refused) {
            return refused.getValidationReport().getInstructionReports().stream()
                    .flatMap(report -> report.getFailures().stream()
                            .map(failure -> report.getMigrationInstruction().getSourceActivityId() + ": " + failure))
                    .toList();
        }
    }

    /** Steps at which instances wait and which the plan doesn't carry over. Asked first: the engine logs a refusal as a failure. */
    private List<String> left(MigrationPlan plan) {
        var carried = plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        return jdbc
                .sql(
                        """
                        select act_id_ as element, count(distinct proc_inst_id_) as instances from act_ru_execution
                        where proc_def_id_ = :definition and is_active_ and act_id_ is not null group by act_id_ order by 1
                        """)
                .param("definition", plan.getSourceProcessDefinitionId())
                .query(Waiting.class)
                .list()
                .stream()
                .filter(waiting -> !carried.contains(waiting.element()))
                .map(waiting -> waiting.element() + ": " + waiting.instances()
                        + " hồ sơ đang chờ ở bước này mà phiên bản mới không có")
                .toList();
    }

    private record Waiting(String element, int instances) {}

    /** Takes up to {@value #AT_ONCE} instances of this version to the newest one: all of them or none. */
    Verdict migrate(String key, int version, String user) {
        if (!looksAfterAll(user)) {
            return Verdict.refused("version", "Đồng chí không phụ trách quy trình của toàn hệ thống.");
        }
        if (running().stream()
                .noneMatch(each -> each.key().equals(key) && each.version() == version && each.outdated())) {
            return Verdict.refused("version", "Phiên bản: không còn hồ sơ nào chạy trên phiên bản cũ này.");
        }
        var findings = findings(key, version);
        if (!findings.isEmpty()) {
            return Verdict.refused("version", "Không chuyển được: " + String.join("; ", findings));
        }
        try {
            transaction.executeWithoutResult(status -> move(key, version, user));
            return Verdict.done();
        } catch (MigratingProcessInstanceValidationException refused) {
            return Verdict.refused("version", "Không chuyển được: " + String.join("; ", failures(refused)));
        }
    }

    private void move(String key, int version, String user) {
        var plan = plan(key, version);
        var instances = jdbc.sql(
                        """
                        select e.id_ from act_ru_execution e
                        where e.parent_id_ is null and e.proc_def_id_ = :definition order by e.id_ limit :limit
                        """)
                .param("definition", plan.getSourceProcessDefinitionId())
                .param("limit", AT_ONCE)
                .query(String.class)
                .list();
        if (instances.isEmpty()) {
            return;
        }
        engine.inside(
                () -> runtime.newMigration(plan).processInstanceIds(instances).execute());
        audit.record(AuditEntry.of(
                user,
                "PROCESS_MIGRATED",
                "process:" + key,
                "Chuyển " + instances.size() + " hồ sơ đang chạy từ phiên bản " + version + " lên phiên bản mới nhất ("
                        + plan.getTargetProcessDefinitionId() + ")."));
    }

    private MigrationPlan plan(String key, int version) {
        return engine.inside(() -> runtime.createMigrationPlan(definition(key, version), newest(key))
                .mapEqualActivities()
                .build());
    }

    private String newest(String key) {
        return jdbc.sql(
                        "select id_ from act_re_procdef where key_ = :key and tenant_id_ is null order by version_ desc limit 1")
                .param("key", key)
                .query(String.class)
                .single();
    }

    private String definition(String key, int version) {
        return jdbc.sql(
                        "select id_ from act_re_procdef where key_ = :key and version_ = :version and tenant_id_ is null")
                .param("key", key)
                .param("version", version)
                .query(String.class)
                .single();
    }

    private static List<String> failures(MigratingProcessInstanceValidationException refused) {
        var report = refused.getValidationReport();
        return Stream.concat(
                        report.getFailures().stream(),
                        report.getActivityInstanceReports().stream().flatMap(ProcessVersions::failures))
                .toList();
    }

    private static Stream<String> failures(MigratingActivityInstanceValidationReport report) {
        return report.getFailures().stream().map(failure -> report.getSourceScopeId() + ": " + failure);
    }
}
