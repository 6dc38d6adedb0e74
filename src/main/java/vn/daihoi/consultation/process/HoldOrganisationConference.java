package vn.daihoi.consultation.process;

import org.springframework.stereotype.Component;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** One organisation reports its conference. */
@Component
final class HoldOrganisationConference implements TaskHandler<ConferenceDesk.Form> {

    private final ConferenceDesk desk;

    HoldOrganisationConference(ConferenceDesk desk) {
        this.desk = desk;
    }

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.ORGANISATION_CONFERENCE);
    }

    @Override
    public Class<ConferenceDesk.Form> form() {
        return ConferenceDesk.Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return desk.view(item, Variables.ORGANISATION_ID);
    }

    @Override
    public Submission submit(WorkItem item, ConferenceDesk.Form form) {
        return desk.submit(item, Variables.ORGANISATION_ID, form);
    }
}
