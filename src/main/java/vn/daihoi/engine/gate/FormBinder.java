package vn.daihoi.engine.gate;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.RefusalException;
import vn.daihoi.engine.RefusalException.Kind;

/** Turns what was sent into the record a handler declares, or says in one sentence which field is wrong and why. */
class FormBinder {

    /** No single text may be longer, whatever its own limit says. */
    private static final int LONGEST_TEXT = 20_000;

    private final Validator validator;

    FormBinder(Validator validator) {
        this.validator = validator;
    }

    /**
     * Binds exactly the components of the record.
     *
     * @param sent the values as they came in, by field; absent and null are the same
     * @throws RefusalException when a field is not declared, ill-typed or breaks a rule
     */
    <F extends Record> F bind(Class<F> type, Map<String, ?> sent) {
        var components = type.getRecordComponents();
        var declared = Arrays.stream(components).map(RecordComponent::getName).toList();
        for (var name : sent.keySet()) {
            if (!declared.contains(name)) {
                throw wrong(null, "Biểu mẫu không có trường «" + shortened(name) + "».");
            }
        }
        var arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var converted = convert(components[i], sent.get(components[i].getName()));
            if (converted instanceof Converted.Bad bad) {
                throw wrong(components[i].getName(), "Trường «" + label(components[i]) + "» " + bad.why() + ".");
            }
            arguments[i] = ((Converted.Good) converted).value();
        }
        F form = instantiate(type, arguments);
        var violations = validator.validate(form);
        if (!violations.isEmpty()) {
            throw first(violations, declared, components);
        }
        return form;
    }

    private static <F> RefusalException first(
            Set<ConstraintViolation<F>> violations, List<String> declared, RecordComponent[] components) {
        var violation = violations.stream()
                .min(Comparator.comparingInt((ConstraintViolation<F> v) ->
                                declared.indexOf(v.getPropertyPath().toString()))
                        .thenComparing(ConstraintViolation::getMessage))
                .orElseThrow();
        var name = violation.getPropertyPath().toString();
        int index = declared.indexOf(name);
        return index < 0
                ? wrong(null, violation.getMessage() + ".")
                : wrong(name, "Trường «" + label(components[index]) + "» " + violation.getMessage() + ".");
    }

    private sealed interface Converted {
        record Good(@Nullable Object value) implements Converted {}

        record Bad(String why) implements Converted {}
    }

    private static Converted convert(RecordComponent component, @Nullable Object sent) {
        Class<?> type = component.getType();
        if (sent == null || (sent instanceof String text && text.isBlank())) {
            return new Converted.Good(null);
        }
        if (type == String.class) {
            return sent instanceof String text ? text(text) : new Converted.Bad("phải là chữ");
        }
        if (type == Boolean.class) {
            return sent instanceof Boolean ? new Converted.Good(sent) : new Converted.Bad("phải là có hoặc không");
        }
        if (type == Integer.class || type == Long.class) {
            return number(type, sent);
        }
        if (type == LocalDate.class) {
            return date(sent);
        }
        if (type.isEnum()) {
            return choice(type, sent);
        }
        throw new IllegalStateException("A form has no field of type " + type.getName());
    }

    private static Converted text(String text) {
        if (text.length() > LONGEST_TEXT) {
            return new Converted.Bad("dài quá " + LONGEST_TEXT + " ký tự");
        }
        boolean clean = text.chars().noneMatch(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f)
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return clean ? new Converted.Good(text.strip()) : new Converted.Bad("có ký tự không hợp lệ");
    }

    private static Converted number(Class<?> type, Object sent) {
        if (!(sent instanceof Integer || sent instanceof Long || sent instanceof Short || sent instanceof Double)) {
            return new Converted.Bad("phải là số");
        }
        double value = ((Number) sent).doubleValue();
        if (value != Math.rint(value) || Double.isInfinite(value)) {
            return new Converted.Bad("phải là số nguyên");
        }
        double largest = type == Integer.class ? Integer.MAX_VALUE : 1L << 53;
        if (Math.abs(value) > largest) {
            return new Converted.Bad("quá lớn");
        }
        return new Converted.Good(
                type == Integer.class ? (Object) ((Number) sent).intValue() : (Object) ((Number) sent).longValue());
    }

    private static Converted date(Object sent) {
        var bad = new Converted.Bad("phải là ngày hợp lệ");
        if (!(sent instanceof String text) || text.length() > 10) {
            return bad;
        }
        try {
            return new Converted.Good(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return bad;
        }
    }

    private static Converted choice(Class<?> type, Object sent) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(sent)) {
                return new Converted.Good(constant);
            }
        }
        return new Converted.Bad("phải là một trong các lựa chọn đã cho");
    }

    private static <F extends Record> F instantiate(Class<F> type, @Nullable Object[] arguments) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "The record of a form checks nothing in its constructor: " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String label(RecordComponent component) {
        var label = component.getAnnotation(Label.class);
        return label == null ? component.getName() : label.value();
    }

    /** A name that a stranger sent, safe to show again. */
    private static String shortened(String name) {
        var safe = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return safe.length() > 60 ? safe.substring(0, 60) + "…" : safe;
    }

    private static RefusalException wrong(@Nullable String field, String message) {
        return new RefusalException(Kind.INVALID, field, message);
    }
}
