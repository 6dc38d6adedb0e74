package vn.daihoi.approval;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;

/**
 * Keeps a trace of what somebody tried and wasn't let. What was tried is rolled back, so the trace is written when that
 * has ended and holds no lock any more, in a transaction of its own.
 */
@Component
class Attempts {

    private final AuditLog audit;
    private final TransactionTemplate ownTransaction;

    Attempts(AuditLog audit, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Notes it; the entry's action ends with {@code _ATTEMPT_REFUSED}. */
    void refused(AuditEntry entry) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(entry);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                write(entry);
            }
        });
    }

    private void write(AuditEntry entry) {
        ownTransaction.executeWithoutResult(own -> audit.record(entry));
    }
}
