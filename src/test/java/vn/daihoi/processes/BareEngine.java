package vn.daihoi.processes;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;

/** An engine in memory which knows the beans the models name, but as stand-ins that only note that they were called. */
final class BareEngine {

    /** Far enough away that nothing fires by itself. */
    private static final Date LATER = Date.from(java.time.Instant.parse("2099-01-01T00:00:00Z"));

    /** The cells that the delegate opens; a test may change them. */
    final List<String> cellCongresses = new ArrayList<>(List.of("cc1", "cc2"));

    /** The documents that the delegate opens; a test may change them. */
    final List<String> documents = new ArrayList<>(List.of("d1", "d2"));

    /** The cells and organisations that a round asks; a test may change them. */
    final List<String> cells = new ArrayList<>();

    final List<String> organisations = new ArrayList<>();

    /** The members of a working group; a test may change them. */
    final List<String> members = new ArrayList<>(List.of("head", "member"));

    /** When a working session is; a test may change it. */
    Date sessionTime = LATER;

    /** How many working sessions and dossiers were prepared; they are called s1, s2, … and h1, h2, … */
    int sessions;

    int dossiers;

    /** When a round closes; a test may change it. */
    Date closing = LATER;

    /** Who is asked for an opinion slip, and whether enough of them answer; a test may change both. */
    final List<String> voters = new ArrayList<>();

    boolean quorum = true;

    /** Names of the delegates called, each with the business key of its instance. */
    final List<String> calls = new ArrayList<>();

    final ProcessEngineConfigurationImpl configuration;

    BareEngine() {
        configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        var name = "paths-" + java.util.UUID.randomUUID();
        // not "default": that name belongs to the application's engine, whose REST interface finds it by name
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setJobExecutorActivate(false);
        configuration.setHistory("full");
        configuration.setBeans(Map.ofEntries(
                Map.entry("deadlines", new Deadlines()),
                Map.entry("cellDeadlines", new CellDeadlines()),
                Map.entry("cellStream", new CellStream()),
                Map.entry("documentStream", new DocumentStream()),
                Map.entry("openRound", new OpenRound()),
                Map.entry("followUpDeadlines", new FollowUpDeadlines()),
                Map.entry("sessionSchedule", new SessionSchedule()),
                noting("openCells"),
                noting("openDocuments"),
                noting("recordCancellation"),
                noting("remindCell"),
                Map.entry("prepareRoundDelegate", (JavaDelegate) execution -> {
                    calls.add("prepareRound " + execution.getProcessBusinessKey());
                    execution.setVariable("roundId", "r1");
                }),
                Map.entry("prepareSessionDelegate", (JavaDelegate) execution -> {
                    calls.add("prepareSession " + execution.getProcessBusinessKey());
                    execution.setVariable("sessionId", "s" + ++sessions);
                    execution.setVariable("superiorId", "tct1");
                }),
                Map.entry("prepareDossierDelegate", (JavaDelegate) execution -> {
                    calls.add("prepareDossier " + execution.getProcessBusinessKey());
                    execution.setVariable("dossierId", "h" + ++dossiers);
                    execution.setVariable("superiorId", "tct1");
                }),
                noting("openRound"),
                noting("escalateFollowUp"),
                noting("remindPreparation"),
                noting("remindMinutes"),
                noting("issueConclusion"),
                noting("recordSessionWithdrawal"),
                Map.entry("reckonSessionDatesDelegate", (JavaDelegate) execution -> {
                    calls.add("reckonSessionDates " + execution.getProcessBusinessKey());
                    var jobs = execution.getProcessEngineServices().getManagementService();
                    jobs.createJobQuery()
                            .processInstanceId(execution.getProcessInstanceId())
                            .timers()
                            .list()
                            .forEach(timer -> jobs.recalculateJobDuedate(timer.getId(), false));
                }),
                noting("closeRound"),
                noting("moveDueDates"),
                Map.entry("recordWithdrawalDelegate", (JavaDelegate) execution -> {
                    calls.add("recordWithdrawal " + execution.getProcessBusinessKey());
                    execution.setVariable("roundOutcome", "ANOTHER");
                }),
                Map.entry("openDossier", new OpenDossier()),
                noting("sendDossier"),
                noting("remindBoards"),
                noting("escalateAppraisals"),
                noting("remindMembers"),
                noting("escalateSlips"),
                Map.entry("countSlipsDelegate", (JavaDelegate) execution -> {
                    calls.add("countSlips " + execution.getProcessBusinessKey());
                    execution.setVariable("quorumReached", quorum ? "YES" : "NO");
                }),
                Map.entry("recordDossierWithdrawalDelegate", (JavaDelegate) execution -> {
                    calls.add("recordDossierWithdrawal " + execution.getProcessBusinessKey());
                    execution.setVariable("approvalOutcome", "WITHDRAWN");
                })));
    }

    /**
     * Deploys the next version of the model an instance runs on, in which one user task is called otherwise. Whoever does so
     * takes its deployment away again.
     */
    static ProcessDefinition nextVersion(ProcessEngine engine, ProcessInstance instance, String element, String name) {
        var repository = engine.getRepositoryService();
        var model = repository
                .getBpmnModelInstance(instance.getProcessDefinitionId())
                .clone();
        model.<UserTask>getModelElementById(element).setName(name);
        return repository
                .createDeployment()
                .addModelInstance("next.bpmn", model)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0);
    }

    /** Takes an instance there, as the page of the versions does. */
    static void migrate(ProcessEngine engine, ProcessInstance instance, ProcessDefinition next) {
        var runtime = engine.getRuntimeService();
        var plan = runtime.createMigrationPlan(instance.getProcessDefinitionId(), next.getId())
                .mapEqualActivities()
                .build();
        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
    }

    private Map.Entry<String, JavaDelegate> noting(String name) {
        return Map.entry(name + "Delegate", execution -> calls.add(name + " " + execution.getProcessBusinessKey()));
    }

    /** Stands in for the calendar. */
    public static final class Deadlines {
        /** Never. */
        public Date inWorkingDays(int days) {
            return LATER;
        }
    }

    /** Stands in for the deadlines of the cells. */
    public static final class CellDeadlines {
        /** Never. */
        public Date reminderAt(DelegateExecution execution) {
            return LATER;
        }

        /** Never. */
        public Date escalationAt(DelegateExecution execution) {
            return LATER;
        }

        /** Never. */
        public Date reportDue(DelegateExecution execution) {
            return LATER;
        }
    }

    /** Stands in for the deadlines of the follow-ups. */
    public static final class FollowUpDeadlines {
        /** Never. */
        public Date reportDue(String followUp) {
            return LATER;
        }

        /** Never. */
        public Date overdueAt(String followUp) {
            return LATER;
        }
    }

    /** Stands in for the schedule of a working session. */
    public final class SessionSchedule {
        /** What the test says. */
        public List<String> members(DelegateExecution execution) {
            return List.copyOf(members);
        }

        /** What the test says. */
        public Date reportDue(DelegateExecution execution) {
            return sessionTime;
        }

        /** What the test says. */
        public Date remindReportAt(DelegateExecution execution) {
            return sessionTime;
        }

        /** What the test says. */
        public Date endsAt(DelegateExecution execution) {
            return sessionTime;
        }

        /** What the test says. */
        public Date minutesDue(DelegateExecution execution) {
            return sessionTime;
        }

        /** What the test says. */
        public Date remindMinutesAt(DelegateExecution execution) {
            return sessionTime;
        }
    }

    /** Stands in for the record of the cells. */
    public final class CellStream {
        /** What the test says. */
        public List<String> openedCellCongressIds(DelegateExecution execution) {
            return List.copyOf(cellCongresses);
        }

        /** Named after its congress. */
        public String cellOf(String cellCongress) {
            return "cell of " + cellCongress;
        }
    }

    /** Stands in for the record of the documents. */
    public final class DocumentStream {
        /** What the test says. */
        public List<String> openedDocumentIds(DelegateExecution execution) {
            return List.copyOf(documents);
        }
    }

    /** Stands in for the record of a dossier. */
    public final class OpenDossier {
        /** Never. */
        public Date appraisalDue(DelegateExecution execution) {
            return LATER;
        }

        /** Never. */
        public Date appraisalReminder(DelegateExecution execution) {
            return LATER;
        }

        /** Never. */
        public Date appraisalOverdue(DelegateExecution execution) {
            return LATER;
        }

        /** What the test says. */
        public List<String> members(DelegateExecution execution) {
            return List.copyOf(voters);
        }

        /** Never. */
        public Date slipDue(DelegateExecution execution) {
            return LATER;
        }

        /** Never. */
        public Date slipReminder(DelegateExecution execution) {
            return LATER;
        }

        /** Never. */
        public Date slipOverdue(DelegateExecution execution) {
            return LATER;
        }
    }

    /** Stands in for the record of a round. */
    public final class OpenRound {
        /** What the test says. */
        public List<String> cells(DelegateExecution execution) {
            return List.copyOf(cells);
        }

        /** What the test says. */
        public List<String> organisations(DelegateExecution execution) {
            return List.copyOf(organisations);
        }

        /** What the test says. */
        public Date closesAt(DelegateExecution execution) {
            return closing;
        }
    }
}
