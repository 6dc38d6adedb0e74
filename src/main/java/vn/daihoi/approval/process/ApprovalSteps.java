package vn.daihoi.approval.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Verdict;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.engine.RefusalException;

/**
 * Takes a step of a dossier from its pages: the same task, through the same gate and the same form as in Tasklist, by
 * whoever is signed in.
 */
@Component
public class ApprovalSteps {

    private final TaskService tasks;
    private final EngineCommands engine;

    ApprovalSteps(TaskService tasks, EngineCommands engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    /**
     * Completes the open task of this step.
     *
     * @param dossier id of the dossier
     * @param element id of the user task, see {@link DossierApprovalProcess.Elements}
     * @param form what its form asks, by the names of its fields; null leaves one empty
     */
    public Verdict take(String dossier, String element, Map<String, ?> form) {
        var open = open(dossier, element);
        if (open.isEmpty()) {
            return Verdict.refused(
                    "Bước này đã có người thực hiện hoặc chưa đến lượt. Hãy xem lại trạng thái của hồ sơ.");
        }
        try {
            tasks.complete(open.get(), new HashMap<>(form));
            return Verdict.done();
        } catch (RefusalException no) {
            return new Verdict.Refused(no.field(), no.getMessage());
        } catch (OptimisticLockingException race) {
            throw new OptimisticLockingFailureException("Dossier " + dossier + " changed meanwhile", race);
        }
    }

    /** Whether the process waits for this step. */
    public boolean waits(String dossier, String element) {
        return open(dossier, element).isPresent();
    }

    private Optional<String> open(String dossier, String element) {
        return engine.inside(() -> tasks
                .createTaskQuery()
                .processDefinitionKey(DossierApprovalProcess.KEY)
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey(element)
                .list()
                .stream()
                .map(Task::getId)
                .findFirst());
    }
}
