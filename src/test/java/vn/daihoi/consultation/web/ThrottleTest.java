package vn.daihoi.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.filter.ForwardedHeaderFilter;

class ThrottleTest {

    private static final PublicIntake LIMITS = new PublicIntake(3, Duration.ofMinutes(10), 5, Duration.ofMinutes(1), 2);

    private final Hand clock = new Hand(Instant.parse("2027-03-05T08:00:00Z"));
    private final Throttle throttle = new Throttle(LIMITS, clock);

    @Test
    void oneSourceMaySendSomeAndRegainsThemSlowly() {
        var source = throttle.source(from("203.0.113.7"));
        for (int sent = 0; sent < 3; sent++) {
            assertThat(throttle.comment(source)).isEmpty();
        }

        assertThat(throttle.comment(source)).hasValueSatisfying(wait -> assertThat(wait)
                .isBetween(Duration.ofSeconds(199), Duration.ofSeconds(201)));
        assertThat(throttle.comment(throttle.source(from("203.0.113.8")))).isEmpty();
        clock.pass(Duration.ofSeconds(201));
        assertThat(throttle.comment(source)).isEmpty();
        assertThat(throttle.comment(source)).isPresent();
    }

    @Test
    void allTogetherMaySendSome() {
        for (int sent = 0; sent < 5; sent++) {
            assertThat(throttle.comment(throttle.source(from("203.0.113." + sent))))
                    .isEmpty();
        }

        assertThat(throttle.comment(throttle.source(from("198.51.100.1"))))
                .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(13)));
        clock.pass(Duration.ofMinutes(1));
        assertThat(throttle.comment(throttle.source(from("198.51.100.2")))).isEmpty();
    }

    @Test
    void receiptCodesCantBeTriedWithoutEnd() {
        var source = throttle.source(from("203.0.113.7"));
        assertThat(throttle.lookup(source)).isEmpty();
        assertThat(throttle.lookup(source)).isEmpty();

        assertThat(throttle.lookup(source)).isPresent();
        assertThat(throttle.comment(source)).as("counted apart").isEmpty();
    }

    @Test
    void nobodyEscapesByNamingAnotherAddress() {
        var direct = from("203.0.113.7");
        direct.addHeader("X-Forwarded-For", "198.51.100.99");
        assertThat(Throttle.address(direct)).isEqualTo("203.0.113.7");

        var proxied = from("10.0.0.4");
        proxied.addHeader("X-Forwarded-For", "1.1.1.1, 203.0.113.7, 192.168.1.9");
        assertThat(Throttle.address(proxied)).as("behind our two proxies").isEqualTo("203.0.113.7");

        var twoLines = from("10.0.0.4");
        twoLines.addHeader("X-Forwarded-For", "1.1.1.1");
        twoLines.addHeader("X-Forwarded-For", "203.0.113.7");
        assertThat(Throttle.address(twoLines)).isEqualTo("203.0.113.7");

        var strange = from("127.0.0.1");
        strange.addHeader("X-Forwarded-For", "example.org");
        assertThat(Throttle.address(strange)).isEqualTo("example.org");
        assertThat(throttle.source(strange))
                .as("all names are one source")
                .isEqualTo(throttle.source(named("1.2.3.999")));
    }

    @Test
    void theAddressIsThatOfTheConnectionWhateverTheFiltersMakeOfIt() throws Exception {
        var direct = from("203.0.113.7");
        direct.addHeader("X-Forwarded-For", "198.51.100.99");
        var seen = new String[1];
        new ForwardedHeaderFilter()
                .doFilter(
                        direct,
                        new org.springframework.mock.web.MockHttpServletResponse(),
                        (request, response) ->
                                seen[0] = Throttle.address((jakarta.servlet.http.HttpServletRequest) request));

        assertThat(seen[0]).isEqualTo("203.0.113.7");
    }

    @Test
    void aSiteOfIPv6IsOneSource() {
        assertThat(throttle.source(from("2001:db8:1:2:aaaa::1")))
                .isEqualTo(throttle.source(from("2001:db8:1:2:bbbb::2")));
        assertThat(throttle.source(from("2001:db8:1:2::1"))).isNotEqualTo(throttle.source(from("2001:db8:1:3::1")));
    }

    @Test
    void anAddressCantBeFollowedFromOneDayToTheNextNorToldFromWhatIsKept() {
        var today = throttle.source(from("203.0.113.7"));
        assertThat(throttle.source(from("203.0.113.7"))).isEqualTo(today);
        assertThat(new Throttle(LIMITS, clock).source(from("203.0.113.7")))
                .as("of another node")
                .isNotEqualTo(today);
        clock.pass(Duration.ofHours(24));

        assertThat(throttle.source(from("203.0.113.7"))).isNotEqualTo(today);
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest("POST", "/gop-y/vong");
        request.setRemoteAddr(address);
        return request;
    }

    private static MockHttpServletRequest named(String name) {
        var request = from("127.0.0.1");
        request.addHeader("X-Forwarded-For", name);
        return request;
    }

    /** A clock set by hand. */
    private static final class Hand extends Clock {

        private Instant now;

        Hand(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

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
