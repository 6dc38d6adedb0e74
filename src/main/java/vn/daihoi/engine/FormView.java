package vn.daihoi.engine;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values a form opens with. */
public final class FormView {

    /**
     * One choice of a select field.
     *
     * @param value what is sent back
     * @param label what is shown
     */
    public record Option(String value, String label) {}

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A form that opens empty. */
    public static FormView empty() {
        return new FormView();
    }

    /** Prefills a text field; null leaves it empty. */
    public FormView with(String name, @Nullable String value) {
        return put(name, value);
    }

    /**
     * Shows a text that no field holds, one line a paragraph; null hides it. Such a text is rendered as Markdown in the
     * browser, so whatever people wrote is made harmless here: it stands there as they typed it.
     */
    public FormView shown(String name, @Nullable String text) {
        return put(name, text == null ? null : asTyped(text));
    }

    /** Shows several such lines as a list; an empty list hides it. */
    public FormView shown(String name, List<String> lines) {
        return put(
                name,
                lines.isEmpty()
                        ? null
                        : lines.stream().map(line -> "- " + asTyped(line)).collect(Collectors.joining("\n")));
    }

    private static String asTyped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '#', '+', '-', '!', '|', '~', '.' ->
                    safe.append('\\').append(c);
                case '\n' -> safe.append("  \n");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Prefills a number; null leaves it empty. */
    public FormView with(String name, @Nullable Integer value) {
        return put(name, value);
    }

    /** Prefills a date; null leaves it empty. */
    public FormView with(String name, @Nullable LocalDate value) {
        return put(name, value == null ? null : value.toString());
    }

    /** Prefills a choice; null leaves it empty. */
    public FormView with(String name, @Nullable Enum<?> value) {
        return put(name, value == null ? null : value.name());
    }

    /** Gives a select field its choices, by the field's {@code valuesKey}. */
    public FormView options(String valuesKey, List<Option> options) {
        return put(valuesKey, List.copyOf(options));
    }

    /** All values by name, in the order given. */
    public Map<String, Object> values() {
        return values;
    }

    private FormView put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }
}
