package vn.daihoi.review.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.review.Conclusions;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;
import vn.daihoi.review.process.WorkingSessionProcess.Variables;
import vn.daihoi.review.process.WorkingSessionProcess.WardSignature;

/** The ward's secretary signs the notice of conclusion for the ward or sends it back to the head. */
@Component
final class SignForWard implements TaskHandler<SignForWard.Form> {

    private final Conclusions conclusions;
    private final WorkingSessions sessions;

    SignForWard(Conclusions conclusions, WorkingSessions sessions) {
        this.conclusions = conclusions;
        this.sessions = sessions;
    }

    /** What can be decided. */
    enum Decision {
        SIGN,
        RETURN
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Lý do gửi lại") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return WorkingSessionProcess.task(Elements.SIGN_FOR_WARD);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return FormView.empty()
                .with(
                        "conclusionSummary",
                        ReviewSummaries.conclusion(
                                sessions.get(item.businessKey()),
                                conclusions.find(item.businessKey()).orElse(null)));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var signed = form.decision() == Decision.SIGN;
        var verdict = signed
                ? conclusions.signForWard(id, item.user())
                : conclusions.sendBack(id, form.reason(), item.user());
        var outcome = signed ? WardSignature.SIGNED : WardSignature.RETURNED;
        return verdict.fold(
                () -> Submission.accepted(Variables.WARD_SIGNATURE, outcome.name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
