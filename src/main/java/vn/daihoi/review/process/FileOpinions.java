package vn.daihoi.review.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Place;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.engine.WorkList;
import vn.daihoi.review.NewOpinion;
import vn.daihoi.review.OpinionType;
import vn.daihoi.review.Opinions;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;
import vn.daihoi.review.process.WorkingSessionProcess.Variables;

/** A member of the working group files one opinion, or says that all are filed. */
@Component
final class FileOpinions implements TaskHandler<FileOpinions.Form> {

    private final WorkingSessions sessions;
    private final Opinions opinions;
    private final Documents documents;
    private final Versions versions;
    private final SessionSummaries summaries;
    private final WorkList tasks;

    FileOpinions(
            WorkingSessions sessions,
            Opinions opinions,
            Documents documents,
            Versions versions,
            SessionSummaries summaries,
            WorkList tasks) {
        this.sessions = sessions;
        this.opinions = opinions;
        this.documents = documents;
        this.versions = versions;
        this.summaries = summaries;
        this.tasks = tasks;
    }

    /** What can be chosen. */
    enum Choice {
        ADD,
        DONE
    }

    /** What the form asks. */
    record Form(
            @Label("Cho ý kiến") @NotNull Choice choice,
            @Label("Loại ý kiến") @Nullable OpinionType type,
            @Label("Văn kiện") @Nullable @Size(max = 36) String document,
            @Label("Đoạn") @Nullable @Size(max = 20) String clause,
            @Label("Mã chỉ tiêu") @Nullable @Size(max = 40) String indicator,
            @Label("Căn cứ chính sách, pháp luật") @Nullable @Size(max = 1000) String policyBasis,
            @Label("Nội dung ý kiến") @Nullable @Size(max = 4000) String text,
            @Label("Đề nghị viết lại") @Nullable @Size(max = 4000) String proposed) {}

    @Override
    public TaskKey task() {
        return WorkingSessionProcess.task(Elements.FILE_OPINIONS);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var session = sessions.get(item.businessKey());
        return FormView.empty()
                .with(
                        "sessionSummary",
                        summaries.with(session, "Mở trang ý kiến để cho ý kiến theo từng đoạn", "/y-kien")
                                + "\n\n[Mở phòng đọc](/lam-viec/" + session.id() + "/tai-lieu)")
                .options(
                        "documents",
                        documents.openedIds(session.congress()).stream()
                                .filter(id -> versions.latest(id).isPresent())
                                .map(id -> new FormView.Option(
                                        id, documents.get(id).title()))
                                .toList());
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        // the task knows whom it asks, whoever completes it
        var member = tasks.reference(item.taskId(), Variables.MEMBER_ID)
                .orElseThrow(() -> new IllegalStateException("Task " + item.taskId() + " asks nobody"));
        var fault = opinions.askedFault(item.businessKey(), member, item.user());
        var verdict = fault != null ? fault : form.choice() == Choice.DONE ? Verdict.done() : filed(item, form);
        return verdict.fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }

    private Verdict filed(WorkItem item, Form form) {
        var clause = form.clause() == null || form.clause().isBlank() ? "Toàn văn" : form.clause();
        var place = Place.read(clause);
        if (place.isEmpty()) {
            return Verdict.refused("clause", "“Đoạn” phải là mã đoạn như Đ12, hoặc để trống.");
        }
        var opinion = new NewOpinion(
                form.type(),
                Objects.requireNonNullElse(form.document(), ""),
                0,
                place.getAsLong(),
                form.indicator(),
                Objects.requireNonNullElse(form.policyBasis(), ""),
                Objects.requireNonNullElse(form.text(), ""),
                Objects.requireNonNullElse(form.proposed(), ""));
        return opinions.file(item.businessKey(), opinion, item.taskId(), item.user());
    }
}
