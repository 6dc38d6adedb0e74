package vn.daihoi.engine;

import java.util.List;

/**
 * A deployed decision table as it is written, for people to read.
 *
 * @param name what it is called
 * @param about what it is about; empty when it doesn't say
 * @param version number of the deployed version, from 1
 * @param inputs its conditions
 * @param outputs what it says
 * @param rows its rules, in order
 */
public record DecisionTable(
        String name, String about, int version, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    /**
     * A column.
     *
     * @param name as code names it
     * @param label as people read it
     */
    public record Column(String name, String label) {}

    /**
     * A rule.
     *
     * @param inputs its cells in the table's own language, in the order of the columns; empty where anything will do
     * @param outputs likewise; empty where the rule says nothing
     * @param note what its author noted; empty for nothing
     */
    public record Row(List<String> inputs, List<String> outputs, String note) {}
}
