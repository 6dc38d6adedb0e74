package vn.daihoi.consultation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.VietnamTime;

/**
 * How often one address and how often all together may send a comment or try a receipt code. An address is known here
 * only by its HMAC under a secret of the day, in memory, and is neither logged nor stored.
 */
@Component
class Throttle {

    /** An attacker with more addresses than this meets the limit for all together. */
    private static final int MOST_SOURCES = 100_000;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    /** One household's or office's share of IPv6, in which a device takes a new address whenever it likes. */
    private static final int SITE_BYTES = 8;

    /** IPv4, or anything with a colon, of which Java makes an IPv6 address or nothing. */
    private static final Pattern DIGITS = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)|[0-9A-Fa-f.]{0,4}:[0-9A-Fa-f:.]{1,45}");

    private final PublicIntake limits;
    private final Clock clock;
    private final TimeMeter meter;
    private final Bucket overall;
    private final Cache<Source, Bucket> comments;
    private final Cache<Source, Bucket> lookups;
    private volatile Secret secret;

    Throttle(PublicIntake limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        meter = new ClockMeter(clock);
        overall = bucket(limits.overall(), limits.overallTime());
        comments = sources();
        lookups = sources();
        secret = Secret.of(VietnamTime.today(clock));
    }

    /** An address of today that can't be told. */
    record Source(long one, long other) {}

    private record Secret(LocalDate day, SecretKeySpec key) {

        static Secret of(LocalDate day) {
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            return new Secret(day, new SecretKeySpec(bytes, ALGORITHM));
        }
    }

    /** How long whoever asks has to wait before sending a comment; empty when it may be sent now, which is counted. */
    Optional<Duration> comment(Source source) {
        return wait(comments.get(source, none -> bucket(limits.perSource(), limits.perSourceTime())))
                .or(() -> wait(overall));
    }

    /** How long whoever asks has to wait before trying another receipt code; empty when it may now, which is counted. */
    Optional<Duration> lookup(Source source) {
        return wait(lookups.get(source, none -> bucket(limits.lookups(), limits.perSourceTime())));
    }

    /** Who asks. */
    Source source(HttpServletRequest request) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(today().key());
            var digest = ByteBuffer.wrap(mac.doFinal(site(address(request))));
            return new Source(digest.getLong(), digest.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Secret today() {
        var day = VietnamTime.today(clock);
        var current = secret;
        if (!current.day().equals(day)) {
            synchronized (this) {
                current = secret;
                if (!current.day().equals(day)) {
                    current = Secret.of(day);
                    secret = current;
                }
            }
        }
        return current;
    }

    private static Optional<Duration> wait(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())));
    }

    private Bucket bucket(int capacity, Duration time) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(Bandwidth.builder()
                        .capacity(capacity)
                        .refillGreedy(capacity, time)
                        .build())
                .build();
    }

    private Cache<Source, Bucket> sources() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_SOURCES)
                // a bucket untouched for so long is full again
                .expireAfterAccess(limits.perSourceTime())
                .build();
    }

    /**
     * The address a request came from. What a proxy adds counts only when the proxy stands in our own network, and of a
     * list only the last address from outside: all before it anybody can write.
     */
    static String address(HttpServletRequest request) {
        var raw = request;
        while (raw instanceof HttpServletRequestWrapper wrapper
                && wrapper.getRequest() instanceof HttpServletRequest inner) {
            raw = inner;
        }
        var address = raw.getRemoteAddr();
        // some proxies add to the line there is, others add a line
        var hops = String.join(",", Collections.list(raw.getHeaders("X-Forwarded-For")))
                .split(",");
        for (int at = hops.length - 1; at >= 0 && !hops[at].isBlank() && ours(address); at--) {
            address = hops[at].strip();
        }
        return address;
    }

    private static boolean ours(String address) {
        var bytes = bytes(address);
        if (bytes.length == 0) {
            return false;
        }
        try {
            var host = InetAddress.getByAddress(bytes);
            // fc00::/7 are the private addresses of IPv6
            return host.isLoopbackAddress()
                    || host.isSiteLocalAddress()
                    || host.isLinkLocalAddress()
                    || bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] site(String address) {
        var bytes = bytes(address);
        return bytes.length == 16 ? Arrays.copyOf(bytes, SITE_BYTES) : bytes;
    }

    /** Of an address in digits; empty for anything else, which then counts as one source: names are never looked up. */
    private static byte[] bytes(String address) {
        if (!DIGITS.matcher(address).matches()) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }

    /** The clock of the house for the buckets. */
    private static final class ClockMeter implements TimeMeter {

        private final Clock clock;

        ClockMeter(Clock clock) {
            this.clock = clock;
        }

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
