package vn.daihoi.engine.hardening;

import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.daihoi.engine.RefusalException;
import vn.daihoi.engine.RefusalException.Kind;

/**
 * Refuses every command that would change a running process, unless it is part of a larger command: the form gate, our
 * own services and the engine's jobs all run inside one, whereas REST, the web applications and plain API calls come
 * from outside. So there is one list of what outsiders may not do, however many methods and addresses lead there.
 */
final class CommandFence extends CommandInterceptor {

    /** Simple names of the engine's commands that only run inside a larger one; a test holds the list complete. */
    static final Set<String> INSIDE_ONLY = Set.of(
            // variables
            "SetTaskVariablesCmd",
            "PatchTaskVariablesCmd",
            "RemoveTaskVariablesCmd",
            "SetExecutionVariablesCmd",
            "PatchExecutionVariablesCmd",
            "RemoveExecutionVariablesCmd",
            "SetVariablesToProcessInstancesBatchCmd",
            "DeleteHistoricVariableInstanceCmd",
            "DeleteHistoricVariableInstancesByProcessInstanceIdCmd",
            // tasks
            "ClaimTaskCmd",
            "AssignTaskCmd",
            "CompleteTaskCmd",
            "SubmitTaskFormCmd",
            "ResolveTaskCmd",
            "DelegateTaskCmd",
            "CreateTaskCmd",
            "SaveTaskCmd",
            "DeleteTaskCmd",
            "HandleTaskBpmnErrorCmd",
            "HandleTaskEscalationCmd",
            "SetTaskOwnerCmd",
            "SetTaskNameCmd",
            "SetTaskDescriptionCmd",
            "SetTaskDueDateCmd",
            "SetTaskFollowUpDateCmd",
            "SetTaskPriorityCmd",
            "AddUserIdentityLinkCmd",
            "AddGroupIdentityLinkCmd",
            "DeleteUserIdentityLinkCmd",
            "DeleteGroupIdentityLinkCmd",
            "AddCommentCmd",
            "UpdateCommentCmd",
            "DeleteTaskCommentCmd",
            "DeleteProcessInstanceCommentCmd",
            "CreateAttachmentCmd",
            "SaveAttachmentCmd",
            "DeleteAttachmentCmd",
            "DeleteHistoricTaskInstanceCmd",
            // instances
            "StartProcessInstanceCmd",
            "StartProcessInstanceAtActivitiesCmd",
            "SubmitStartFormCmd",
            "EvaluateStartConditionCmd",
            "DeleteProcessInstanceCmd",
            "DeleteProcessInstancesCmd",
            "DeleteProcessInstanceBatchCmd",
            "DeleteHistoricProcessInstancesCmd",
            "DeleteHistoricProcessInstancesBatchCmd",
            "ModifyProcessInstanceCmd",
            "ModifyProcessInstanceAsyncCmd",
            "ProcessInstanceModificationCmd",
            "ProcessInstanceModificationBatchCmd",
            "RestartProcessInstancesCmd",
            "RestartProcessInstancesBatchCmd",
            "MigrateProcessInstanceCmd",
            "MigrateProcessInstanceBatchCmd",
            "SetProcessDefinitionVersionCmd",
            "CorrelateMessageCmd",
            "CorrelateAllMessageCmd",
            "CorrelateAllMessageBatchCmd",
            "MessageEventReceivedCmd",
            "SignalCmd",
            "SignalEventReceivedCmd",
            "CreateIncidentCmd",
            "ResolveIncidentCmd",
            // external tasks: none are used
            "FetchExternalTasksCmd",
            "LockExternalTaskCmd",
            "UnlockExternalTaskCmd",
            "ExtendLockOnExternalTaskCmd",
            "CompleteExternalTaskCmd",
            "HandleExternalTaskBpmnErrorCmd",
            "HandleExternalTaskFailureCmd",
            "SetExternalTaskRetriesCmd",
            "SetExternalTasksRetriesCmd",
            "SetExternalTasksRetriesBatchCmd",
            "SetExternalTaskPriorityCmd",
            // jobs: repeating a failed one is allowed, changing what a job is or when it comes due is not
            "DeleteJobCmd",
            "DeleteJobsCmd",
            "SetJobDuedateCmd",
            "SetJobPriorityCmd",
            "SetJobDefinitionPriorityCmd",
            "RecalculateJobDuedateCmd",
            // who may do what is kept in the organisation's records, which write here from inside
            "CreateMembershipCmd",
            "DeleteMembershipCmd",
            "CreateTenantUserMembershipCmd",
            "CreateTenantGroupMembershipCmd",
            "DeleteTenantUserMembershipCmd",
            "DeleteTenantGroupMembershipCmd",
            "SaveGroupCmd",
            "DeleteGroupCmd",
            "SaveTenantCmd",
            "DeleteTenantCmd",
            "DeleteUserCmd",
            "CreateAuthorizationCommand",
            "SaveAuthorizationCmd",
            "DeleteAuthorizationCmd",
            "CreateFilterCmd",
            "SaveFilterCmd",
            "DeleteFilterCmd",
            // the deployed past, and the database itself
            "DeleteDeploymentCmd",
            "DeleteProcessDefinitionsByIdsCmd",
            "DeleteProcessDefinitionsByKeyCmd",
            "AddIdentityLinkForProcessDefinitionCmd",
            "DeleteIdentityLinkForProcessDefinitionCmd",
            "UpdateProcessDefinitionHistoryTimeToLiveCmd",
            "UpdateDecisionDefinitionHistoryTimeToLiveCmd",
            "DeleteBatchCmd",
            "DeleteHistoricBatchCmd",
            "DeleteHistoricDecisionInstanceByDefinitionIdCmd",
            "DeleteHistoricDecisionInstanceByInstanceIdCmd",
            "DeleteHistoricDecisionInstancesBatchCmd",
            "DeleteHistoricDecisionInstancesBulkCmd",
            "SetRemovalTimeToHistoricBatchesCmd",
            "SetRemovalTimeToHistoricDecisionInstancesCmd",
            "SetRemovalTimeToHistoricProcessInstancesCmd",
            "DeleteUserOperationLogEntryCmd",
            "DeleteMetricsCmd",
            "DeleteTaskMetricsCmd",
            "DeletePropertyCmd",
            "PurgeDatabaseAndCacheCmd",
            // cases: none are used
            "DeleteHistoricCaseInstanceCmd",
            "DeleteHistoricCaseInstancesBulkCmd",
            "CreateCaseInstanceCmd",
            "CloseCaseInstanceCmd",
            "CompleteCaseExecutionCmd",
            "DisableCaseExecutionCmd",
            "ManualStartCaseExecutionCmd",
            "ReenableCaseExecutionCmd",
            "TerminateCaseExecutionCmd",
            "UpdateCaseDefinitionHistoryTimeToLiveCmd",
            "CaseExecutionVariableCmd");

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null
                && INSIDE_ONLY.contains(command.getClass().getSimpleName())) {
            throw new RefusalException(
                    Kind.FORBIDDEN, "Không được thay đổi quy trình theo cách này; hãy dùng biểu mẫu của công việc.");
        }
        return next.execute(command);
    }
}
