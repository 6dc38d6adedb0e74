package vn.daihoi.organisation;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.engine.TaskRefused;

/**
 * Keeps a trace of who tried to complete somebody else's task, whichever way it was sent; that a member concludes in place
 * of the head, for one, stops at the engine's gate before any service hears of it.
 */
@Component
class RefusedTasks {

    private final AuditLog audit;

    RefusedTasks(AuditLog audit) {
        this.audit = audit;
    }

    /** {@code UserTask_Conclude} gives {@code CONCLUDE_ATTEMPT_REFUSED}. */
    static String action(String element) {
        return element.replaceFirst("^UserTask_", "")
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                        .toUpperCase(Locale.ROOT)
                + "_ATTEMPT_REFUSED";
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(TaskRefused refused) {
        var item = refused.item();
        audit.record(AuditEntry.of(
                item.user(),
                action(item.task().element()),
                item.task().process() + ":" + item.businessKey(),
                "Tìm cách hoàn thành việc không được giao."));
    }
}
