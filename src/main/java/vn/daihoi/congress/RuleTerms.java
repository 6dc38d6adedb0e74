package vn.daihoi.congress;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people call the values that a column of the decision tables holds as codes. The module that owns such values
 * provides them, so that the tables can be read without knowing the codes.
 *
 * @param column name of the column
 * @param titles the Vietnamese name of each code
 */
public record RuleTerms(String column, Map<String, String> titles) {

    /** The same for the values of an enumeration. */
    public static <E extends Enum<E>> RuleTerms of(String column, E[] values, Function<E, String> title) {
        return new RuleTerms(column, Arrays.stream(values).collect(Collectors.toMap(Enum::name, title)));
    }
}
