package vn.daihoi.consultation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The codes by which authors follow what they said: "7KQ2-M9XD-4TCH". A code follows from the round and the origin of the
 * comment under a secret, so that whoever sends the same again gets the same; what is stored is its SHA-256.
 */
@Component
public class Receipts {

    /** Crockford's: no letter that is read or heard as another or as a digit. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 60 bits: of 300,000 codes one guess in 2^42 meets one. */
    private static final int LENGTH = 12;

    private static final int GROUP = 4;

    private final IntakeSecret secret;

    Receipts(IntakeSecret secret) {
        this.secret = secret;
    }

    /** The code of what came under this origin in this round. */
    String of(String round, String origin) {
        var digest = secret.sign("receipt", round + '\n' + origin);
        var code = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            if (at > 0 && at % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(digest[at] & 31));
        }
        return code.toString();
    }

    /**
     * A code as it was given out, from what somebody typed: case, blanks and dashes don't matter, nor an O for a zero or
     * an I or L for a one. What can't be a code comes out as something that is none.
     */
    public static String normal(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
        return letters.length() == LENGTH
                ? letters.substring(0, GROUP)
                        + '-'
                        + letters.substring(GROUP, 2 * GROUP)
                        + '-'
                        + letters.substring(2 * GROUP)
                : letters;
    }

    /** What is stored of a code, however it was typed: SHA-256 in 64 hexadecimal digits. */
    public static String hash(String typed) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(normal(typed).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
