package vn.daihoi.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.cell.CellCongresses;
import vn.daihoi.cell.CellStatus;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressFlow;
import vn.daihoi.congress.CongressStatus;
import vn.daihoi.congress.Congresses;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentStatus;
import vn.daihoi.document.Documents;
import vn.daihoi.engine.RefusalException;
import vn.daihoi.engine.StandIn;
import vn.daihoi.engine.WorkList;
import vn.daihoi.engine.WorkList.OpenTask;

/**
 * Brings the first demo ward to the afternoon of the working group's session, by the steps its people would take: whoever
 * has a task completes it through the form gate. Each step looks at what is there and is one transaction under a lock, so
 * that it may be broken off and taken up again anywhere, also by two nodes at once. Told once, it is never told again:
 * what people do with the ward from then on is theirs.
 */
@Component
@ConditionalOnProperty(name = "daihoi.demo", havingValue = "true", matchIfMissing = true)
class DemoStory {

    private static final long LOCK = 0x6461_6968_6f69_0004L;
    private static final int TASKS = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final WorkList work;
    private final StandIn standIn;
    private final CongressFlow flow;
    private final Congresses congresses;
    private final CellCongresses cells;
    private final Documents documents;
    private final DemoPeople people;
    private final DemoDocuments texts;
    private final DemoRound round;
    private final DemoSession session;
    private final Clock clock;

    DemoStory(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            WorkList work,
            StandIn standIn,
            CongressFlow flow,
            Congresses congresses,
            CellCongresses cells,
            Documents documents,
            DemoPeople people,
            DemoDocuments texts,
            DemoRound round,
            DemoSession session,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.work = work;
        this.standIn = standIn;
        this.flow = flow;
        this.congresses = congresses;
        this.cells = cells;
        this.documents = documents;
        this.people = people;
        this.texts = texts;
        this.round = round;
        this.session = session;
        this.clock = clock;
    }

    /** Where the story is. */
    enum State {
        /** Something was done just now. */
        MOVED,
        /** The engine has to catch up first. */
        WAITING,
        /** It is told. */
        TOLD
    }

    /** Whether it was told before. */
    boolean told() {
        return jdbc.sql("select exists (select 1 from demo_story where ward = :ward)")
                .param("ward", DemoPeople.WARD)
                .query(Boolean.class)
                .single();
    }

    /** Does all that can be done now. */
    State tell() {
        if (told()) {
            return State.TOLD;
        }
        var found = congress();
        if (found.isEmpty()) {
            return once(this::open);
        }
        var congress = found.get(0);
        var state = State.WAITING;
        for (var person : DemoPeople.ALL) {
            for (var task : work.openTasks(person, TASKS)) {
                if (once(() -> complete(congress, task, person)) == State.MOVED) {
                    state = State.MOVED;
                }
            }
        }
        for (var report : politicalReports(congress)) {
            // what strangers send is stored in transactions of its own, outside our lock
            if (round.speak(report) || once(() -> round.moderate(report)) == State.MOVED) {
                state = State.MOVED;
            }
        }
        return state == State.WAITING && finished(congress) ? once(this::end) : state;
    }

    private boolean open() {
        if (!congress().isEmpty()) {
            return false;
        }
        standIn.start(flow.process(), DemoPeople.OFFICE, Map.of("term", "2025–2030"));
        return true;
    }

    private boolean complete(Congress congress, OpenTask task, String person) {
        var key = task.businessKey();
        if (key == null) {
            return false;
        }
        var form = people.answer(congresses.get(congress.id()), key, person);
        form.ifPresent(filled -> standIn.complete(task.id(), person, filled));
        return form.isPresent();
    }

    private boolean end() {
        jdbc.sql("insert into demo_story (ward, told_at) values (:ward, :at) on conflict do nothing")
                .param("ward", DemoPeople.WARD)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return true;
    }

    /** Whether everything stands where the story ends, or people took it elsewhere. */
    private boolean finished(Congress congress) {
        if (congress.status() != CongressStatus.CELLS_RUNNING) {
            return congress.status() == CongressStatus.CANCELLED || congress.status() == CongressStatus.READY;
        }
        var opened = cells.openedIds(congress.id());
        var written = documents.openedIds(congress.id());
        return !opened.isEmpty()
                && !written.isEmpty()
                && opened.stream().allMatch(id -> cells.get(id).status() == CellStatus.RECOGNISED)
                && written.stream()
                        .map(documents::get)
                        .allMatch(one -> one.status() == DocumentStatus.CLEARED && round.prepared(one))
                && politicalReports(congress).stream().allMatch(round::complete)
                && session.complete(congress);
    }

    private List<Document> politicalReports(Congress congress) {
        return documents.openedIds(congress.id()).stream()
                .map(documents::get)
                .filter(texts::isPoliticalReport)
                .toList();
    }

    /** Those of the ward, called off or not, the standing one first. */
    private List<Congress> congress() {
        return congresses.visible(DemoPeople.OFFICE).stream()
                .filter(congress -> congress.ward().equals(DemoPeople.WARD))
                .toList();
    }

    private State once(BooleanSupplier step) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                                .param("lock", LOCK)
                                .query((rs, row) -> 0)
                                .list();
                        return step.getAsBoolean();
                    }))
                    ? State.MOVED
                    : State.WAITING;
        } catch (RefusalException refused) {
            if (refused.kind() == RefusalException.Kind.ALREADY_DONE) {
                return State.WAITING;
            }
            throw refused;
        }
    }
}
