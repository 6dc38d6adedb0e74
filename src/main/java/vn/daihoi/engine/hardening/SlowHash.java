package vn.daihoi.engine.hardening;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * PBKDF2 with HMAC-SHA-256 and 310,000 rounds (about 160 ms) instead of the engine's single SHA-512. Not bcrypt: it
 * reads 72 bytes only, and the engine appends its own salt to the password.
 */
final class SlowHash implements PasswordEncryptor {

    private final Pbkdf2PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "pbkdf2-sha256-310000";
    }
}
