package vn.daihoi.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** An immutable set of process variables with their values. */
public final class ProcessValues {

    private final Map<String, Object> values;

    private ProcessValues(Map<String, Object> values) {
        this.values = values;
    }

    /** No values. */
    public static ProcessValues none() {
        return new ProcessValues(Map.of());
    }

    /** One value; more follow with {@link #and}. */
    public static <T> ProcessValues of(ProcessVariable<T> variable, T value) {
        return none().and(variable, value);
    }

    /** These values and one more; a value already there is replaced. */
    public <T> ProcessValues and(ProcessVariable<T> variable, T value) {
        var more = new LinkedHashMap<>(values);
        more.put(variable.name(), value);
        return new ProcessValues(Map.copyOf(more));
    }

    /** The values by variable name. */
    public Map<String, Object> asMap() {
        return values;
    }
}
