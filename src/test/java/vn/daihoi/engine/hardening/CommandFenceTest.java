package vn.daihoi.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import vn.daihoi.engine.RefusalException;

class CommandFenceTest {

    /** Commands that only read. */
    private static final Pattern READS = Pattern.compile(
            "(Get|Find|Is|Has|Check|Determine|ExecuteFilter|AuthorizationCheck|Cleanable).*|.*Query(Impl|Cmd)?");

    /** Commands that change something and that an outsider with the right grant, or the engine itself, may run. */
    private static final Set<String> OPEN = Set.of(
            "AcquireJobsCmd",
            "ActivateBatchCmd",
            "ActivateJobCmd",
            "ActivateJobDefinitionCmd",
            "ActivateProcessDefinitionCmd",
            "ActivateProcessInstanceCmd",
            "ActivityAfterInstantiationCmd",
            "ActivityBeforeInstantiationCmd",
            "ActivityCancellationCmd",
            "ActivityInstanceCancellationCmd",
            "BootstrapEngineCommand",
            "CreateGroupCmd",
            "CreateMigrationPlanCmd",
            "CreateTenantCmd",
            "CreateUserCmd",
            "DefaultJobRetryCmd",
            "DeleteLicenseKeyCmd",
            "DeleteUserInfoCmd",
            "DeleteUserPictureCmd",
            "DeployCmd",
            "EvaluateDecisionCmd",
            "EvaluateDecisionTableCmd",
            "ExecuteJobsCmd",
            "FailedJobListener",
            "HistoryCleanupCmd",
            "HistoryCleanupSchedulerCmd",
            "HistoryLevelSetupCommand",
            "RegisterDeploymentCmd",
            "RegisterProcessApplicationCmd",
            "ReportDbMetricsCmd",
            "SaveUserCmd",
            "SchemaOperationProcessEngineClose",
            "SchemaOperationsProcessEngineBuild",
            "SetAnnotationForIncidentCmd",
            "SetAnnotationForOperationLog",
            "SetJobRetriesCmd",
            "SetJobsRetriesBatchCmd",
            "SetJobsRetriesByProcessBatchCmd",
            "SetLicenseKeyCmd",
            "SetPropertyCmd",
            "SetUserInfoCmd",
            "SetUserPictureCmd",
            "SuccessfulJobListener",
            "SuspendBatchCmd",
            "SuspendJobCmd",
            "SuspendJobDefinitionCmd",
            "SuspendProcessDefinitionCmd",
            "SuspendProcessInstanceCmd",
            "TelemetryConfigureCmd",
            "TransitionInstanceCancellationCmd",
            "TransitionInstantiationCmd",
            "UnlockJobCmd",
            "UnlockUserCmd",
            "UnregisterDeploymentCmd",
            "UnregisterProcessApplicationCmd",
            "UpdateProcessInstancesSuspendStateBatchCmd",
            "UpdateProcessInstancesSuspendStateCmd");

    @Test
    void everyCommandOfTheEngineIsEitherAReadOrKnown() {
        var unknown = commands().stream()
                .filter(name -> !CommandFence.INSIDE_ONLY.contains(name))
                .filter(name -> !READS.matcher(name).matches())
                .filter(name -> !OPEN.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyNameOnTheListIsACommandOfThisEngine() {
        assertThat(commands()).containsAll(CommandFence.INSIDE_ONLY);
    }

    @Test
    void refusesFromOutsideAndLetsOtherCommandsPass() {
        var fence = new CommandFence();
        fence.setNext(new org.camunda.bpm.engine.impl.interceptor.CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                return command.execute(null);
            }
        });
        assertThatThrownBy(() -> fence.execute(new org.camunda.bpm.engine.impl.cmd.SignalCmd("1", null, null, null)))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("Không được thay đổi quy trình");
        assertThat(fence.<String>execute(context -> "passed")).isEqualTo("passed");
    }

    private static Set<String> commands() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
        return scanner.findCandidateComponents("org.camunda.bpm.engine.impl").stream()
                .map(definition -> String.valueOf(definition.getBeanClassName()))
                .map(name -> name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
