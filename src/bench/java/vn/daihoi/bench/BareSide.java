package vn.daihoi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The engine as it comes, with our models: no authorization, no tenants, no gate, groups as written in the model, beans
 * that answer with constants. What a person sends is either the outcome alone, or the whole form as variables.
 */
final class BareSide extends Side {

    private final boolean wholeForm;

    private BareSide(String name, ProcessEngine engine, SqlMeter meter, java.sql.Connection look, boolean wholeForm) {
        super(name, engine, meter, look);
        this.wholeForm = wholeForm;
    }

    static BareSide open(Server server, String database, String name, boolean wholeForm) throws Exception {
        server.create(database);
        var meter = new SqlMeter();
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(database);
        configuration.setDataSource(meter.watch(server.pool(database)));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans());
        var engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment().name("daihoi");
        for (var folder : List.of("processes", "forms")) {
            try (var files = Files.newDirectoryStream(Path.of(folder), "*.{bpmn,form}")) {
                for (var file : files) {
                    deployment.addString(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        deployment.deploy();
        return new BareSide(name, engine, meter, server.connect(database), wholeForm);
    }

    private static Map<Object, Object> beans() {
        JavaDelegate nothing = execution -> {};
        return Map.of(
                "deadlines",
                new Deadlines(),
                "cellDeadlines",
                new CellDeadlines(),
                "cellStream",
                new CellStream(),
                "documentStream",
                new DocumentStream(),
                "openCellsDelegate",
                nothing,
                "openDocumentsDelegate",
                nothing,
                "recordCancellationDelegate",
                nothing,
                "remindCellDelegate",
                nothing);
    }

    /** Called from the models. */
    public static final class Deadlines {
        private final Date far = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

        /** Always the same. */
        public Date inWorkingDays(int days) {
            return far;
        }
    }

    /** Called from the models. */
    public static final class CellDeadlines {
        private final Date far = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

        /** Always the same. */
        public Date reportDue(DelegateExecution execution) {
            return far;
        }

        /** Always the same. */
        public Date reminderAt(DelegateExecution execution) {
            return far;
        }

        /** Always the same. */
        public Date escalationAt(DelegateExecution execution) {
            return far;
        }
    }

    /** Called from the models. */
    public static final class CellStream {

        /** Ten names. */
        public List<String> openedCellCongressIds(DelegateExecution execution) {
            var congress = execution.getVariable("congressId");
            return IntStream.rangeClosed(1, Wards.CELLS)
                    .mapToObj(n -> congress + "." + Wards.cell(n))
                    .toList();
        }

        /** The name itself. */
        public String cellOf(String cellCongress) {
            return cellCongress;
        }
    }

    /** Called from the models. */
    public static final class DocumentStream {

        /** Four names, as many as a congress opens. */
        public List<String> openedDocumentIds(DelegateExecution execution) {
            var congress = execution.getVariable("congressId");
            return IntStream.rangeClosed(1, 4)
                    .mapToObj(n -> congress + ".document" + n)
                    .toList();
        }
    }

    @Override
    String start(String ward) throws SQLException {
        signIn("vanphong." + ward);
        var root = engine().getRuntimeService()
                .startProcessInstanceByKey(
                        "congressPreparation", "congress." + ward, Map.of("wardId", ward, "congressId", ward))
                .getId();
        engine().getTaskService().complete(task(root, "UserTask_PlanCongress"));
        drain(root);
        signIn("bithu." + ward);
        engine().getTaskService().complete(task(root, "UserTask_ApprovePlan"), Map.of("planOutcome", "APPROVED"));
        return root;
    }

    @Override
    void signIn(String user) {
        engine().getIdentityService().setAuthenticatedUserId(user);
    }

    @Override
    void complete(String task, Step step) {
        engine().getTaskService().complete(task, wholeForm ? step.everything() : step.outcomes());
    }

    @Override
    String cellAccount(String ward, String group) {
        return "chibo." + ward;
    }
}
