package vn.daihoi.cell;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressStatus;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Stream;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Unit;
import vn.daihoi.organisation.Units;

/**
 * The counter "n/10 chi bộ đã tổ chức" and the cells behind it, read anew each time. A cell counts once its congress was
 * held and the result recognised (decision record 0006).
 */
@Component
public class CellBoard implements Stream {

    static final String KEY = "chi-bo";

    private final CellCongressRepository repository;
    private final CellCongresses cells;
    private final Congresses congresses;
    private final Units units;
    private final Clock clock;

    CellBoard(
            CellCongressRepository repository, CellCongresses cells, Congresses congresses, Units units, Clock clock) {
        this.repository = repository;
        this.cells = cells;
        this.congresses = congresses;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The counter.
     *
     * @param recognised how many cells have held their congress and had it recognised
     * @param total how many cells have to
     * @param asOf the moment of counting
     */
    public record Progress(int recognised, int total, Instant asOf) {}

    /** The counter of one congress. */
    @Transactional(readOnly = true)
    public Progress progress(String congress) {
        var report = report(congresses.get(congress));
        return new Progress(report.done(), report.total(), report.asOf());
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String name() {
        return "Đại hội các chi bộ trực thuộc";
    }

    @Override
    @Transactional(readOnly = true)
    public Report report(Congress congress) {
        Map<String, CellCongress> opened = repository.findByCongress(congress.id()).stream()
                .collect(Collectors.toMap(CellCongress::cell, Function.identity()));
        var units = unitsOf(congress, opened);
        var parts = units.stream()
                // before the cells are opened every one of them is still to come; afterwards those without are listed
                // apart
                .filter(unit -> opened.isEmpty() || opened.containsKey(unit.id()))
                .map(unit -> part(unit, opened.get(unit.id())))
                .toList();
        var done = (int) parts.stream().filter(Part::done).count();
        return new Report(
                KEY,
                name(),
                state(congress, opened.isEmpty(), done == parts.size()),
                "chi bộ đã tổ chức",
                done,
                parts.size(),
                clock.instant(),
                parts.stream()
                        .filter(part -> !part.done())
                        .map(part -> part.name() + ": " + part.state() + ".")
                        .toList(),
                parts,
                congress.status() == CongressStatus.CELLS_RUNNING ? addable(units, opened) : List.of());
    }

    @Override
    public Verdict add(Congress congress, String unit, String user) {
        return cells.add(congress.id(), unit, user);
    }

    /** The cells of the ward today, and after them those that took part but have since ended. */
    private List<Unit> unitsOf(Congress congress, Map<String, CellCongress> opened) {
        var all = new ArrayList<>(units.cellsOf(congress.ward(), VietnamTime.today(clock)));
        opened.keySet().stream()
                .filter(cell -> all.stream().noneMatch(unit -> unit.id().equals(cell)))
                .map(units::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Unit::id))
                .forEach(all::add);
        return all;
    }

    private Part part(Unit unit, @Nullable CellCongress cell) {
        if (cell == null) {
            return new Part(unit.id(), unit.name(), null, "Chưa mở", "", null, null, false, false);
        }
        var plan = cell.plan();
        var report = cell.report();
        return new Part(
                unit.id(),
                unit.name(),
                null,
                state(cell),
                cell.status().holder().title(),
                plan == null ? null : plan.plannedDate(),
                report == null ? null : report.heldOn(),
                cell.status() == CellStatus.RECOGNISED,
                cells.late(cell));
    }

    private static String state(CellCongress cell) {
        var report = cell.report();
        return cell.status() == CellStatus.PLANNING && cell.round() > 1 && report != null
                ? switch (report.outcome()) {
                    case REVOTE -> "Phải bầu lại, đang lập lại kế hoạch";
                    case POSTPONED -> "Hoãn, đang lập lại kế hoạch";
                    case HELD -> "Không được chuẩn y, đang lập lại kế hoạch";
                }
                : cell.status().title();
    }

    private static String state(Congress congress, boolean nothingOpened, boolean allDone) {
        if (congress.status() == CongressStatus.CANCELLED) {
            return CongressStatus.CANCELLED.title();
        }
        if (nothingOpened) {
            return "Chưa mở";
        }
        return allDone ? "Đã hoàn thành" : "Đang tiến hành";
    }

    private static List<Addable> addable(List<Unit> units, Map<String, CellCongress> opened) {
        return units.stream()
                .filter(unit -> !opened.containsKey(unit.id()))
                .map(unit -> new Addable(unit.id(), unit.name()))
                .toList();
    }
}
