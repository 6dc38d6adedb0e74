package vn.daihoi.review;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;

/**
 * Notes what somebody tried who may not, so that it stays on record although nothing came of it. It is written when the
 * refused transaction has ended, however it did: until then that one may hold what the log waits for.
 */
@Component
class RefusedAttempts {

    private final ApplicationEventPublisher events;
    private final AuditLog audit;

    RefusedAttempts(ApplicationEventPublisher events, AuditLog audit) {
        this.events = events;
        this.audit = audit;
    }

    /** What was tried. */
    record Attempt(AuditEntry entry) {}

    void note(String who, String action, String subject, String detail) {
        events.publishEvent(new Attempt(AuditEntry.of(who, action, subject, detail)));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(Attempt attempt) {
        audit.record(attempt.entry());
    }
}
