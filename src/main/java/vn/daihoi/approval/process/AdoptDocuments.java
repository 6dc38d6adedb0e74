package vn.daihoi.approval.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Adoptions;
import vn.daihoi.approval.Adoptions.Meeting;
import vn.daihoi.approval.process.DocumentPreparationProcess.AdoptionOutcome;
import vn.daihoi.approval.process.DocumentPreparationProcess.Elements;
import vn.daihoi.approval.process.DocumentPreparationProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The office records the meeting of the executive committee about the documents. */
@Component
final class AdoptDocuments implements TaskHandler<AdoptDocuments.Form> {

    private static final int MOST = 1000;

    private final Adoptions adoptions;
    private final RevisionSummaries summaries;

    AdoptDocuments(Adoptions adoptions, RevisionSummaries summaries) {
        this.adoptions = adoptions;
        this.summaries = summaries;
    }

    /** What the form asks. */
    record Form(
            @Label("Ngày họp") @NotNull LocalDate heldOn,
            @Label("Số biên bản") @NotBlank @Size(max = 50) String minutesNumber,
            @Label("Số được triệu tập") @NotNull @PositiveOrZero @Max(MOST) Integer convened,
            @Label("Số có mặt") @NotNull @PositiveOrZero @Max(MOST) Integer present,
            @Label("Kết quả") @NotNull AdoptionOutcome result,
            @Label("Lý do không thông qua") @Nullable @Size(max = 2000) String reason) {

        /** What was decided there. */
        Meeting meeting() {
            return new Meeting(heldOn, convened, present, minutesNumber, result == AdoptionOutcome.ADOPTED, reason);
        }
    }

    @Override
    public TaskKey task() {
        return DocumentPreparationProcess.task(Elements.ADOPT);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return FormView.empty().with("adoptionSummary", summaries.adoption(item.businessKey()));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return adoptions
                .record(item.businessKey(), form.meeting(), item.user())
                .fold(
                        () -> Submission.accepted(
                                Variables.ADOPTION_OUTCOME, form.result().name()),
                        no -> new Submission.Refused(no.field(), no.message()));
    }
}
