package vn.daihoi.organisation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes passwords that can be read out: no letters or digits that look alike. */
@Component
class Passwords {

    private static final int LENGTH = 16;
    /** Each must occur, as the engine's password policy asks. */
    private static final List<String> ALPHABETS =
            List.of("abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "-+=!?@#%");

    private final SecureRandom random = new SecureRandom();

    String generate() {
        var all = String.join("", ALPHABETS);
        List<Character> letters = new ArrayList<>();
        ALPHABETS.forEach(alphabet -> letters.add(pick(alphabet)));
        while (letters.size() < LENGTH) {
            letters.add(pick(all));
        }
        Collections.shuffle(letters, random);
        return letters.stream().map(String::valueOf).collect(Collectors.joining());
    }

    private char pick(String alphabet) {
        return alphabet.charAt(random.nextInt(alphabet.length()));
    }
}
