package vn.daihoi.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One task of a cell's congress as every side completes it.
 *
 * @param element id of the user task
 * @param byWard who does it: the ward's account with this prefix, or null for the cell's own
 * @param form what the person fills in
 * @param outcomes what the process needs to know of it
 */
record Step(
        String element,
        @org.jspecify.annotations.Nullable String byWard,
        Map<String, Object> form,
        Map<String, Object> outcomes) {

    /** The straight way through the process. */
    static List<Step> all(LocalDate today) {
        return List.of(
                new Step(
                        "UserTask_PlanCellCongress",
                        null,
                        Map.of("plannedDate", today.toString(), "venue", "Nhà văn hóa khu phố", "note", "Buổi sáng"),
                        Map.of()),
                new Step(
                        "UserTask_ClearCellPlan",
                        "vanphong",
                        Map.of("decision", "CLEAR"),
                        Map.of("planOutcome", "CLEARED")),
                new Step(
                        "UserTask_ReportResult",
                        null,
                        Map.of(
                                "outcome",
                                "HELD",
                                "heldOn",
                                today.toString(),
                                "convened",
                                40,
                                "present",
                                38,
                                "minutesNumber",
                                "03-BB/CB"),
                        Map.of("resultOutcome", "HELD")),
                new Step(
                        "UserTask_CheckResult",
                        "vanphong",
                        Map.of("decision", "COMPLETE"),
                        Map.of("checkOutcome", "COMPLETE")),
                new Step(
                        "UserTask_RecogniseResult",
                        "bithu",
                        Map.of("decision", "RECOGNISE", "decisionNumber", "15-QĐ/ĐU"),
                        Map.of("recognitionOutcome", "RECOGNISED")));
    }

    /** Form and outcomes together, as a form without a gate would store them. */
    Map<String, Object> everything() {
        var all = new LinkedHashMap<String, Object>(form);
        all.putAll(outcomes);
        return all;
    }
}
