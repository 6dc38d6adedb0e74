package vn.daihoi.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a trace of what somebody tried and wasn't let. What was tried may be rolled back, so the trace is written when that
 * has ended, however it did, and holds no lock any more, in a transaction of its own.
 */
@Component
public class RefusedAttempts {

    private final AuditLog audit;
    private final TransactionTemplate ownTransaction;

    RefusedAttempts(AuditLog audit, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Notes it, within a transaction or without; the entry's action ends with {@code _ATTEMPT_REFUSED}. */
    public void note(AuditEntry entry) {
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
