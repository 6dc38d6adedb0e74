package vn.daihoi.consultation.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Conferences;
import vn.daihoi.consultation.Conferences.NewMinutes;
import vn.daihoi.consultation.Conferences.Said;
import vn.daihoi.consultation.Invitee;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.engine.WorkList;

/** What the two tasks of holding a conference have in common. */
@Component
class ConferenceDesk {

    /** The draft as a whole. */
    private static final long WHOLE = 0;

    // no conference is larger, a typing slip easily is
    private static final int MOST = 100_000;

    private final Rounds rounds;
    private final Conferences conferences;
    private final RoundSummaries summaries;
    private final WorkList tasks;

    ConferenceDesk(Rounds rounds, Conferences conferences, RoundSummaries summaries, WorkList tasks) {
        this.rounds = rounds;
        this.conferences = conferences;
        this.summaries = summaries;
        this.tasks = tasks;
    }

    /** What a conference reports; cells and organisations report the same. */
    record Form(
            @Label("Ngày tổ chức") @NotNull LocalDate heldOn,
            @Label("Số biên bản") @Nullable @Size(max = 50) String minutesNumber,
            @Label("Số người có mặt") @NotNull @PositiveOrZero @Max(MOST) Integer present,
            @Label("Số người phát biểu") @NotNull @PositiveOrZero @Max(MOST) Integer speakers,
            @Label("Thống nhất với toàn bộ dự thảo") @Nullable Boolean agrees,
            @Label("Ý kiến chung về dự thảo") @Nullable @Size(max = 20_000) String comments,
            @Label("Ghi chú") @Nullable @Size(max = 2000) String note) {}

    FormView view(WorkItem item, ProcessVariable<String> unit) {
        return FormView.empty()
                .with("conferenceSummary", summaries.conference(rounds.get(item.businessKey()), invitee(item, unit)));
    }

    Submission submit(WorkItem item, ProcessVariable<String> unit, Form form) {
        return stored(item, invitee(item, unit), form)
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }

    private Verdict stored(WorkItem item, Invitee invitee, Form form) {
        var unit = invitee.unit();
        var asked = rounds.get(item.businessKey()).sources();
        var speaker = Conferences.groups(invitee.kind()).stream()
                .filter(asked::contains)
                .findFirst()
                .orElse(null);
        var said = Lines.of(form.comments()).stream()
                .map(line -> new Said(WHOLE, "", CommentType.OTHER, line, speaker))
                .toList();
        var minutes = new NewMinutes(
                form.heldOn(),
                form.present(),
                form.speakers(),
                form.minutesNumber(),
                Boolean.TRUE.equals(form.agrees()),
                form.note());
        var added = said.isEmpty() ? Verdict.done() : conferences.add(item.businessKey(), unit, said, item.user());
        // a refusal takes the comments back too: all is in the transaction that completes the task
        return added instanceof Verdict.Refused
                ? added
                : conferences.report(item.businessKey(), unit, minutes, item.user());
    }

    private Invitee invitee(WorkItem item, ProcessVariable<String> unit) {
        return tasks.reference(item.taskId(), unit)
                .flatMap(id -> rounds.invitee(item.businessKey(), id))
                .orElseThrow(() -> new IllegalStateException("Task " + item.taskId() + " is about no unit asked"));
    }
}
