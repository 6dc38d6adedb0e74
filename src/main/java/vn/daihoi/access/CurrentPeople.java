package vn.daihoi.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.daihoi.engine.CredentialsChanged;
import vn.daihoi.engine.Identities;

/**
 * Who somebody is at this moment. Asked on every request, so the answer is remembered, but only for so long that a
 * role that ended is gone within a minute, on every node and in every open session.
 */
@Component
class CurrentPeople {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int AT_MOST = 5_000;

    private final Identities identities;
    private final IdentityService users;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > AT_MOST;
        }
    };

    CurrentPeople(Identities identities, IdentityService users, Clock clock) {
        this.identities = identities;
        this.users = users;
        this.clock = clock;
    }

    /** The person of this id, null when there is no such account any more. Must be asked outside any engine identity. */
    @Nullable
    Person byId(String userId) {
        Instant now = clock.instant();
        synchronized (known) {
            Known answer = known.get(userId);
            if (answer != null && answer.until().isAfter(now)) {
                return answer.person();
            }
        }
        Person person = load(userId);
        synchronized (known) {
            if (person == null) {
                known.remove(userId);
            } else {
                known.put(userId, new Known(person, now.plus(REMEMBERED)));
            }
        }
        return person;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(CredentialsChanged changed) {
        synchronized (known) {
            known.remove(changed.userId());
        }
    }

    private @Nullable Person load(String userId) {
        User user = users.createUserQuery().userId(userId).singleResult();
        if (user == null) {
            return null;
        }
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new Person(
                userId, name.isEmpty() ? userId : name, identities.groupsOf(userId), identities.tenantsOf(userId));
    }

    private record Known(Person person, Instant until) {}
}
