package vn.daihoi.consultation.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.congress.web.Paging;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Invitee;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;
import vn.daihoi.document.text.Search;
import vn.daihoi.engine.WorkList;

/** The rounds a person may see, and one of them at a glance: its plan, how far it has come, and what the office may do. */
@Controller
class RoundPages {

    /** The way a round goes, as long as it isn't ended before. */
    private static final List<RoundStatus> WAY = List.of(
            RoundStatus.PLANNING,
            RoundStatus.OPEN,
            RoundStatus.MERGING,
            RoundStatus.PROPOSING,
            RoundStatus.DECIDING,
            RoundStatus.REPORTING,
            RoundStatus.REVISING,
            RoundStatus.PUBLISHING,
            RoundStatus.PUBLISHED);

    private final Rounds rounds;
    private final RoundDesk desk;
    private final WorkList workList;
    private final Clock clock;

    RoundPages(Rounds rounds, RoundDesk desk, WorkList workList, Clock clock) {
        this.rounds = rounds;
        this.desk = desk;
        this.workList = workList;
        this.clock = clock;
    }

    /** One round of the list. */
    public record Row(String id, String title, String status, boolean ended, @Nullable String closesAt) {}

    /** One step of the way; the one it stands at is neither done nor to come. */
    public record Step(String label, boolean done, boolean current) {}

    /** One line of what is known about a round. */
    public record Fact(String name, String value) {}

    /** One of those asked; the address is null for those who may not open it. */
    public record Asked(String name, @Nullable String page, @Nullable String reported) {}

    @GetMapping("/lay-y-kien")
    String list(
            @RequestParam(name = "tim", defaultValue = "") String words,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model,
            Principal user) {
        var typed = Paging.words(words);
        var all = rounds.visible(user.getName()).stream()
                .map(round -> new Row(
                        round.id(),
                        rounds.title(round),
                        round.status().title(),
                        round.status().ended(),
                        round.status() == RoundStatus.OPEN && round.closesAt() != null
                                ? VietnamTime.moment(round.closesAt())
                                : null))
                .filter(row -> Search.normal(typed).isEmpty()
                        || !Search.find(row.title(), typed).isEmpty())
                .toList();
        model.addAttribute("words", typed);
        model.addAttribute("rows", Paging.page(model, all, page));
        return "consultation/list";
    }

    /** The round that a task is about, for its tab in Tasklist. */
    @GetMapping("/lay-y-kien/viec/{task}")
    String ofTask(@PathVariable String task, Principal user) {
        return workList.reference(task, Variables.ROUND_ID)
                .flatMap(id -> rounds.visible(id, user.getName()))
                .map(round -> "redirect:/lay-y-kien/" + round.id() + "?khung=1")
                .orElse("consultation/none");
    }

    @GetMapping("/lay-y-kien/{id}")
    String show(@PathVariable String id, Model model, Principal user) {
        var round = desk.visible(id, user);
        desk.frame(model, round, "", user);
        model.addAttribute("steps", steps(round));
        model.addAttribute("facts", facts(round));
        model.addAttribute(
                "asked",
                rounds.invitees(id).stream()
                        .map(invitee -> asked(round, invitee, user))
                        .toList());
        model.addAttribute("open", round.status() == RoundStatus.OPEN && round.closed() == null);
        model.addAttribute("publicPage", round.openToPublic(clock.instant()) ? "/gop-y/" + round.slug() : null);
        model.addAttribute(
                "result", round.status() == RoundStatus.PUBLISHED ? "/gop-y/" + round.slug() + "/ket-qua" : null);
        model.addAttribute("others", others(round));
        model.addAttribute("tomorrow", VietnamTime.today(clock).plusDays(1));
        return "consultation/round";
    }

    @PostMapping("/lay-y-kien/{id}/gia-han")
    String extend(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate closesOn,
            @RequestParam String reason,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        RoundDesk.act(
                flash,
                "Đã gia hạn đến hết ngày " + VietnamTime.day(closesOn) + ".",
                () -> rounds.extend(id, closesOn, reason, user.getName()));
        return "redirect:/lay-y-kien/" + id;
    }

    @PostMapping("/lay-y-kien/{id}/ket-thuc-som")
    String closeEarly(@PathVariable String id, @RequestParam String reason, Principal user, RedirectAttributes flash) {
        desk.visible(id, user);
        RoundDesk.act(flash, "Đã kết thúc nhận ý kiến.", () -> rounds.closeEarly(id, reason, user.getName()));
        return "redirect:/lay-y-kien/" + id;
    }

    @PostMapping("/lay-y-kien/{id}/thu-hoi")
    String withdraw(@PathVariable String id, @RequestParam String reason, Principal user, RedirectAttributes flash) {
        desk.visible(id, user);
        RoundDesk.act(flash, "Đã thu hồi vòng lấy ý kiến.", () -> rounds.withdraw(id, reason, user.getName()));
        return "redirect:/lay-y-kien/" + id;
    }

    private static List<Step> steps(Round round) {
        if (round.ofSuperior()) {
            boolean answered = round.status() == RoundStatus.ANSWERED;
            return round.status() == RoundStatus.CANCELLED
                    ? List.of()
                    : List.of(
                            new Step(RoundStatus.DECIDING.title(), answered, !answered),
                            new Step(RoundStatus.ANSWERED.title(), answered, false));
        }
        int at = round.status().begun() ? WAY.indexOf(round.status()) : 0;
        var steps = new ArrayList<Step>();
        for (int index = 0; at >= 0 && index < WAY.size(); index++) {
            var current = index == at && !round.status().ended();
            var label = current ? round.status() : WAY.get(index);
            steps.add(new Step(label.title(), index < at || round.status() == RoundStatus.PUBLISHED, current));
        }
        return steps;
    }

    private List<Fact> facts(Round round) {
        var facts = new ArrayList<Fact>();
        put(facts, "Lý do không tổ chức", round.skipReason());
        if (round.skipReason() == null) {
            put(facts, "Phiên bản", round.version() == null ? null : String.valueOf(round.version()));
            put(facts, "Nhận ý kiến đến", round.closesAt() == null ? null : VietnamTime.moment(round.closesAt()));
            put(
                    facts,
                    "Đối tượng",
                    joined(round.sources().stream().map(SourceGroup::title).toList()));
            put(
                    facts,
                    "Hình thức",
                    joined(round.channels().stream().map(Channel::title).toList()));
            put(facts, "Không trả lời là đồng ý", round.silenceAgrees() ? "Có, với chi bộ và tổ chức" : null);
        }
        put(facts, "Lý do trả lại", round.returnReason());
        put(facts, "Lập kế hoạch", desk.signed(round.planned()));
        put(facts, "Phê duyệt", desk.signed(round.opened()));
        put(facts, "Kết thúc nhận ý kiến", desk.signed(round.closed()));
        put(facts, "Phiên bản mới", round.newVersion() == null ? null : String.valueOf(round.newVersion()));
        put(facts, "Kết thúc", desk.signed(round.ended()));
        put(facts, "Lý do thu hồi", round.endedReason());
        return facts;
    }

    private static void put(List<Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(name, value));
        }
    }

    private static @Nullable String joined(List<String> titles) {
        return titles.isEmpty() ? null : String.join(", ", titles);
    }

    private Asked asked(Round round, Invitee invitee, Principal user) {
        var minutes = invitee.minutes();
        var may = rounds.speaksFor(user.getName(), round, invitee.unit()) || rounds.mayRun(user.getName(), round);
        return new Asked(
                invitee.name(),
                may ? "/lay-y-kien/" + round.id() + "/hoi-nghi/" + invitee.unit() : null,
                minutes == null ? null : VietnamTime.day(minutes.heldOn()));
    }

    private List<Row> others(Round round) {
        return rounds.ofDocument(round.document()).stream()
                .filter(other -> !other.id().equals(round.id()))
                .map(other -> new Row(
                        other.id(),
                        other.title(),
                        other.status().title(),
                        other.status().ended(),
                        null))
                .toList();
    }
}
