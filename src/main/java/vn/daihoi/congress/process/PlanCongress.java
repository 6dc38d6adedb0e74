package vn.daihoi.congress.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.CongressPlan;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Contents;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.process.CongressPreparationProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward office plans the congress, or plans it anew after it was sent back. */
@Component
final class PlanCongress implements TaskHandler<PlanCongress.Form> {

    private final Congresses congresses;
    private final RuleSets ruleSets;

    PlanCongress(Congresses congresses, RuleSets ruleSets) {
        this.congresses = congresses;
        this.ruleSets = ruleSets;
    }

    /** What the form asks. */
    record Form(
            @Label("Ngày khai mạc") @NotNull LocalDate openingDate,
            @Label("Ngày bế mạc") @NotNull LocalDate closingDate,
            @Label("Địa điểm") @NotBlank @Size(max = 200) String venue,
            @Label("Nội dung đại hội") @NotNull Contents contents,
            @Label("Bộ quy tắc áp dụng") @NotBlank @Size(max = 64) String ruleSet,
            @Label("Ghi chú") @Nullable @Size(max = 2000) String note) {}

    @Override
    public TaskKey task() {
        return CongressPreparationProcess.task(Elements.PLAN_CONGRESS);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var congress = congresses.get(item.businessKey());
        var reason = congress.returnReason();
        var view = FormView.empty()
                .options(
                        "ruleSets",
                        ruleSets.tags().stream()
                                .map(tag -> new FormView.Option(tag, RuleSets.title(tag)))
                                .toList())
                .with("returnReason", reason == null ? null : FormText.plain(reason));
        var plan = congress.plan();
        return plan == null
                ? view
                : view.with("openingDate", plan.openingDate())
                        .with("closingDate", plan.closingDate())
                        .with("venue", plan.venue())
                        .with("contents", plan.contents())
                        .with("ruleSet", plan.ruleSet())
                        .with("note", plan.note());
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var plan = new CongressPlan(
                form.openingDate(), form.closingDate(), form.venue(), form.contents(), form.ruleSet(), form.note());
        return congresses
                .plan(item.businessKey(), plan, item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
