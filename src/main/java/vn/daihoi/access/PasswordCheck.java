package vn.daihoi.access;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.Identities;

/**
 * Checks name and password against the engine's accounts, which also count wrong tries and lock. Every refusal takes
 * at least the same time and says the same, so that nobody learns which names exist or are locked.
 */
@Component
class PasswordCheck implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordCheck.class);

    /** Longer than the slow hash takes; an unknown or locked name is refused without one. */
    private static final Duration REFUSAL = Duration.ofMillis(600);

    private static final int LONGEST_NAME = 64;
    /** A password of megabytes would be hashed too. */
    static final int LONGEST_PASSWORD = 256;

    private static final int TRIES_AGAINST_CONFLICT = 3;

    private final Identities identities;
    private final CurrentPeople people;

    PasswordCheck(Identities identities, CurrentPeople people) {
        this.identities = identities;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        long began = System.nanoTime();
        String userId = attempt.getName();
        String password = attempt.getCredentials() instanceof String given ? given : "";
        Person person = plausible(userId, password) && isRight(userId, password) ? people.byId(userId) : null;
        if (person == null) {
            LOG.info("Refused a sign-in: wrong name or password, or locked");
            waitUntil(began + REFUSAL.toNanos());
            throw new BadCredentialsException("refused");
        }
        return person.asAuthentication(attempt.getDetails());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private static boolean plausible(String userId, String password) {
        return !userId.isBlank()
                && userId.length() <= LONGEST_NAME
                && !password.isEmpty()
                && password.length() <= LONGEST_PASSWORD;
    }

    /** Two tries at the same moment write the same counter of wrong tries, and one of them loses. */
    private boolean isRight(String userId, String password) {
        for (int attempt = 1; ; attempt++) {
            try {
                return identities.checkPassword(userId, password);
            } catch (OptimisticLockingException conflict) {
                if (attempt == TRIES_AGAINST_CONFLICT) {
                    return false;
                }
            }
        }
    }

    private static void waitUntil(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
