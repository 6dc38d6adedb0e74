package vn.daihoi.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.daihoi.database.StartRefused;

/**
 * Refuses to run without an administrator. CVE-2026-77226: while the group {@code camunda-admin} is empty, the web
 * applications let anybody make one. Our wall denies that door to everybody; this keeps the lock behind it shut too.
 *
 * <p>It looks when everything that runs at start has run, the first administrator's creation among it, and before
 * anybody is told that the system is ready.
 */
@Component
class AdministratorCheck {

    private final IdentityService identity;

    AdministratorCheck(IdentityService identity) {
        this.identity = identity;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void check(ApplicationReadyEvent started) {
        if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
            throw new StartRefused(
                    "There is no administrator.",
                    "Set DAIHOI_ADMIN_USER and DAIHOI_ADMIN_PASSWORD to create the first one.");
        }
    }
}
