package vn.daihoi.congress;

import java.util.List;

/**
 * A decision table in words, for whoever looks after it or is bound by it.
 *
 * @param name what it is called
 * @param about what it is about
 * @param version number of the deployed version
 * @param headers names of the columns
 * @param rows its lines, each with a cell for each column
 * @param notes what was noted beside the rules, each with the rule it belongs to in front
 */
public record ReadableTable(
        String name, String about, int version, List<String> headers, List<List<String>> rows, List<String> notes) {}
