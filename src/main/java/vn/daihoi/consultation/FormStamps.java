package vn.daihoi.consultation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The stamp in each form of the public page: when it was given out and a number of its own, signed. It keeps away
 * programs that fill in faster than people and forms that were kept for long, and needs neither session nor table.
 */
@Component
public class FormStamps {

    /** Nobody reads a form and writes a comment in less. */
    static final Duration LEAST = Duration.ofSeconds(3);

    /** A form left open overnight still goes through. */
    static final Duration MOST = Duration.ofHours(24);

    private static final int OWN_BYTES = 8;
    private static final int SIGNED_BYTES = Long.BYTES + OWN_BYTES;
    private static final int SIGNATURE_BYTES = 16;

    private final IntakeSecret secret;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FormStamps(IntakeSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** What a stamp is worth. */
    public enum Age {
        /** Good. */
        GOOD,
        /** Given out a moment ago. */
        TOO_YOUNG,
        /** Given out long ago, or not by us for this round. */
        TOO_OLD
    }

    /** A new one for a form of this round; 43 letters, digits, dashes and underscores. */
    public String issue(Round round) {
        var own = new byte[OWN_BYTES];
        random.nextBytes(own);
        var signed = ByteBuffer.allocate(SIGNED_BYTES)
                .putLong(clock.millis())
                .put(own)
                .array();
        var stamp = ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES)
                .put(signed)
                .put(signature(round, signed))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(stamp);
    }

    /** What this one is worth now. */
    public Age age(Round round, String stamp) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(stamp);
        } catch (IllegalArgumentException forged) {
            return Age.TOO_OLD;
        }
        if (bytes.length != SIGNED_BYTES + SIGNATURE_BYTES) {
            return Age.TOO_OLD;
        }
        var signed = Arrays.copyOf(bytes, SIGNED_BYTES);
        var signature = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(round, signed))) {
            return Age.TOO_OLD;
        }
        var issued = Instant.ofEpochMilli(ByteBuffer.wrap(signed).getLong());
        var age = Duration.between(issued, clock.instant());
        if (age.compareTo(LEAST) < 0) {
            return Age.TOO_YOUNG;
        }
        return age.compareTo(MOST) > 0 ? Age.TOO_OLD : Age.GOOD;
    }

    private byte[] signature(Round round, byte[] signed) {
        var text = round.id() + '\n' + Base64.getEncoder().encodeToString(signed);
        return Arrays.copyOf(secret.sign("stamp", text), SIGNATURE_BYTES);
    }
}
