package vn.daihoi.engine;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Prefills a text field, or shows a text that no field holds; null leaves it empty. What is only shown is rendered as
     * Markdown in the browser, so what people wrote is escaped by whoever composes it.
     */
    public FormView with(String name, @Nullable String value) {
        return put(name, value);
    }

    /** Prefills a number; null leaves it empty. */
    public FormView with(String name, @Nullable Integer value) {
        return put(name, value);
    }

    /** Prefills a date; null leaves it empty. */
    public FormView with(String name, @Nullable LocalDate value) {
        return put(name, value == null ? null : value.toString());
    }

    /** Ticks a box or not; null leaves it empty. */
    public FormView with(String name, @Nullable Boolean value) {
        return put(name, value);
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
