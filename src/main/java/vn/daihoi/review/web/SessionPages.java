package vn.daihoi.review.web;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.congress.web.Paging;
import vn.daihoi.document.text.Search;
import vn.daihoi.engine.WorkList;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Units;
import vn.daihoi.review.Appointment;
import vn.daihoi.review.Conflict;
import vn.daihoi.review.DayPart;
import vn.daihoi.review.Invitations;
import vn.daihoi.review.SessionStatus;
import vn.daihoi.review.WorkingSession;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.review.process.WorkingSessionProcess.Variables;

/** The working sessions: all one may see, and one of them with what its office does to it outside of its tasks. */
@Controller
class SessionPages {

    /** The way of a session that is held; the steps have the names of what is waited for. */
    private static final List<SessionStatus> WAY = List.of(
            SessionStatus.PREPARING,
            SessionStatus.SCHEDULED,
            SessionStatus.OPEN,
            SessionStatus.HELD,
            SessionStatus.CONCLUDED,
            SessionStatus.ISSUED);

    private final SessionDesk desk;
    private final WorkingSessions sessions;
    private final Invitations invitations;
    private final Congresses congresses;
    private final Units units;
    private final Members members;
    private final WorkList workList;
    private final Clock clock;

    SessionPages(
            SessionDesk desk,
            WorkingSessions sessions,
            Invitations invitations,
            Congresses congresses,
            Units units,
            Members members,
            WorkList workList,
            Clock clock) {
        this.desk = desk;
        this.sessions = sessions;
        this.invitations = invitations;
        this.congresses = congresses;
        this.units = units;
        this.members = members;
        this.workList = workList;
        this.clock = clock;
    }

    /** One line of the list. */
    public record Row(String id, String title, SessionStatus status, String when, @Nullable String room) {}

    /** One step of the way. */
    public record Step(String label, boolean done, boolean current) {}

    /** One thing known of the session. */
    public record Fact(String name, String value) {}

    /** A move that was refused, to go on with. */
    public record Typed(
            @Nullable LocalDate day,
            @Nullable DayPart part,
            String fromTime,
            String toTime,
            String room,
            boolean despiteConflicts,
            String conflictReason,
            String reason)
            implements Serializable {}

    @GetMapping("/lam-viec")
    String list(
            @RequestParam(name = "tim", defaultValue = "") String words,
            @RequestParam(name = "trang-thai", required = false) @Nullable SessionStatus status,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model,
            Principal user) {
        var typed = Paging.words(words);
        var found = sessions.visible(user.getName()).stream()
                .filter(session -> status == null || session.status() == status)
                .filter(session -> Search.normal(typed).isEmpty()
                        || !Search.find(title(session) + " · " + session.room(), typed)
                                .isEmpty())
                .toList();
        model.addAttribute("words", typed);
        model.addAttribute("status", status);
        model.addAttribute("statuses", SessionStatus.values());
        // titles are read for what is shown only
        model.addAttribute(
                "rows", Paging.page(model, found, page).stream().map(this::row).toList());
        return "review/sessions";
    }

    /** The session that a task is about, for its tab in Tasklist. */
    @GetMapping("/lam-viec/viec/{task}")
    String ofTask(@PathVariable String task, Principal user) {
        return workList.reference(task, Variables.SESSION_ID)
                .flatMap(id -> sessions.visible(id, user.getName()))
                .map(session -> "redirect:/lam-viec/" + session.id() + "?khung=1")
                .orElse("review/none");
    }

    @GetMapping("/lam-viec/{id}")
    String show(@PathVariable String id, Model model, Principal user) {
        var session = desk.visible(id, user);
        var name = user.getName();
        boolean runs = sessions.mayRun(name, session);
        desk.frame(model, session, "", user);
        model.addAttribute("steps", steps(session));
        model.addAttribute("facts", facts(session));
        // they name sessions of other wards, which are no business of this one
        model.addAttribute(
                "conflicts",
                runs
                        ? sessions.conflicts(session).stream()
                                .map(Conflict::sentence)
                                .toList()
                        : List.of());
        var group = session.workingGroup();
        model.addAttribute("group", group == null ? null : units.nameOf(group));
        model.addAttribute("groupMembers", names(sessions.members(session)));
        model.addAttribute("reported", desk.signed(session.reported()));
        model.addAttribute("recorded", desk.signed(session.recorded()));
        model.addAttribute("counted", session.status().ended() ? List.of() : sessions.facts(session));
        model.addAttribute("invitation", invitations.exists(session));
        model.addAttribute(
                "mayMove",
                runs && (session.status() == SessionStatus.SCHEDULED || session.status() == SessionStatus.OPEN));
        model.addAttribute("mayWithdraw", runs && !session.status().ended());
        model.addAttribute("dayParts", DayPart.values());
        model.addAttribute("today", VietnamTime.today(clock));
        return "review/session";
    }

    @PostMapping("/lam-viec/{id}/doi-lich")
    String move(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable DayPart part,
            @RequestParam(defaultValue = "") String fromTime,
            @RequestParam(defaultValue = "") String toTime,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "false") boolean despiteConflicts,
            @RequestParam(defaultValue = "") String conflictReason,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        var appointment = new Appointment(day, part, fromTime, toTime, room, despiteConflicts, conflictReason);
        var verdict = SessionDesk.act(
                flash, "Đã dời lịch buổi làm việc.", () -> sessions.move(id, appointment, reason, user.getName()));
        if (verdict instanceof Verdict.Refused) {
            flash.addFlashAttribute(
                    "typed", new Typed(day, part, fromTime, toTime, room, despiteConflicts, conflictReason, reason));
        }
        return "redirect:/lam-viec/" + id;
    }

    @PostMapping("/lam-viec/{id}/thu-hoi")
    String withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        SessionDesk.act(flash, "Đã thu hồi buổi làm việc.", () -> sessions.withdraw(id, reason, user.getName()));
        return "redirect:/lam-viec/" + id;
    }

    @GetMapping("/lam-viec/{id}/lich.ics")
    ResponseEntity<byte[]> invitation(@PathVariable String id, Principal user) {
        var session = desk.visible(id, user);
        if (!invitations.exists(session)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lich-lam-viec-lan-" + session.number() + ".ics")
                                .build()
                                .toString())
                .body(invitations.of(session).getBytes(StandardCharsets.UTF_8));
    }

    private Row row(WorkingSession session) {
        return new Row(session.id(), title(session), session.status(), session.when(), session.room());
    }

    private String title(WorkingSession session) {
        return session.title() + " – " + congresses.title(congresses.get(session.congress()));
    }

    private static List<Step> steps(WorkingSession session) {
        int at = WAY.indexOf(session.status());
        var steps = new ArrayList<Step>();
        for (int index = 0; at >= 0 && index < WAY.size(); index++) {
            boolean ended = session.status().ended();
            steps.add(new Step(WAY.get(index).title(), index < at || ended, index == at && !ended));
        }
        return steps;
    }

    private List<Fact> facts(WorkingSession session) {
        var facts = new ArrayList<Fact>();
        put(facts, "Trạng thái", session.status().title());
        put(facts, "Thời gian", session.when());
        put(facts, "Địa điểm", session.room());
        put(facts, "Nội dung", session.agenda());
        put(facts, "Thành phần mời thêm", String.join("\n", session.participants()));
        put(facts, "Lý do vẫn xếp lịch dù trùng", session.conflictReason());
        put(facts, "Xếp lịch", desk.signed(session.scheduled()));
        put(facts, "Lý do không tổ chức", session.waiveReason());
        put(facts, "Lý do thu hồi", session.endedReason());
        put(facts, "Kết thúc", desk.signed(session.ended()));
        return facts;
    }

    private static void put(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }

    private List<String> names(List<String> accounts) {
        return accounts.stream().map(members::displayName).toList();
    }
}
