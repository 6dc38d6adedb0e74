package vn.daihoi.engine.hardening;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.context.ApplicationEventPublisher;
import vn.daihoi.engine.CredentialsChanged;

/** Tells the application when an account was changed, whichever way, so that remembered credentials are dropped. */
class AnnouncingIdentityService extends IdentityServiceImpl {

    private final ApplicationEventPublisher events;

    AnnouncingIdentityService(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        super.saveUser(user, skipPasswordPolicy);
        events.publishEvent(new CredentialsChanged(user.getId()));
    }

    @Override
    public void deleteUser(String userId) {
        super.deleteUser(userId);
        events.publishEvent(new CredentialsChanged(userId));
    }
}
