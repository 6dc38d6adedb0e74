package vn.daihoi.congress.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.process.CongressPreparationProcess.Elements;
import vn.daihoi.congress.process.CongressPreparationProcess.PlanOutcome;
import vn.daihoi.congress.process.CongressPreparationProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The secretary approves the plan of the congress or sends it back, seeing what the rule set says of it. */
@Component
final class ApproveCongressPlan implements TaskHandler<ApproveCongressPlan.Form> {

    private final Congresses congresses;

    ApproveCongressPlan(Congresses congresses) {
        this.congresses = congresses;
    }

    /** What can be decided. */
    enum Decision {
        APPROVE,
        RETURN
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Lý do trả lại") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return CongressPreparationProcess.task(Elements.APPROVE_PLAN);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var congress = congresses.get(item.businessKey());
        return FormView.empty()
                .with("planSummary", Summaries.plan(congress, congresses.title(congress)))
                .with("ruleFindings", FormText.list(congresses.findings(congress)));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var approved = form.decision() == Decision.APPROVE;
        var verdict = approved
                ? congresses.approvePlan(id, item.user())
                : congresses.returnPlan(id, form.reason(), item.user());
        var outcome = approved ? PlanOutcome.APPROVED : PlanOutcome.RETURNED;
        return verdict.fold(
                () -> Submission.accepted(Variables.PLAN_OUTCOME, outcome.name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
