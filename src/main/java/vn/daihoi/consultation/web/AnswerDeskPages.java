package vn.daihoi.consultation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.AnswerDesk;
import vn.daihoi.consultation.AnswerDesk.Layer;
import vn.daihoi.consultation.AnswerDesk.Row;
import vn.daihoi.consultation.Answers;
import vn.daihoi.consultation.Cluster;
import vn.daihoi.consultation.Comment;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.organisation.Members;

/**
 * The answer desk: the list of clusters and, beside it, the one being answered. What a form does comes back as a piece of
 * the page when htmx asks, else as the page itself; both are made of the same templates.
 */
@Controller
class AnswerDeskPages {

    private static final int COMMENTS = 20;
    private static final String PAGE = "consultation/answer-desk";
    private static final String PARTS = "consultation/answer-parts";

    private final AnswerDesk desk;
    private final Answers answers;
    private final Comments comments;
    private final Rounds rounds;
    private final RoundDesk roundDesk;
    private final Members members;
    private final Clock clock;

    AnswerDeskPages(
            AnswerDesk desk,
            Answers answers,
            Comments comments,
            Rounds rounds,
            RoundDesk roundDesk,
            Members members,
            Clock clock) {
        this.desk = desk;
        this.answers = answers;
        this.comments = comments;
        this.rounds = rounds;
        this.roundDesk = roundDesk;
        this.members = members;
        this.clock = clock;
    }

    /** A person at the desk of a round. */
    private record Seat(Round round, String user, Layer layer, boolean edits, boolean decides, DeskAddress address) {}

    /** One choice of a list. */
    public record Choice(String value, String label) {}

    /**
     * What was chosen and typed for a cluster; it waits in the session while the browser is sent on.
     *
     * @param disposition null while none is chosen
     * @param title of a template to be kept
     */
    public record Typed(
            @Nullable Disposition disposition,
            String reason,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            String title)
            implements Serializable {}

    /** What was ticked and typed for many; it waits in the session, too. */
    public record Many(
            Set<Long> ticked,
            @Nullable Disposition disposition,
            String reason,
            @Nullable String owner,
            @Nullable LocalDate dueOn)
            implements Serializable {

        static Many nothing() {
            return new Many(Set.of(), null, "", null, null);
        }
    }

    /** What somebody said. */
    public record Said(String code, String from, String when, String type, String quote, String text) {}

    /**
     * The cluster being answered.
     *
     * @param proposed who proposed and when, null before
     * @param decided who decided and when, null before
     * @param proposes whether this person may propose now
     * @param decides whether this person may decide now
     * @param adoptable whether the proposal may be taken as the decision by this person
     * @param seen moment of the proposal on the screen, empty for none
     * @param next where more of the comments begin, null when all are there
     */
    public record Pane(
            Cluster cluster,
            AnswerDesk.Place place,
            List<QuotedWords.Piece> text,
            List<Said> said,
            @Nullable Integer next,
            @Nullable String proposed,
            @Nullable String decided,
            boolean proposes,
            boolean decides,
            boolean adoptable,
            boolean assigns,
            String seen,
            Typed typed) {}

    @GetMapping("/lay-y-kien/{id}/ban-xu-ly")
    String show(
            @PathVariable String id,
            DeskAddress.Wish wish,
            @RequestParam(name = "cum", required = false) @Nullable Long chosen,
            @RequestParam(name = "sau", required = false) @Nullable Long after,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Model model,
            Principal user,
            HttpServletResponse response) {
        // the same address gives a page or a piece of it
        response.setHeader("Vary", "HX-Request, HX-Target");
        var seat = seat(id, wish, user, model);
        if (DeskAddress.PANE.equals(target)) {
            model.addAttribute("pane", chosen == null ? null : pane(seat, chosen, model));
            return PARTS + " :: pane";
        }
        list(seat, after, model);
        if (DeskAddress.MORE.equals(target)) {
            model.addAttribute("chosen", chosen);
            return PARTS + " :: rows";
        }
        roundDesk.frame(model, seat.round(), "/ban-xu-ly", user);
        var page = (AnswerDesk.Page) Objects.requireNonNull(model.getAttribute("page"));
        var first = page.rows().isEmpty() ? null : page.rows().get(0).cluster().id();
        var open = chosen == null ? first : chosen;
        model.addAttribute("chosen", open);
        // on a telephone the list comes first until one has chosen
        model.addAttribute("explicit", chosen != null);
        model.addAttribute("pane", open == null ? null : pane(seat, open, model));
        model.addAttribute("progress", desk.progress(seat.round(), seat.layer()));
        model.addAttribute("manyTyped", Objects.requireNonNullElseGet(model.getAttribute("manyTyped"), Many::nothing));
        return PAGE;
    }

    /** More of the comments of a cluster. */
    @GetMapping("/lay-y-kien/{id}/ban-xu-ly/cum/{cluster}/y-kien")
    String said(
            @PathVariable String id,
            @PathVariable long cluster,
            DeskAddress.Wish wish,
            @RequestParam("tu") int from,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean piece,
            Model model,
            Principal user) {
        var seat = seat(id, wish, user, model);
        if (!piece) {
            roundDesk.frame(model, seat.round(), "/ban-xu-ly", user);
        }
        model.addAttribute("pane", pane(seat, cluster, Math.max(from, 0), null));
        return piece ? PARTS + " :: said" : "consultation/answer-comments";
    }

    /** What the buttons of a cluster do; {@code viec} says which was pressed. */
    @PostMapping("/lay-y-kien/{id}/ban-xu-ly/cum/{cluster}")
    String answer(
            @PathVariable String id,
            @PathVariable("cluster") long number,
            DeskAddress.Wish wish,
            @RequestParam(defaultValue = "") String viec,
            @RequestParam(required = false) @Nullable Long mau,
            @RequestParam(required = false) @Nullable Disposition disposition,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueOn,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable Long seen,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean piece,
            Model model,
            RedirectAttributes flash,
            Principal user,
            HttpServletResponse response) {
        var seat = seat(id, wish, user, model);
        var cluster = desk.row(seat.round(), number).map(Row::cluster).orElse(null);
        if (cluster == null) {
            var gone = Verdict.refused("Cụm ý kiến số " + number + " không còn, có thể vừa được gộp vào cụm khác.");
            return stay(seat, number, null, null, gone, piece, model, flash, response);
        }
        var typed = new Typed(disposition, reason, blankToNull(owner), dueOn, title);
        var one = List.of(number);
        var round = seat.round().id();
        if (mau != null) {
            var filled = answers.templates(seat.round().ward()).stream()
                    .filter(template -> template.id() == mau)
                    .findFirst()
                    .map(template ->
                            new Typed(template.disposition(), template.reason(), typed.owner(), typed.dueOn(), title))
                    .orElse(typed);
            return stay(seat, number, filled, null, null, piece, model, flash, response);
        }
        switch (viec) {
            case "phan-cong" -> {
                var verdict = Verdict.despiteRaces(
                        () -> answers.assign(round, one, typed.owner(), typed.dueOn(), seat.user()));
                return stay(seat, number, typed, "Đã lưu phân công.", verdict, piece, model, flash, response);
            }
            case "thao-luan", "het-thao-luan" -> {
                boolean contested = viec.equals("thao-luan");
                var verdict = Verdict.despiteRaces(() -> answers.contest(round, one, contested, seat.user()));
                var said = contested ? "Đã đánh dấu cần thảo luận." : "Đã bỏ đánh dấu cần thảo luận.";
                return stay(seat, number, typed, said, verdict, piece, model, flash, response);
            }
            case "luu-mau" -> {
                var verdict = disposition == null
                        ? undisposed()
                        : Verdict.despiteRaces(() ->
                                answers.keepTemplate(seat.round().ward(), title, disposition, reason, seat.user()));
                return stay(seat, number, typed, "Đã lưu mẫu trả lời.", verdict, piece, model, flash, response);
            }
            default -> {
                var verdict = Verdict.despiteRaces(() -> decideOrPropose(seat, number, viec, typed, seen));
                return verdict instanceof Verdict.Done
                        ? goOn(seat, cluster, viec, piece, model, flash, response)
                        : stay(seat, number, typed, null, verdict, piece, model, flash, response);
            }
        }
    }

    private Verdict decideOrPropose(Seat seat, long cluster, String viec, Typed typed, @Nullable Long seen) {
        var round = seat.round().id();
        if (viec.equals("theo-de-xuat")) {
            return answers.adoptProposals(round, List.of(cluster), seat.user());
        }
        var disposition = typed.disposition();
        if (disposition == null) {
            return undisposed();
        }
        return viec.equals("quyet-dinh")
                ? answers.decide(round, List.of(cluster), disposition, typed.reason(), seat.user())
                : answers.proposeHavingSeen(round, cluster, disposition, typed.reason(), moment(seen), seat.user());
    }

    /** What the bar for many does. */
    @PostMapping("/lay-y-kien/{id}/ban-xu-ly/nhieu")
    String many(
            @PathVariable String id,
            DeskAddress.Wish wish,
            @RequestParam(defaultValue = "") String viec,
            @RequestParam(name = "chon", required = false) @Nullable List<Long> ticked,
            @RequestParam(required = false) @Nullable Disposition disposition,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueOn,
            Model model,
            RedirectAttributes flash,
            Principal user) {
        var seat = seat(id, wish, user, model);
        var clusters = ticked == null ? List.<Long>of() : ticked;
        var round = seat.round().id();
        var who = seat.user();
        Supplier<Verdict> deed =
                switch (viec) {
                    case "theo-de-xuat" ->
                        () -> clusters.isEmpty()
                                // an empty list would stand for all
                                ? Verdict.refused("Hãy chọn ít nhất một cụm ý kiến.")
                                : answers.adoptProposals(round, clusters, who);
                    case "tat-ca-theo-de-xuat" -> () -> answers.adoptProposals(round, List.of(), who);
                    case "phan-cong" -> () -> answers.assign(round, clusters, blankToNull(owner), dueOn, who);
                    case "thao-luan" -> () -> answers.contest(round, clusters, true, who);
                    case "het-thao-luan" -> () -> answers.contest(round, clusters, false, who);
                    case "quyet-dinh" ->
                        () -> disposition == null
                                ? undisposed()
                                : answers.decide(round, clusters, disposition, reason, who);
                    default ->
                        () -> disposition == null
                                ? undisposed()
                                : answers.propose(round, clusters, disposition, reason, who);
                };
        var done = viec.equals("tat-ca-theo-de-xuat")
                ? "Đã quyết định theo đề xuất đối với tất cả cụm còn lại."
                : "Đã lưu cho " + clusters.size() + " cụm ý kiến.";
        if (roundDesk.act(flash, done, deed) instanceof Verdict.Refused) {
            flash.addFlashAttribute(
                    "manyTyped", new Many(Set.copyOf(clusters), disposition, reason, blankToNull(owner), dueOn));
        }
        return "redirect:" + seat.address().list();
    }

    /** The answer is stored: on to the next one that lacks it. */
    private String goOn(
            Seat seat,
            Cluster saved,
            String viec,
            boolean piece,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var next = desk.next(seat.round(), seat.address().view(), seat.layer(), seat.user(), saved);
        var said = (viec.equals("quyet-dinh") || viec.equals("theo-de-xuat") ? "Đã lưu quyết định" : "Đã lưu đề xuất")
                + " cho cụm số " + saved.id() + ".";
        var address = next.map(row -> seat.address().cluster(row.cluster().id()))
                .orElseGet(() -> seat.address().list());
        if (!piece) {
            flash.addFlashAttribute("message", said);
            return "redirect:" + address;
        }
        response.setHeader("HX-Push-Url", address);
        model.addAttribute("announced", said);
        model.addAttribute(
                "pane", next.map(row -> pane(seat, row.cluster().id(), 0, null)).orElse(null));
        return piece(seat, saved.id(), model);
    }

    /** The same cluster again, with what was typed. */
    private String stay(
            Seat seat,
            long cluster,
            @Nullable Typed typed,
            @Nullable String done,
            @Nullable Verdict verdict,
            boolean piece,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (!piece) {
            flash.addFlashAttribute("typed", typed);
            if (verdict instanceof Verdict.Refused no) {
                flash.addFlashAttribute("refusal", no.message());
            } else if (done != null) {
                flash.addFlashAttribute("message", done);
            }
            return "redirect:" + seat.address().cluster(cluster);
        }
        if (verdict instanceof Verdict.Refused no) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("paneRefusal", no.message());
        } else {
            model.addAttribute("announced", done);
        }
        model.addAttribute("pane", pane(seat, cluster, 0, typed));
        return piece(seat, cluster, model);
    }

    private String piece(Seat seat, long changed, Model model) {
        model.addAttribute("changed", desk.row(seat.round(), changed).orElse(null));
        model.addAttribute("progress", desk.progress(seat.round(), seat.layer()));
        return PARTS + " :: saved";
    }

    private Seat seat(String id, DeskAddress.Wish wish, Principal user, Model model) {
        var round = roundDesk.editable(id, user);
        boolean decides = rounds.mayDecide(user.getName(), round) && round.status() == RoundStatus.DECIDING;
        boolean edits = rounds.mayEdit(user.getName(), round) && round.status().answering();
        var seat = new Seat(
                round,
                user.getName(),
                decides ? Layer.DECISION : Layer.PROPOSAL,
                edits,
                decides,
                DeskAddress.of(round, wish));
        model.addAttribute("round", round);
        model.addAttribute("address", seat.address());
        model.addAttribute("layer", seat.layer().name());
        model.addAttribute("edits", edits);
        model.addAttribute("decides", decides);
        model.addAttribute("dispositions", Disposition.values());
        model.addAttribute("groups", SourceGroup.values());
        model.addAttribute("shows", AnswerDesk.Show.values());
        model.addAttribute("orders", AnswerDesk.Order.values());
        model.addAttribute("today", VietnamTime.today(clock));
        model.addAttribute(
                "owners",
                desk.owners(round).stream()
                        .map(owner -> new Choice(owner, members.displayName(owner)))
                        .toList());
        model.addAttribute("templates", edits ? answers.templates(round.ward()) : List.of());
        var clause = seat.address().view().clause();
        model.addAttribute(
                "clauseName", clause == null ? null : desk.place(round, clause).name());
        return seat;
    }

    private void list(Seat seat, @Nullable Long after, Model model) {
        model.addAttribute("page", desk.page(seat.round(), seat.address().view(), seat.layer(), seat.user(), after));
    }

    private @Nullable Pane pane(Seat seat, long cluster, Model model) {
        return pane(seat, cluster, 0, model.getAttribute("typed") instanceof Typed typed ? typed : null);
    }

    /** The cluster being answered; null when it isn't there any more. */
    private @Nullable Pane pane(Seat seat, long number, int from, @Nullable Typed typed) {
        var row = desk.row(seat.round(), number).orElse(null);
        if (row == null) {
            return null;
        }
        var cluster = row.cluster();
        var said = comments.ofCluster(number, from, COMMENTS);
        var proposal = cluster.proposal();
        var decision = cluster.decision();
        boolean decides =
                seat.decides() && (decision == null || decision.signed().by().equals(seat.user()));
        var shown = cluster.answer();
        return new Pane(
                cluster,
                row.place(),
                QuotedWords.mark(
                        row.place().text(), said.stream().map(Comment::quote).toList()),
                said.stream().map(AnswerDeskPages::said).toList(),
                from + COMMENTS < cluster.size() ? from + COMMENTS : null,
                proposal == null ? null : roundDesk.signed(proposal.signed()),
                decision == null ? null : roundDesk.signed(decision.signed()),
                seat.edits() && decision == null && !decides,
                decides,
                decides
                        && proposal != null
                        && decision == null
                        && !proposal.signed().by().equals(seat.user()),
                seat.edits() || seat.decides(),
                proposal == null
                        ? ""
                        : String.valueOf(ChronoUnit.MICROS.between(
                                Instant.EPOCH, proposal.signed().at())),
                typed != null
                        ? typed
                        : new Typed(
                                shown == null ? null : shown.disposition(),
                                shown == null ? "" : shown.reason(),
                                cluster.owner(),
                                cluster.dueOn(),
                                ""));
    }

    private static Said said(Comment comment) {
        return new Said(
                comment.code(),
                comment.source().title() + " · " + comment.channel().title(),
                VietnamTime.moment(comment.receivedAt()),
                comment.type().title(),
                comment.quote(),
                comment.text());
    }

    private static @Nullable Instant moment(@Nullable Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static Verdict undisposed() {
        return Verdict.refused("disposition", "Hãy chọn “Kết quả xử lý”.");
    }

    private static @Nullable String blankToNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }
}
