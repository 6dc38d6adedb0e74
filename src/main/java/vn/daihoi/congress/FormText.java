package vn.daihoi.congress;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes what a form shows, in the light markup that form texts understand. */
public final class FormText {

    private FormText() {}

    /** What people typed, so that it shows as typed: on one line, without markup or tags of its own. */
    public static String plain(String typed) {
        return typed.strip().replaceAll("\\s+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
    }

    /** Sentences as a list, one below the other. */
    public static String list(Collection<String> sentences) {
        return sentences.stream().map(sentence -> "- " + plain(sentence)).collect(Collectors.joining("\n"));
    }
}
