package vn.daihoi.consultation.web;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CoverageBoard;
import vn.daihoi.consultation.CoverageBoard.Coverage;
import vn.daihoi.consultation.CoverageBoard.UnitCoverage;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;

/** How far a round has reached, drawn and as tables. */
@Controller
class CoveragePages {

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM");

    /** Units of the drawing that a day takes. */
    private static final int COLUMN = 10;

    /** The drawing has room for so many days at least, so that the first one doesn't fill it all. */
    private static final int FORTNIGHT = 14;

    private final Rounds rounds;
    private final CoverageBoard board;
    private final RoundDesk desk;

    CoveragePages(Rounds rounds, CoverageBoard board, RoundDesk desk) {
        this.rounds = rounds;
        this.board = board;
        this.desk = desk;
    }

    /**
     * A unit.
     *
     * @param present how many came, null before its conference
     * @param reached percent of its members who came, null where nothing is known
     * @param open whether who looks may open the page of its conference
     */
    public record UnitRow(
            String unit,
            String name,
            @Nullable String held,
            @Nullable Integer present,
            @Nullable Integer members,
            @Nullable Integer reached,
            @Nullable Integer speakers,
            boolean agrees,
            int comments,
            boolean answered,
            boolean open) {}

    /**
     * Something counted.
     *
     * @param width its bar, percent of the longest
     */
    public record Share(String label, int count, int width) {}

    /**
     * A day.
     *
     * @param x where its column begins
     * @param y where it ends at the top, from 0 for the highest to 40 for none
     */
    public record Day(String label, int count, int x, double y, double height) {}

    @GetMapping("/lay-y-kien/{id}/tien-do")
    String show(
            @PathVariable String id,
            @RequestParam(name = "xep", defaultValue = "thu-tu") String order,
            Model model,
            Principal user) {
        var round = desk.asking(id, user);
        var coverage = board.of(id);
        desk.frame(model, round, "/tien-do", user);
        model.addAttribute("asOf", VietnamTime.moment(coverage.asOf()));
        model.addAttribute("coverage", coverage);
        model.addAttribute("reached", percent(coverage.reached(), coverage.members()));
        model.addAttribute("units", units(coverage, order, round, user));
        model.addAttribute("order", order);
        model.addAttribute("silent", coverage.silent());
        model.addAttribute("sources", shares(coverage.bySource(), SourceGroup::title));
        model.addAttribute("channels", shares(coverage.byChannel(), Channel::title));
        var days = days(coverage.byDay());
        model.addAttribute("days", days);
        model.addAttribute("daysWidth", COLUMN * Math.max(FORTNIGHT, days.size()));
        model.addAttribute("closes", round.closesAt() == null ? null : VietnamTime.moment(round.closesAt()));
        return "consultation/coverage";
    }

    private List<UnitRow> units(Coverage coverage, String order, Round round, Principal user) {
        var name = user.getName();
        boolean staff = rounds.mayRun(name, round) || rounds.mayEdit(name, round) || rounds.mayDecide(name, round);
        return coverage.units().stream()
                .sorted(ordered(order))
                .map(unit -> row(
                        unit,
                        staff || rounds.speaksFor(name, round, unit.invitee().unit())))
                .toList();
    }

    private static Comparator<UnitCoverage> ordered(String order) {
        return switch (order) {
            case "chua" -> Comparator.comparing(UnitCoverage::answered);
            case "du" ->
                Comparator.comparingDouble((UnitCoverage unit) ->
                                unit.members() == 0 ? 0 : (double) unit.present() / unit.members())
                        .reversed();
            case "y-kien" -> Comparator.comparingInt(UnitCoverage::comments).reversed();
            // as they are given
            default -> (one, other) -> 0;
        };
    }

    private static UnitRow row(UnitCoverage unit, boolean open) {
        var invitee = unit.invitee();
        var minutes = invitee.minutes();
        return new UnitRow(
                invitee.unit(),
                invitee.name(),
                minutes == null ? null : VietnamTime.day(minutes.heldOn()),
                minutes == null ? null : minutes.present(),
                invitee.members(),
                minutes == null ? null : percent(unit.present(), unit.members()),
                minutes == null ? null : minutes.speakers(),
                minutes != null && minutes.agrees(),
                unit.comments(),
                unit.answered(),
                open);
    }

    private static @Nullable Integer percent(int part, int whole) {
        return whole == 0 ? null : Math.min(100, (int) (100L * part / whole));
    }

    private static <T> List<Share> shares(Map<T, Integer> counts, Function<T, String> title) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.entrySet().stream()
                .map(each -> new Share(
                        title.apply(each.getKey()), each.getValue(), most == 0 ? 0 : 100 * each.getValue() / most))
                .toList();
    }

    private static List<Day> days(Map<LocalDate, Integer> counts) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var days = new ArrayList<Day>();
        for (var day : counts.entrySet()) {
            double height = most == 0 ? 0 : Math.round(400.0 * day.getValue() / most) / 10.0;
            days.add(
                    new Day(SHORT_DAY.format(day.getKey()), day.getValue(), COLUMN * days.size(), 40 - height, height));
        }
        return days;
    }
}
