package vn.daihoi.congress.process;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.process.CongressPreparationProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The secretary confirms that the congress can be held. */
@Component
final class ConfirmReadiness implements TaskHandler<ConfirmReadiness.Form> {

    private final Congresses congresses;

    ConfirmReadiness(Congresses congresses) {
        this.congresses = congresses;
    }

    /** What the form asks. */
    record Form(@Label("Ghi chú") @Nullable @Size(max = 2000) String note) {}

    @Override
    public TaskKey task() {
        return CongressPreparationProcess.task(Elements.CONFIRM_READINESS);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var congress = congresses.get(item.businessKey());
        return FormView.empty().with("readinessSummary", Summaries.readiness(congresses.reports(congress)));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return congresses
                .confirmReadiness(item.businessKey(), form.note(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
