package vn.daihoi.organisation;

import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.RefusedAttempts;
import vn.daihoi.engine.TaskRefused;

/**
 * Keeps a trace of who tried to complete somebody else's task, whichever way it was sent; that a member concludes in place
 * of the head, for one, stops at the engine's gate before any service hears of it.
 */
@Component
class RefusedTasks {

    private final RefusedAttempts attempts;

    RefusedTasks(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    /** {@code UserTask_Conclude} gives {@code CONCLUDE_ATTEMPT_REFUSED}. */
    static String action(String element) {
        return element.replaceFirst("^UserTask_", "")
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                        .toUpperCase(Locale.ROOT)
                + "_ATTEMPT_REFUSED";
    }

    @EventListener
    void on(TaskRefused refused) {
        var item = refused.item();
        attempts.note(AuditEntry.of(
                item.user(),
                action(item.task().element()),
                item.task().process() + ":" + item.businessKey(),
                "Tìm cách hoàn thành việc không được giao."));
    }
}
