package vn.daihoi.review.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.congress.web.Paging;
import vn.daihoi.document.text.Search;
import vn.daihoi.engine.WorkList;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Units;
import vn.daihoi.review.FollowUp;
import vn.daihoi.review.FollowUpEvent;
import vn.daihoi.review.FollowUpStatus;
import vn.daihoi.review.FollowUps;

/** The conclusions being carried out: what waits for me, for my ward, for my working group; and one of them with its history. */
@Controller
class FollowUpPages {

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.-]+(?::\\d+)?(?:/[^\\s\"<>]*)?");

    private final FollowUps followUps;
    private final Units units;
    private final Members members;
    private final WorkList workList;
    private final Clock clock;

    FollowUpPages(FollowUps followUps, Units units, Members members, WorkList workList, Clock clock) {
        this.followUps = followUps;
        this.units = units;
        this.members = members;
        this.workList = workList;
        this.clock = clock;
    }

    /** One line of the list. */
    public record Row(
            String id,
            String text,
            String notice,
            String ward,
            String owner,
            String due,
            String status,
            boolean ended,
            boolean overdue,
            boolean mine) {}

    /** One thing that happened. */
    public record Happened(String kind, String who, String at, String detail) {}

    @GetMapping("/nhiem-vu")
    String list(
            @RequestParam(name = "tim", defaultValue = "") String words,
            @RequestParam(name = "xem", defaultValue = "") String which,
            @RequestParam(name = "noi", defaultValue = "") String unit,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model,
            Principal user) {
        var typed = Paging.words(words);
        var all = followUps.visible(user.getName());
        var mine = followUps.waitingFor(user.getName(), all);
        var names = names(all);
        var today = VietnamTime.today(clock);
        var found = all.stream()
                .filter(one -> unit.isEmpty() || unit.equals(one.ward()) || unit.equals(one.workingGroup()))
                .filter(one -> wanted(one, which, mine, today))
                .filter(one -> Search.normal(typed).isEmpty()
                        || !Search.find(searched(one, names), typed).isEmpty())
                .toList();
        model.addAttribute("words", typed);
        model.addAttribute("which", which);
        model.addAttribute("unit", unit);
        model.addAttribute("units", names);
        model.addAttribute("waiting", mine.size());
        model.addAttribute("tally", found.isEmpty() ? null : followUps.tally(found));
        model.addAttribute(
                "rows",
                Paging.page(model, found, page).stream()
                        .map(one -> row(one, names, mine, today))
                        .toList());
        return "review/follow-ups";
    }

    @GetMapping("/nhiem-vu/{id}")
    String show(@PathVariable String id, Model model, Principal user) {
        var one = visible(id, user);
        var name = user.getName();
        var today = VietnamTime.today(clock);
        boolean owns = followUps.owns(name, one);
        model.addAttribute("one", one);
        model.addAttribute("row", row(one, names(List.of(one)), Set.of(), today));
        model.addAttribute("group", names(List.of(one)).get(one.workingGroup()));
        model.addAttribute("escalated", one.escalatedAt() == null ? null : VietnamTime.moment(one.escalatedAt()));
        model.addAttribute("evidenceLink", address(one.evidence()));
        model.addAttribute(
                "events", followUps.events(id).stream().map(this::happened).toList());
        model.addAttribute("mayProgress", owns && one.status().withOwner());
        model.addAttribute("mayWithdraw", !one.status().ended() && followUps.heads(name, one));
        model.addAttribute("task", workList.taskAbout(id, name).orElse(null));
        return "review/follow-up";
    }

    @PostMapping("/nhiem-vu/{id}/tien-do")
    String progress(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int percent,
            @RequestParam(defaultValue = "") String text,
            Principal user,
            RedirectAttributes flash) {
        visible(id, user);
        SessionDesk.act(flash, "Đã cập nhật tiến độ.", () -> followUps.progress(id, percent, text, user.getName()));
        return "redirect:/nhiem-vu/" + id;
    }

    @PostMapping("/nhiem-vu/{id}/rut")
    String withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes flash) {
        visible(id, user);
        SessionDesk.act(flash, "Đã rút việc.", () -> followUps.withdraw(id, reason, user.getName()));
        return "redirect:/nhiem-vu/" + id;
    }

    private FollowUp visible(String id, Principal user) {
        return followUps
                .visible(id, user.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean wanted(FollowUp one, String which, Set<String> mine, LocalDate today) {
        return switch (which) {
            case "toi" -> mine.contains(one.id());
            case "qua-han" -> one.overdue(today);
            case "cho-kiem-tra" -> one.status() == FollowUpStatus.REPORTED;
            case "xong" -> one.status().ended();
            default -> true;
        };
    }

    private static String searched(FollowUp one, Map<String, String> names) {
        return String.join(
                " · ",
                one.text(),
                one.notice(),
                one.part().title(),
                one.owner().title(),
                names.getOrDefault(one.ward(), ""),
                names.getOrDefault(one.workingGroup(), ""));
    }

    /** Wards and working groups by id, in the order they come up. */
    private Map<String, String> names(List<FollowUp> all) {
        var names = new LinkedHashMap<String, String>();
        all.forEach(one -> names.computeIfAbsent(one.ward(), units::nameOf));
        all.forEach(one -> names.computeIfAbsent(one.workingGroup(), units::nameOf));
        return names;
    }

    private static Row row(FollowUp one, Map<String, String> names, Set<String> mine, LocalDate today) {
        return new Row(
                one.id(),
                one.text(),
                "Thông báo kết luận số " + one.notice() + ", " + one.part().title(),
                names.getOrDefault(one.ward(), one.ward()),
                one.owner().title(),
                VietnamTime.day(one.dueOn()),
                one.status().title(),
                one.status().ended(),
                one.overdue(today),
                mine.contains(one.id()));
    }

    private Happened happened(FollowUpEvent event) {
        var absent = event.forWhom();
        return new Happened(
                event.kind().title(),
                (event.by().equals(AuditEntry.SYSTEM) ? "Hệ thống" : members.displayName(event.by()))
                        + (absent == null ? "" : " (thay " + members.displayName(absent) + ")"),
                VietnamTime.moment(event.at()),
                event.detail());
    }

    /** What was typed, where it is an address as a whole that a browser may follow; null for anything else. */
    static @Nullable String address(@Nullable String typed) {
        return typed != null && ADDRESS.matcher(typed).matches() ? typed : null;
    }
}
