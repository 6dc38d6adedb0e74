package vn.daihoi.consultation;

import java.security.SecureRandom;
import vn.daihoi.document.text.Search;

/** Addresses of rounds that can be read out and typed from a poster. */
final class Slug {

    /** Without letters and digits that are mistaken for one another. */
    private static final String LETTERS = "abcdefghkmnpqrstuvwxyz23456789";

    private static final int WORDS = 30;
    private static final int RANDOM = 6;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Slug() {}

    /** The title without accents, and a few letters that keep rounds apart: {@code bao-cao-chinh-tri-k7m2xq}. */
    static String of(String title) {
        var words = Search.normal(title).replaceAll("[^a-z0-9]+", "-");
        var slug = new StringBuilder(
                words.substring(0, Math.min(WORDS, words.length())).replaceAll("^-|-$", ""));
        if (!slug.isEmpty()) {
            slug.append('-');
        }
        for (int at = 0; at < RANDOM; at++) {
            slug.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return slug.toString();
    }
}
