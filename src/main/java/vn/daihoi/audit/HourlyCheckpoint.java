package vn.daihoi.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notes the head of the chain every hour, in the database and in the program's own log: the latter usually lies where no
 * database administrator can change it.
 */
@Component
class HourlyCheckpoint {

    private static final Logger LOG = LoggerFactory.getLogger(HourlyCheckpoint.class);

    private final AuditCheckpoints checkpoints;

    HourlyCheckpoint(AuditCheckpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Scheduled(cron = "0 7 * * * *", zone = "Asia/Ho_Chi_Minh")
    void note() {
        checkpoints.noteHead().ifPresent(head -> LOG.info("The audit chain stands at {}", head));
    }
}
