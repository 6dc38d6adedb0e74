package vn.daihoi.review;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;

/** Notes what somebody tried who may not, so that it stays on record although nothing came of it. */
@Component
class RefusedAttempts {

    private final AuditLog audit;

    RefusedAttempts(AuditLog audit) {
        this.audit = audit;
    }

    /** In a transaction of its own, since the refused one is rolled back; that one must not have logged anything yet. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(String who, String action, String subject, String detail) {
        audit.record(AuditEntry.of(who, action, subject, detail));
    }
}
