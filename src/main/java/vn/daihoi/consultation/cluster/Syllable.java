package vn.daihoi.consultation.cluster;

import java.util.Set;

/**
 * Tells Vietnamese syllables from slips of the typing hand. A word that is none was often typed by the Telex method with
 * the converter off, and has its letters put right.
 */
final class Syllable {

    private static final Set<String> BEGINNINGS = Set.of(
            "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
            "r", "s", "t", "th", "tr", "v", "x");

    private static final Set<String> ENDINGS = Set.of(
            ("a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet "
                            + "ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi "
                            + "om on ong ooc oong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon "
                            + "uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yeng yet yeu")
                    .split(" "));

    private static final String TONE_KEYS = "sfrxj";

    private Syllable() {}

    /** Whether a word without accents is a syllable. */
    static boolean is(String word) {
        for (int begin = Math.min(3, word.length() - 1); begin >= 0; begin--) {
            if (ENDINGS.contains(word.substring(begin)) && BEGINNINGS.contains(word.substring(0, begin))) {
                return true;
            }
        }
        return false;
    }

    /** A word with i where many write y: "lý" and "lí" are one. */
    static String shortI(String word) {
        int last = word.length() - 1;
        return last > 0 && word.charAt(last) == 'y' && "hklmstqv".indexOf(word.charAt(last - 1)) >= 0
                ? word.substring(0, last) + 'i'
                : word;
    }

    /** The syllable that was meant, as far as one can tell; else the word itself. */
    static String of(String word) {
        if (word.length() < 2 || is(word)) {
            return word;
        }
        var once = new StringBuilder();
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            if (at == 0 || letter != word.charAt(at - 1)) {
                once.append(letter);
            }
        }
        var meant = new StringBuilder();
        boolean vowel = false;
        for (int at = 0; at < once.length(); at++) {
            char letter = once.charAt(at);
            if (letter == 'w') {
                if (!vowel) {
                    meant.append('u');
                }
                vowel = true;
            } else if (!vowel || TONE_KEYS.indexOf(letter) < 0) {
                vowel |= "aeiouy".indexOf(letter) >= 0;
                meant.append(letter);
            }
        }
        return is(meant.toString()) ? meant.toString() : word;
    }
}
