package vn.daihoi.review.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.review.Appointment;
import vn.daihoi.review.DayPart;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;
import vn.daihoi.review.process.WorkingSessionProcess.ScheduleOutcome;
import vn.daihoi.review.process.WorkingSessionProcess.SessionOutcome;
import vn.daihoi.review.process.WorkingSessionProcess.Variables;

/** The superior's office schedules a session, or waives it. */
@Component
final class ScheduleSession implements TaskHandler<ScheduleSession.Form> {

    private final WorkingSessions sessions;
    private final SessionSummaries summaries;

    ScheduleSession(WorkingSessions sessions, SessionSummaries summaries) {
        this.sessions = sessions;
        this.summaries = summaries;
    }

    /** What can be chosen. */
    enum Choice {
        HOLD,
        WAIVE
    }

    /** What the form asks. */
    record Form(
            @Label("Buổi làm việc") @NotNull Choice choice,
            @Label("Lý do không tổ chức") @Nullable @Size(max = 2000) String waiveReason,
            @Label("Tổ công tác") @Nullable @Size(max = 64) String workingGroup,
            @Label("Ngày làm việc") @Nullable LocalDate day,
            @Label("Buổi") @Nullable DayPart part,
            @Label("Từ giờ") @Nullable @Size(max = 5) String fromTime,
            @Label("Đến giờ") @Nullable @Size(max = 5) String toTime,
            @Label("Địa điểm") @Nullable @Size(max = 200) String room,
            @Label("Nội dung") @Nullable @Size(max = 4000) String agenda,
            @Label("Thành phần mời thêm") @Nullable @Size(max = 2000) String participants,
            @Label("Vẫn xếp lịch dù trùng") @Nullable Boolean despiteConflicts,
            @Label("Lý do vẫn xếp lịch") @Nullable @Size(max = 2000) String conflictReason) {

        WorkingSessions.Schedule schedule() {
            var despite = Boolean.TRUE.equals(despiteConflicts);
            var appointment = new Appointment(day, part, fromTime, toTime, room, despite, conflictReason);
            return new WorkingSessions.Schedule(workingGroup, appointment, agenda, participants);
        }
    }

    @Override
    public TaskKey task() {
        return WorkingSessionProcess.task(Elements.SCHEDULE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var session = sessions.get(item.businessKey());
        var groups = sessions.groupsFor(session);
        return FormView.empty()
                .with("sessionSummary", summaries.with(session, "Mở trang của buổi làm việc", ""))
                .with("booked", summaries.booked(session))
                .with("workingGroup", groups.size() == 1 ? groups.get(0).id() : null)
                .options(
                        "workingGroups",
                        groups.stream()
                                .map(group -> new FormView.Option(group.id(), group.name()))
                                .toList());
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var waived = form.choice() == Choice.WAIVE;
        var verdict = waived
                ? sessions.waive(id, form.waiveReason(), item.user())
                : sessions.schedule(id, form.schedule(), item.user());
        return verdict.fold(
                () -> new Submission.Accepted(waived ? waived() : scheduled(id)),
                no -> new Submission.Refused(no.field(), no.message()));
    }

    private static ProcessValues waived() {
        return ProcessValues.of(Variables.SCHEDULE_OUTCOME, ScheduleOutcome.WAIVED.name())
                .and(Variables.SESSION_OUTCOME, SessionOutcome.WAIVED.name());
    }

    private ProcessValues scheduled(String id) {
        return ProcessValues.of(Variables.SCHEDULE_OUTCOME, ScheduleOutcome.SCHEDULED.name())
                .and(
                        Variables.WORKING_GROUP_ID,
                        Objects.requireNonNull(sessions.get(id).workingGroup()));
    }
}
