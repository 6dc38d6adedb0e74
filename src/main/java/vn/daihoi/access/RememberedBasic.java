package vn.daihoi.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.daihoi.engine.CredentialsChanged;

/**
 * Remembers for a few minutes that a name and password were right, since a REST client sends them with each call and
 * the slow hash costs 160 ms. What is kept is a digest under a key that lives and dies with this process. A change of
 * password drops the digest at once on this node; another node may honour the old password until its time is up.
 */
@Component
class RememberedBasic implements AuthenticationProvider {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int AT_MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final PasswordCheck check;
    private final CurrentPeople people;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<ByteBuffer, Verified> verified = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Verified> eldest) {
            return size() > AT_MOST;
        }
    };
    /** Counts changes, so that a check that began before one isn't remembered after it. */
    private long changes;

    RememberedBasic(PasswordCheck check, CurrentPeople people, Clock clock) {
        this.check = check;
        this.people = people;
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!(attempt.getCredentials() instanceof String password)) {
            return check.authenticate(attempt);
        }
        ByteBuffer digest = digest(attempt.getName(), password);
        long changesBefore;
        boolean wasRight;
        synchronized (verified) {
            Verified entry = verified.get(digest);
            wasRight = entry != null && entry.until().isAfter(clock.instant());
            changesBefore = changes;
        }
        if (wasRight) {
            Person person = people.byId(attempt.getName());
            if (person != null) {
                return person.asAuthentication(attempt.getDetails());
            }
        }
        Authentication answer = check.authenticate(attempt);
        synchronized (verified) {
            if (changes == changesBefore) {
                verified.remove(digest);
                verified.put(
                        digest, new Verified(attempt.getName(), clock.instant().plus(REMEMBERED)));
            }
        }
        return answer;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(CredentialsChanged changed) {
        synchronized (verified) {
            changes++;
            verified.values().removeIf(entry -> entry.userId().equals(changed.userId()));
        }
    }

    private ByteBuffer digest(String userId, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] name = userId.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            mac.update(name);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }

    private record Verified(String userId, Instant until) {}
}
