package vn.daihoi.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Documents;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleLevel;
import vn.daihoi.review.Conclusion;
import vn.daihoi.review.Conclusion.Item;
import vn.daihoi.review.Conclusion.Part;
import vn.daihoi.review.Conclusions;
import vn.daihoi.review.Conclusions.Wording;
import vn.daihoi.review.FollowUps;
import vn.daihoi.review.Opinion;

/** The conclusion of a session: its head writes it here, everybody else reads it once it stands. */
@Controller
class ConclusionPages {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";
    private static final List<Role> OWNERS = Arrays.stream(Role.values())
            .filter(role -> role.level() == RoleLevel.WARD)
            .toList();

    private final SessionDesk desk;
    private final Conclusions conclusions;
    private final FollowUps followUps;
    private final Documents documents;
    private final Clock clock;

    ConclusionPages(SessionDesk desk, Conclusions conclusions, FollowUps followUps, Documents documents, Clock clock) {
        this.desk = desk;
        this.conclusions = conclusions;
        this.followUps = followUps;
        this.documents = documents;
        this.clock = clock;
    }

    /** A part with its items, first and last of which can't be moved further. */
    public record Section(Part part, String number, List<Line> lines) {}

    /** One item. */
    public record Line(
            String id,
            String number,
            String text,
            @Nullable Role owner,
            @Nullable String due,
            @Nullable LocalDate dueOn,
            boolean first,
            boolean last) {}

    /** An opinion that could become an item. */
    public record Suggestion(
            long opinion,
            UUID item,
            String document,
            String type,
            String text,
            String proposed,
            @Nullable String filed) {}

    /** An earlier conclusion that came back. */
    public record Earlier(
            int number, String text, @Nullable String concluded, String reason, @Nullable String returned) {}

    /** What was typed and refused, to go on with; the item is empty for a new one. Kept in the session for a moment. */
    public record Typed(String item, Part part, String text, @Nullable Role owner, @Nullable LocalDate dueOn)
            implements Serializable {}

    @GetMapping("/lam-viec/{id}/ket-luan")
    String page(@PathVariable String id, Model model, Principal user) {
        var session = desk.visible(id, user);
        desk.frame(model, session, "/ket-luan", user);
        boolean writes = conclusions.mayWrite(session, user.getName());
        var conclusion = conclusions.readable(session, user.getName()).orElse(null);
        model.addAttribute("writes", writes);
        model.addAttribute("conclusion", conclusion);
        model.addAttribute("sections", sections(conclusion));
        model.addAttribute("resubmit", day(conclusion == null ? null : conclusion.resubmitBy()));
        model.addAttribute("issuedOn", day(conclusion == null ? null : conclusion.issuedOn()));
        model.addAttribute("concluded", desk.signed(conclusion == null ? null : conclusion.concluded()));
        model.addAttribute("signedForGroup", desk.signed(conclusion == null ? null : conclusion.signedForGroup()));
        model.addAttribute("signedForWard", desk.signed(conclusion == null ? null : conclusion.signedForWard()));
        model.addAttribute(
                "earlier",
                conclusions.returned(id).stream()
                        .map(one -> new Earlier(
                                one.number(),
                                one.text(),
                                desk.signed(one.concluded()),
                                one.reason(),
                                desk.signed(one.returned())))
                        .toList());
        var tasks = followUps.ofSession(id);
        model.addAttribute("tally", tasks.isEmpty() ? null : followUps.tally(tasks));
        if (writes) {
            model.addAttribute("revision", conclusions.revision(id));
            model.addAttribute(
                    "suggestions",
                    conclusions.suggestions(id).stream().map(this::suggestion).toList());
            model.addAttribute("parts", Part.values());
            model.addAttribute("owners", OWNERS);
            model.addAttribute("today", VietnamTime.today(clock));
            model.addAttribute("newItem", UUID.randomUUID());
        }
        return "review/conclusion";
    }

    @PostMapping("/lam-viec/{id}/ket-luan")
    String write(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String assessment,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate resubmitBy,
            @RequestParam int seen,
            Principal user,
            RedirectAttributes flash) {
        return act(id, user, flash, "Đã ghi dự thảo kết luận.", "danh-gia", () -> {
            var verdict = conclusions.write(id, assessment, resubmitBy, seen, user.getName());
            if (verdict instanceof Verdict.Refused) {
                flash.addFlashAttribute("typedAssessment", assessment);
                flash.addFlashAttribute("typedResubmit", resubmitBy);
            }
            return verdict;
        });
    }

    @PostMapping("/lam-viec/{id}/ket-luan/muc")
    String add(
            @PathVariable String id,
            @RequestParam UUID item,
            @RequestParam Part part,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueOn,
            Principal user,
            RedirectAttributes flash) {
        var wording = new Wording(part, text, role(owner), dueOn);
        return act(
                id,
                user,
                flash,
                "Đã thêm nội dung kết luận.",
                "them",
                () -> kept(flash, "", wording, conclusions.add(id, item.toString(), wording, user.getName())));
    }

    @PostMapping("/lam-viec/{id}/ket-luan/muc/{item}")
    String change(
            @PathVariable String id,
            @PathVariable UUID item,
            @RequestParam Part part,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueOn,
            @RequestParam int seen,
            Principal user,
            RedirectAttributes flash) {
        var wording = new Wording(part, text, role(owner), dueOn);
        return act(
                id,
                user,
                flash,
                "Đã sửa nội dung kết luận.",
                "muc-" + item,
                () -> kept(
                        flash,
                        item.toString(),
                        wording,
                        conclusions.change(id, item.toString(), wording, seen, user.getName())));
    }

    @PostMapping("/lam-viec/{id}/ket-luan/muc/{item}/{way:len|xuong}")
    String move(
            @PathVariable String id,
            @PathVariable UUID item,
            @PathVariable String way,
            @RequestParam int seen,
            Principal user,
            RedirectAttributes flash) {
        return act(
                id,
                user,
                flash,
                "Đã đổi thứ tự.",
                "muc-" + item,
                () -> conclusions.move(id, item.toString(), way.equals("len"), seen, user.getName()));
    }

    @PostMapping("/lam-viec/{id}/ket-luan/muc/{item}/xoa")
    String remove(@PathVariable String id, @PathVariable UUID item, Principal user, RedirectAttributes flash) {
        return act(
                id,
                user,
                flash,
                "Đã xóa nội dung kết luận.",
                "noi-dung",
                () -> conclusions.remove(id, item.toString(), user.getName()));
    }

    @PostMapping("/lam-viec/{id}/ket-luan/y-kien/{opinion}")
    String takeOver(
            @PathVariable String id,
            @PathVariable long opinion,
            @RequestParam UUID item,
            Principal user,
            RedirectAttributes flash) {
        return act(
                id,
                user,
                flash,
                "Đã đưa ý kiến vào kết luận.",
                "muc-" + item,
                () -> conclusions.takeOver(id, item.toString(), opinion, user.getName()));
    }

    @GetMapping("/lam-viec/{id}/ket-luan.docx")
    void word(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        send(response, DOCX, name(readable(id, user), ".docx"), conclusions.word(id));
    }

    @GetMapping("/lam-viec/{id}/ket-luan.pdf")
    void pdf(@PathVariable String id, Principal user, HttpServletResponse response) throws IOException {
        send(response, PDF, name(readable(id, user), ".pdf"), conclusions.pdf(id));
    }

    private Conclusion readable(String id, Principal user) {
        return conclusions
                .readable(desk.visible(id, user), user.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String act(
            String id, Principal user, RedirectAttributes flash, String done, String place, Supplier<Verdict> deed) {
        desk.visible(id, user);
        SessionDesk.act(flash, done, deed);
        return "redirect:/lam-viec/" + id + "/ket-luan#" + place;
    }

    private static Verdict kept(RedirectAttributes flash, String item, Wording wording, Verdict verdict) {
        if (verdict instanceof Verdict.Refused) {
            flash.addFlashAttribute(
                    "typed", new Typed(item, wording.part(), wording.text(), wording.owner(), wording.dueOn()));
        }
        return verdict;
    }

    private static List<Section> sections(@Nullable Conclusion conclusion) {
        var items = conclusion == null ? List.<Item>of() : conclusion.items();
        return Arrays.stream(Part.values())
                .map(part -> {
                    var own = items.stream().filter(item -> item.part() == part).toList();
                    var number = part.ordinal() + 2 + ".";
                    return new Section(
                            part,
                            number,
                            own.stream()
                                    .map(item -> line(item, number, own.indexOf(item), own.size()))
                                    .toList());
                })
                .toList();
    }

    private static Line line(Item item, String part, int at, int size) {
        return new Line(
                item.id(),
                part + (at + 1) + ".",
                item.text(),
                item.owner(),
                day(item.dueOn()),
                item.dueOn(),
                at == 0,
                at == size - 1);
    }

    private Suggestion suggestion(Opinion opinion) {
        return new Suggestion(
                opinion.id(),
                UUID.randomUUID(),
                documents.get(opinion.document()).title(),
                opinion.type().title(),
                opinion.text(),
                opinion.proposed(),
                desk.signed(opinion.filed()));
    }

    private static @Nullable Role role(String name) {
        return Role.named(name).orElse(null);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : VietnamTime.day(day);
    }

    private static String name(Conclusion conclusion, String ending) {
        var number = conclusion.number();
        return (number == null ? "Dự thảo thông báo kết luận" : "Thông báo kết luận số " + number.replace('/', ' '))
                + ending;
    }

    private static void send(HttpServletResponse response, String type, String name, byte[] file) throws IOException {
        response.setContentType(type);
        response.setContentLength(file.length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(file);
    }
}
