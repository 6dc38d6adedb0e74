package vn.daihoi.consultation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What signs forms and receipts of the public page: made by whichever node starts first, the same for all. */
@Component
class IntakeSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    IntakeSecret(JdbcClient jdbc) {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into intake_secret (id, secret) values (1, ?) on conflict (id) do nothing")
                .param(fresh)
                .update();
        key = new SecretKeySpec(
                jdbc.sql("select secret from intake_secret").query(byte[].class).single(), ALGORITHM);
    }

    /**
     * HMAC-SHA-256 of a text, 32 bytes.
     *
     * @param purpose what it is for; what is signed for one purpose says nothing for another
     */
    byte[] sign(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
