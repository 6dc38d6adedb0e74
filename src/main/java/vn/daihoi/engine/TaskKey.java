package vn.daihoi.engine;

/**
 * One user task of one process model.
 *
 * @param process id of the process definition, for example {@code cellCongress}
 * @param element id of the user task in the model, for example {@code UserTask_ReportResult}
 */
public record TaskKey(String process, String element) {}
