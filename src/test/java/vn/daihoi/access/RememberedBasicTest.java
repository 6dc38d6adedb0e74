package vn.daihoi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import vn.daihoi.engine.CredentialsChanged;
import vn.daihoi.engine.Identities;

/** The slow hash is paid once in five minutes, and never after a change of password. */
class RememberedBasicTest {

    private final Identities identities = mock(Identities.class);
    private final TickingClock clock = new TickingClock();
    private final CurrentPeople people = new CurrentPeople(identities, accounts(), clock);
    private final RememberedBasic basic = new RememberedBasic(new PasswordCheck(identities, people), people, clock);

    @BeforeEach
    void onePassword() {
        when(identities.checkPassword("clerk", "right")).thenReturn(true);
        when(identities.groupsOf("clerk")).thenReturn(Set.of("WARD_OFFICE"));
    }

    @Test
    void theSecondCallIsNotHashed() {
        call("right");
        assertThat(call("right").getAuthorities()).extracting(Object::toString).containsExactly("WARD_OFFICE");
        verify(identities, times(1)).checkPassword(any(), any());
    }

    @Test
    void aWrongPasswordIsHashedEachTimeAndNotRemembered() {
        call("right");
        assertThatThrownBy(() -> call("wrong")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> call("wrong")).isInstanceOf(BadCredentialsException.class);
        verify(identities, times(2)).checkPassword("clerk", "wrong");
    }

    @Test
    void aChangeDropsWhatWasRemembered() {
        call("right");
        when(identities.checkPassword("clerk", "right")).thenReturn(false);
        basic.forget(new CredentialsChanged("clerk"));
        assertThatThrownBy(() -> call("right")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void aCheckThatAChangeOvertookIsNotRemembered() {
        when(identities.checkPassword("clerk", "right")).thenAnswer(call -> {
            basic.forget(new CredentialsChanged("clerk"));
            return true;
        });
        call("right");
        call("right");
        verify(identities, times(2)).checkPassword("clerk", "right");
    }

    @Test
    void itIsForgottenAfterFiveMinutes() {
        call("right");
        clock.now = clock.now.plus(Duration.ofMinutes(5));
        call("right");
        verify(identities, times(2)).checkPassword("clerk", "right");
    }

    @Test
    void anEndedRoleIsGoneWithinAMinute() {
        call("right");
        when(identities.groupsOf("clerk")).thenReturn(Set.of());
        clock.now = clock.now.plusSeconds(59);
        assertThat(call("right").getAuthorities()).isEmpty();
    }

    @Test
    void everyRefusalTakesTheSameTime() {
        long began = System.nanoTime();
        assertThatThrownBy(() ->
                        basic.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("nobody", "whatever")))
                .isInstanceOf(BadCredentialsException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(590));
    }

    private Authentication call(String password) {
        return basic.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("clerk", password));
    }

    private static IdentityService accounts() {
        var query = mock(UserQuery.class);
        var accounts = mock(IdentityService.class);
        var clerk = mock(User.class);
        when(accounts.createUserQuery()).thenReturn(query);
        when(query.userId(any())).thenReturn(query);
        when(query.singleResult()).thenReturn(clerk);
        when(clerk.getFirstName()).thenReturn("");
        when(clerk.getLastName()).thenReturn("Văn phòng");
        return accounts;
    }

    private static final class TickingClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
