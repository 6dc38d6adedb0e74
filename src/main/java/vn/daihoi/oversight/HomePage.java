package vn.daihoi.oversight;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressStatus;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleBook;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.Stream;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.engine.WorkList;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Unit;

/** The page after login: my work, my congress, and its counters with what stands behind them. */
@Controller
class HomePage {

    /** More than fit on a screen; Tasklist has them all. */
    private static final int TASKS = 20;

    private final WorkList workList;
    private final Congresses congresses;
    private final RuleSets ruleSets;
    private final RuleBook book;
    private final Members members;
    private final Clock clock;

    HomePage(WorkList workList, Congresses congresses, RuleSets ruleSets, RuleBook book, Members members, Clock clock) {
        this.workList = workList;
        this.congresses = congresses;
        this.ruleSets = ruleSets;
        this.book = book;
        this.members = members;
        this.clock = clock;
    }

    /** One task. */
    public record Task(String id, String name, @Nullable String due, boolean overdue, boolean mine) {}

    /** One congress with its counters. */
    public record Card(String id, String title, String status, List<Stream.Report> reports) {}

    /** One rule set and how many of its parameters its owner has still to fill in. */
    public record Rules(String tag, String title, int unfilled) {}

    @GetMapping("/")
    @Transactional(readOnly = true)
    public String home(Model model, Principal user) {
        var all = congresses.visible(user.getName());
        var standing = all.stream()
                .filter(congress -> congress.status() != CongressStatus.CANCELLED)
                .toList();
        model.addAttribute("tasks", tasks(user.getName()));
        model.addAttribute("cards", standing.stream().map(this::card).toList());
        model.addAttribute("startable", startable(user.getName(), standing));
        model.addAttribute("rules", book.owns(user.getName()) ? rules() : List.<Rules>of());
        model.addAttribute("cancelled", all.size() > standing.size());
        return "oversight/home";
    }

    private List<Task> tasks(String user) {
        var now = clock.instant();
        return workList.openTasks(user, TASKS).stream()
                .map(task -> {
                    var due = task.due();
                    return new Task(
                            task.id(),
                            task.name(),
                            due == null ? null : VietnamTime.moment(due),
                            due != null && due.isBefore(now),
                            user.equals(task.assignee()));
                })
                .toList();
    }

    private List<Rules> rules() {
        return ruleSets.tags().stream()
                .map(tag -> new Rules(tag, RuleSets.title(tag), book.unfilled(tag)))
                .toList();
    }

    private Card card(Congress congress) {
        return new Card(
                congress.id(), congresses.title(congress), congress.status().title(), congresses.reports(congress));
    }

    /** Names of the wards for which the person could open a congress and has none standing. */
    private List<String> startable(String user, List<Congress> standing) {
        Set<String> taken = standing.stream().map(Congress::ward).collect(Collectors.toSet());
        return members.unitsWhere(user, Role.WARD_OFFICE, VietnamTime.today(clock)).stream()
                .filter(ward -> !taken.contains(ward.id()))
                .map(Unit::name)
                .toList();
    }
}
