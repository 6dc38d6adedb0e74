package vn.daihoi.engine.gate;

import jakarta.validation.Validator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.RefusalException;
import vn.daihoi.engine.RefusalException.Kind;
import vn.daihoi.engine.StartHandler;
import vn.daihoi.engine.StartHandler.Start;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskRefused;
import vn.daihoi.engine.TaskRights;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.engine.gate.TaskLookup.OpenTask;

/**
 * The one door for everything people do to a task: who may, what they may send, and what of it reaches the engine.
 * Binding, rules, our record and the completion are one transaction; when any of them says no, nothing has happened.
 *
 * <p>Refusals are thrown outside the engine's commands only: thrown inside, the engine would log them as failures.
 */
@Component
public class FormGate {

    private static final String NOT_YOURS = "Đồng chí không được giao việc này.";
    private static final String NOT_FOUND = "Không tìm thấy việc này.";

    private final Handlers handlers;
    private final TaskLookup tasks;
    private final TaskRights rights;
    private final EngineCommands engine;
    private final FormBinder binder;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<ProcessEngine> processEngine;

    FormGate(
            Handlers handlers,
            TaskLookup tasks,
            TaskRights rights,
            EngineCommands engine,
            Validator validator,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            ObjectProvider<ProcessEngine> processEngine) {
        this.handlers = handlers;
        this.tasks = tasks;
        this.rights = rights;
        this.engine = engine;
        this.binder = new FormBinder(validator);
        this.transaction = transaction;
        this.events = events;
        this.processEngine = processEngine;
    }

    private record Person(String id, Collection<String> groups, Collection<String> tenants) {}

    /**
     * Completes a task with what its form says.
     *
     * @throws RefusalException when the person, the task or the form does not allow it; nothing has changed then
     */
    public void complete(String taskId, @Nullable Map<String, ?> sent) {
        var person = person();
        transaction.executeWithoutResult(status -> {
            var task = openTask(taskId, person, true);
            if (!person.id().equals(task.assignee()) && !standsIn(person, task)) {
                if (!task.candidate()) {
                    // who could have had it was only slower than the one who took it
                    events.publishEvent(new TaskRefused(item(taskId, task, person)));
                }
                if (task.assignee() != null) {
                    throw forbidden("Việc này đang do " + task.assignee() + " xử lý.");
                }
                if (!task.candidate()) {
                    throw forbidden(NOT_YOURS);
                }
            }
            if (task.suspended()) {
                throw forbidden("Việc này đang tạm dừng.");
            }
            var outcomes = submit(handler(task), item(taskId, task, person), sent == null ? Map.of() : sent);
            engine.inside(() -> finish(taskId, task, person, outcomes));
        });
    }

    private <F extends Record> Map<String, Object> submit(TaskHandler<F> handler, WorkItem item, Map<String, ?> sent) {
        var submission = handler.submit(item, binder.bind(handler.form(), sent));
        if (submission instanceof Submission.Refused refused) {
            throw new RefusalException(Kind.INVALID, refused.field(), refused.message());
        }
        return ((Submission.Accepted) submission).outcomes().asMap();
    }

    private static void finish(String taskId, OpenTask task, Person person, Map<String, Object> outcomes) {
        var context = Context.getCommandContext();
        if (!person.id().equals(task.assignee())) {
            // whoever completes an unclaimed task, or that of somebody absent, stands in the history as the one who did
            // it
            context.getTaskManager().findTaskById(taskId).setAssignee(person.id());
        }
        new CompleteTaskCmd(taskId, outcomes, false, false).execute(context);
    }

    /**
     * Starts an instance with what the start form says.
     *
     * @throws RefusalException when the person or the form does not allow it; nothing has changed then
     */
    public ProcessInstance start(String processDefinitionId, @Nullable Map<String, ?> sent) {
        var person = person();
        var instance = transaction.execute(status -> {
            var definition = engine.inside(() -> processEngine
                    .getObject()
                    .getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionId(processDefinitionId)
                    .singleResult());
            var handler = definition == null ? null : handlers.ofStart(definition.getKey());
            if (handler == null) {
                throw forbidden("Quy trình này không có biểu mẫu bắt đầu.");
            }
            if (handler.starters().stream().noneMatch(person.groups()::contains)) {
                throw forbidden("Đồng chí không có quyền bắt đầu quy trình này.");
            }
            var start = submit(handler, person, sent == null ? Map.of() : sent);
            return engine.inside(() -> processEngine
                    .getObject()
                    .getRuntimeService()
                    .createProcessInstanceById(processDefinitionId)
                    .businessKey(start.businessKey())
                    .setVariables(start.values().asMap())
                    .execute());
        });
        if (instance == null) {
            throw new IllegalStateException("The engine started nothing");
        }
        return instance;
    }

    private <F extends Record> Start.Accepted submit(StartHandler<F> handler, Person person, Map<String, ?> sent) {
        var start = handler.submit(person.id(), binder.bind(handler.form(), sent));
        if (start instanceof Start.Refused refused) {
            throw new RefusalException(Kind.INVALID, refused.field(), refused.message());
        }
        var accepted = (Start.Accepted) start;
        if (!person.tenants().contains(accepted.tenant())) {
            throw forbidden("Đồng chí không thuộc phường này.");
        }
        return accepted;
    }

    /** The values the form of a task opens with, for those who may touch it. */
    public FormView view(String taskId) {
        var person = person();
        var task = touchable(taskId, person);
        return handler(task).view(item(taskId, task, person));
    }

    /** Takes a task for the person who asks; taking one's own again changes nothing. */
    public void claim(String taskId, String userId, Runnable claim) {
        var person = person();
        transaction.executeWithoutResult(status -> {
            var task = openTask(taskId, person, true);
            if (!userId.equals(person.id())) {
                throw forbidden("Chỉ được nhận việc cho chính mình.");
            }
            if (task.assignee() != null && !task.assignee().equals(userId)) {
                throw new RefusalException(Kind.ALREADY_DONE, "Việc này đã được " + task.assignee() + " nhận.");
            }
            if (task.assignee() == null && !task.candidate()) {
                throw forbidden(NOT_YOURS);
            }
            engine.inside(claim);
        });
    }

    /**
     * Gives a task to somebody or back to its group: who supervises that group may, and whoever has it gives it back. Who
     * stands in for the one that has it takes it over by that: given back, somebody else of the group could take it.
     */
    public void assign(String taskId, @Nullable String userId, Consumer<@Nullable String> assign) {
        var person = person();
        transaction.executeWithoutResult(status -> {
            var task = openTask(taskId, person, true);
            if ((userId == null || userId.equals(person.id())) && standsIn(person, task)) {
                engine.inside(() -> assign.accept(person.id()));
                return;
            }
            boolean givesBack = userId == null && person.id().equals(task.assignee());
            boolean takes = person.id().equals(userId) && task.assignee() == null && task.candidate();
            if (!givesBack && !takes && !supervises(person, task)) {
                throw forbidden("Đồng chí không được phân công việc này.");
            }
            if (userId != null && !takes && !isCandidate(taskId, userId)) {
                throw new RefusalException(Kind.INVALID, "Người được phân công không thuộc nhóm được giao việc này.");
            }
            engine.inside(() -> assign.accept(userId));
        });
    }

    /** Does something to a task that only those may who may touch it, such as commenting on it. */
    public <T extends @Nullable Object> T touch(String taskId, Supplier<T> action) {
        touchable(taskId, person());
        return engine.inside(action);
    }

    private boolean standsIn(Person person, OpenTask task) {
        var assignee = task.assignee();
        return assignee != null
                && !assignee.equals(person.id())
                && rights.representedBy(person.id()).stream()
                        .anyMatch(absence -> absence.absent().equals(assignee)
                                && task.offeredTo().contains(absence.group()));
    }

    private boolean supervises(Person person, OpenTask task) {
        return rights.supervises(person.groups(), task.tenant(), task.offeredTo());
    }

    private OpenTask touchable(String taskId, Person person) {
        var task = openTask(taskId, person, false);
        if (!task.candidate() && !person.id().equals(task.assignee()) && !supervises(person, task)) {
            throw forbidden(NOT_YOURS);
        }
        return task;
    }

    private OpenTask openTask(String taskId, Person person, boolean lock) {
        var task = tasks.find(taskId, person.id(), person.groups(), lock);
        if (task == null) {
            throw new RefusalException(Kind.ALREADY_DONE, tasks.whatBecameOf(taskId, person.tenants()));
        }
        if (task.tenant() != null && !person.tenants().contains(task.tenant())) {
            // a stranger learns nothing, not even that there is such a task
            throw new RefusalException(Kind.ALREADY_DONE, NOT_FOUND);
        }
        return task;
    }

    private boolean isCandidate(String taskId, String userId) {
        var groups = engine.inside(() ->
                processEngine.getObject().getIdentityService().createGroupQuery().groupMember(userId).list().stream()
                        .map(Group::getId)
                        .toList());
        var task = tasks.find(taskId, userId, groups, false);
        return task != null && task.candidate();
    }

    private TaskHandler<?> handler(OpenTask task) {
        var handler = handlers.ofTask(task.key());
        if (handler == null) {
            throw new IllegalStateException("No handler for " + task.key() + ", though such a model does not deploy");
        }
        return handler;
    }

    private static WorkItem item(String taskId, OpenTask task, Person person) {
        var businessKey = task.businessKey();
        if (businessKey == null) {
            throw new IllegalStateException("The instance of task " + taskId + " has no business key");
        }
        return new WorkItem(taskId, task.key(), businessKey, person.id(), task.tenant());
    }

    private Person person() {
        var authentication = processEngine.getObject().getIdentityService().getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw forbidden("Đồng chí chưa đăng nhập.");
        }
        return new Person(
                authentication.getUserId(),
                orEmpty(authentication.getGroupIds()),
                orEmpty(authentication.getTenantIds()));
    }

    private static RefusalException forbidden(String message) {
        return new RefusalException(Kind.FORBIDDEN, message);
    }

    private static Collection<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
