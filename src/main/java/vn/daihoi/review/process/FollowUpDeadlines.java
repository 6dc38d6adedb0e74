package vn.daihoi.review.process;

import java.util.Date;
import org.springframework.stereotype.Component;
import vn.daihoi.review.FollowUps;

/** The deadlines in the model of {@code followUp}. */
@Component("followUpDeadlines")
public class FollowUpDeadlines {

    private final FollowUps followUps;

    FollowUpDeadlines(FollowUps followUps) {
        this.followUps = followUps;
    }

    /** By when the report is due. */
    public Date reportDue(String followUp) {
        return Date.from(followUps.reportDue(followUp));
    }

    /** From when it is overdue. */
    public Date overdueAt(String followUp) {
        return Date.from(followUps.overdueAt(followUp));
    }
}
