package vn.daihoi.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.daihoi.support.IntegrationTest;

@IntegrationTest
class SlowHashTest {

    private static final int SALT_BYTES = 16;

    @Autowired
    private ProcessEngine engine;

    private final SlowHash hash = new SlowHash();

    @Test
    void knowsItsPasswordAndNoOther() {
        var encrypted = hash.encrypt("Chuyen-2026-thu");
        assertThat(hash.check("Chuyen-2026-thu", encrypted)).isTrue();
        assertThat(hash.check("Chuyen-2026-thU", encrypted)).isFalse();
        assertThat(hash.encrypt("Chuyen-2026-thu")).as("a salt of its own").isNotEqualTo(encrypted);
    }

    @Test
    void takesTheRoundsThatItsNameSays() throws GeneralSecurityException {
        var encrypted = HexFormat.of().parseHex(hash.encrypt("Chuyen-2026-thu"));
        var salt = Arrays.copyOf(encrypted, SALT_BYTES);
        var key = Arrays.copyOfRange(encrypted, SALT_BYTES, encrypted.length);
        var again = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec("Chuyen-2026-thu".toCharArray(), salt, 310_000, key.length * Byte.SIZE));
        assertThat(again.getEncoded()).isEqualTo(key);
        assertThat(hash.hashAlgorithmName()).isEqualTo("pbkdf2-sha256-310000");
    }

    @Test
    void isWhatTheEngineIsSetUpWith() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.getPasswordEncryptor()).isInstanceOf(SlowHash.class);
    }
}
