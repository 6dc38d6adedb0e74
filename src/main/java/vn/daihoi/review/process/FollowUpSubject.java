package vn.daihoi.review.process;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.TaskRights;
import vn.daihoi.engine.TaskSubject;
import vn.daihoi.review.FollowUps;
import vn.daihoi.review.process.FollowUpProcess.Variables;

/** Names the tasks of a follow-up after the notice and its number there; its words are typed by people and stay in the record. */
@Component
@Order(0)
final class FollowUpSubject implements TaskSubject {

    private final FollowUps followUps;

    FollowUpSubject(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public @Nullable String of(TaskRights.UnitReference instance) {
        if (!(instance.value(Variables.FOLLOW_UP_ID.name()) instanceof String id)) {
            return null;
        }
        var one = followUps.get(id);
        return one.notice() + " · " + one.part().title() + " · việc " + one.position();
    }
}
