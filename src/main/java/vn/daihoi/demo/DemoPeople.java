package vn.daihoi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongress;
import vn.daihoi.cell.CellCongresses;
import vn.daihoi.cell.CellReport;
import vn.daihoi.cell.CellStatus;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentStatus;
import vn.daihoi.document.Documents;
import vn.daihoi.review.SessionStatus;

/** What each person of the first demo ward does when a task is theirs; days follow from today. */
@Component
@ConditionalOnProperty(name = "daihoi.demo", havingValue = "true", matchIfMissing = true)
class DemoPeople {

    /** The ward the story is about. */
    static final String WARD = "dm";

    static final String OFFICE = "vanphong." + WARD;
    static final String SECRETARY = "bithu." + WARD;
    static final String EDITOR = "bientap1." + WARD;
    static final List<String> CELLS = IntStream.rangeClosed(1, 10)
            .mapToObj(number -> "chibo%02d.%s".formatted(number, WARD))
            .toList();
    static final List<String> ORGANISATIONS = Stream.of("mttq", "doantn", "phunu", "ccb", "congdoan")
            .map(code -> code + "." + WARD)
            .toList();

    /** Everybody who does something. */
    static final List<String> ALL = Stream.of(
                    List.of(OFFICE, SECRETARY, EDITOR, DemoSession.SUPERIOR_OFFICE),
                    CELLS,
                    ORGANISATIONS,
                    DemoSession.MEMBERS)
            .flatMap(List::stream)
            .toList();

    /** Its first vote fails. */
    private static final String VOTES_TWICE = WARD + ".cb05";

    /** It forgets the number of its minutes. */
    private static final String FORGETS_MINUTES = WARD + ".cb07";

    private final CellCongresses cells;
    private final Documents documents;
    private final DemoDocuments texts;
    private final Rounds rounds;
    private final DemoRound round;
    private final DemoSession session;
    private final Clock clock;

    DemoPeople(
            CellCongresses cells,
            Documents documents,
            DemoDocuments texts,
            Rounds rounds,
            DemoRound round,
            DemoSession session,
            Clock clock) {
        this.cells = cells;
        this.documents = documents;
        this.texts = texts;
        this.rounds = rounds;
        this.round = round;
        this.session = session;
        this.clock = clock;
    }

    /**
     * What a person fills into the form of a task, after doing what has to be done before.
     *
     * @param key the business record the task is about
     * @return empty for a task that is left to whoever tries the demo
     */
    Optional<Map<String, Object>> answer(Congress congress, String key, String person) {
        if (key.equals(congress.id())) {
            return congress(congress, person);
        }
        if (cells.openedIds(congress.id()).contains(key)) {
            return cell(cells.get(key), person);
        }
        if (documents.openedIds(congress.id()).contains(key)) {
            return document(documents.get(key), person);
        }
        var meeting = session.find(congress, key);
        if (meeting.isPresent()) {
            return meeting.get().status() == SessionStatus.SCHEDULED && !reportable(congress)
                    ? Optional.empty()
                    : session.answer(meeting.get(), person);
        }
        // the rounds on the other documents are left to whoever tries the demo
        return rounds.find(key)
                .filter(one -> texts.isPoliticalReport(documents.get(one.document())) && one.number() == 1)
                .flatMap(one -> round.answer(one, person));
    }

    /** Whether the figures in the ward's report to the working group say what its words say. */
    private boolean reportable(Congress congress) {
        return cells.openedIds(congress.id()).stream()
                        .allMatch(id -> cells.get(id).status() == CellStatus.RECOGNISED)
                && documents.openedIds(congress.id()).stream()
                        .allMatch(id -> documents.get(id).status() == DocumentStatus.CLEARED);
    }

    private Optional<Map<String, Object>> congress(Congress congress, String person) {
        var day = today().plusDays(45);
        return switch (congress.status()) {
            case DRAFT, RETURNED ->
                when(
                        person.equals(OFFICE),
                        Map.of(
                                "openingDate", day.toString(),
                                "closingDate", day.plusDays(1).toString(),
                                "venue", "Hội trường phường Demo",
                                "contents", "FOUR",
                                "ruleSet", "CT45-2025"));
            case SUBMITTED -> when(person.equals(SECRETARY), Map.of("decision", "APPROVE"));
            default -> Optional.empty();
        };
    }

    private Optional<Map<String, Object>> cell(CellCongress cell, String person) {
        return switch (cell.status()) {
            case PLANNING ->
                when(
                        CELLS.contains(person),
                        Map.of(
                                "plannedDate",
                                today().toString(),
                                "venue",
                                "Phòng họp của " + cells.name(cell).replaceFirst("^Chi bộ", "chi bộ")));
            case PLAN_SUBMITTED -> when(person.equals(OFFICE), Map.of("decision", "CLEAR"));
            case CLEARED, INCOMPLETE -> CELLS.contains(person) ? Optional.of(result(cell)) : Optional.empty();
            case REPORTED -> person.equals(OFFICE) ? Optional.of(check(cell.report())) : Optional.empty();
            case CHECKED ->
                when(
                        person.equals(SECRETARY),
                        Map.of("decision", "RECOGNISE", "decisionNumber", "QĐ-Demo-" + number(cell)));
            case RECOGNISED, CANCELLED -> Optional.empty();
        };
    }

    private Map<String, Object> result(CellCongress cell) {
        int members = DemoOrganisation.WARDS
                .get(0)
                .cells()
                .get(Integer.parseInt(number(cell)) - 1)
                .members();
        boolean again = cell.cell().equals(VOTES_TWICE) && cell.round() == 1;
        boolean forgets = cell.cell().equals(FORGETS_MINUTES) && cell.report() == null;
        Map<String, Object> held = new HashMap<>(Map.of(
                "outcome",
                again ? "REVOTE" : "HELD",
                "heldOn",
                today().toString(),
                "convened",
                members,
                "present",
                members - members / 15));
        if (again) {
            held.put("reason", "Lần bầu thứ nhất chưa đủ số lượng cấp ủy viên, phải tổ chức bầu lại.");
        } else if (!forgets) {
            held.put("minutesNumber", "BB-" + number(cell));
        }
        return held;
    }

    private static Map<String, Object> check(@Nullable CellReport report) {
        return report == null || report.minutesNumber() == null
                ? Map.of("decision", "INCOMPLETE", "reason", "Chưa ghi số biên bản đại hội chi bộ.")
                : Map.of("decision", "COMPLETE");
    }

    private Optional<Map<String, Object>> document(Document document, String person) {
        if (!texts.knows(document)) {
            return Optional.empty();
        }
        return switch (document.status()) {
            case DRAFTING, RETURNED -> {
                if (!person.equals(EDITOR)) {
                    yield Optional.empty();
                }
                texts.publish(document, person);
                yield Optional.of(Map.of("note", "Tổ biên tập trình dự thảo lần 1."));
            }
            case SUBMITTED -> when(person.equals(SECRETARY), Map.of("decision", "CLEAR"));
            default -> Optional.empty();
        };
    }

    /** "05" of "dm.cb05". */
    private static String number(CellCongress cell) {
        return cell.cell().substring(cell.cell().length() - 2);
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    private static Optional<Map<String, Object>> when(boolean theirs, Map<String, Object> form) {
        return theirs ? Optional.of(form) : Optional.empty();
    }
}
