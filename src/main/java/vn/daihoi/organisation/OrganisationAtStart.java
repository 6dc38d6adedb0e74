package vn.daihoi.organisation;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the engine's mirror up to date at start and every hour: roles begin and end at midnight by their dates, and a
 * machine that slept through midnight catches up within the hour. Nodes take turns and find nothing left to do.
 */
@Component
@EnableScheduling
@Order(OrganisationAtStart.ORDER)
class OrganisationAtStart implements ApplicationRunner {

    /** After the first administrator and after the demo's organisation. */
    static final int ORDER = 300;

    private final EngineMirror mirror;
    private final WriteLock lock;
    private final TransactionTemplate transaction;

    OrganisationAtStart(EngineMirror mirror, WriteLock lock, TransactionTemplate transaction) {
        this.mirror = mirror;
        this.lock = lock;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        mirrorEverybody();
    }

    /** One pass over all accounts. */
    @Scheduled(cron = "0 1 * * * *", zone = "Asia/Ho_Chi_Minh")
    void mirrorEverybody() {
        transaction.executeWithoutResult(status -> {
            lock.take();
            mirror.everybody();
        });
    }
}
