package vn.daihoi.engine;

/**
 * A process variable that our code reads or writes: a reference to a record of ours or the outcome of a step, never
 * text that people wrote. Each one is declared once, in the typed class of its process.
 *
 * @param name name in the model
 * @param type String, Boolean, Integer, Long or Date
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    /** A variable that holds a reference or the name of an outcome. */
    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }
}
