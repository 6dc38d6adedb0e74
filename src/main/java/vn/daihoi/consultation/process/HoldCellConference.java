package vn.daihoi.consultation.process;

import org.springframework.stereotype.Component;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** One cell reports its conference. */
@Component
final class HoldCellConference implements TaskHandler<ConferenceDesk.Form> {

    private final ConferenceDesk desk;

    HoldCellConference(ConferenceDesk desk) {
        this.desk = desk;
    }

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.CELL_CONFERENCE);
    }

    @Override
    public Class<ConferenceDesk.Form> form() {
        return ConferenceDesk.Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return desk.view(item, Variables.CELL_ID);
    }

    @Override
    public Submission submit(WorkItem item, ConferenceDesk.Form form) {
        return desk.submit(item, Variables.CELL_ID, form);
    }
}
