package vn.daihoi.review.web;

import java.io.Serializable;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.web.Paging;
import vn.daihoi.consultation.Place;
import vn.daihoi.document.Document;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.indicator.Indicators;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Search;
import vn.daihoi.review.NewOpinion;
import vn.daihoi.review.Opinion;
import vn.daihoi.review.OpinionType;
import vn.daihoi.review.Opinions;
import vn.daihoi.review.WorkingSession;

/** What the members of the working group think of the drafts: all of it, and the form to say it. */
@Controller
class OpinionPages {

    /** So much of a clause is shown in the list of clauses, in characters. */
    private static final int LINE = 90;

    private final SessionDesk desk;
    private final Opinions opinions;
    private final Documents documents;
    private final Versions versions;
    private final Indicators indicators;

    OpinionPages(SessionDesk desk, Opinions opinions, Documents documents, Versions versions, Indicators indicators) {
        this.desk = desk;
        this.opinions = opinions;
        this.documents = documents;
        this.versions = versions;
        this.indicators = indicators;
    }

    /** One opinion. */
    public record Line(
            long id,
            String type,
            String document,
            String documentId,
            int version,
            long clause,
            String place,
            @Nullable String indicator,
            String basis,
            String text,
            String proposed,
            String filed,
            boolean mine) {}

    /** Something to choose. */
    public record Choice(String value, String label) {}

    /**
     * What an opinion is said of.
     *
     * @param document id of the document
     * @param version number of its newest version
     * @param clause the clause, {@link Place#WHOLE} for all of it
     * @param code how people write the clause
     * @param words its present words, null for the whole
     * @param clauses all clauses, to choose another
     * @param indicators its table, to choose from
     */
    public record Subject(
            String document,
            int version,
            long clause,
            String code,
            @Nullable String words,
            List<Choice> clauses,
            List<Choice> indicators) {}

    /** What was typed and refused, to go on with. */
    public record Typed(
            UUID stamp, @Nullable OpinionType type, String indicator, String policyBasis, String text, String proposed)
            implements Serializable {}

    @GetMapping("/lam-viec/{id}/y-kien")
    String page(
            @PathVariable String id,
            @RequestParam(name = "van-kien", defaultValue = "") String document,
            @RequestParam(name = "doan", defaultValue = "") String place,
            @RequestParam(name = "tim", defaultValue = "") String words,
            @RequestParam(name = "cua", defaultValue = "") String of,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model,
            Principal user) {
        var session = desk.visible(id, user);
        desk.frame(model, session, "/y-kien", user);
        boolean mayFile = opinions.mayFile(session, user.getName());
        model.addAttribute("mayFile", mayFile);
        if (mayFile) {
            form(model, session, document, place, user);
        }
        list(model, session, Paging.words(words), of, page, user);
        return "review/opinions";
    }

    @PostMapping("/lam-viec/{id}/y-kien")
    String file(
            @PathVariable String id,
            @RequestParam UUID stamp,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") long clause,
            @RequestParam(required = false) @Nullable OpinionType type,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String policyBasis,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String proposed,
            Principal user,
            RedirectAttributes flash) {
        desk.visible(id, user);
        var opinion = new NewOpinion(type, document, version, clause, indicator, policyBasis, text, proposed);
        var verdict = SessionDesk.act(
                flash, "Đã gửi ý kiến.", () -> opinions.file(id, opinion, stamp.toString(), user.getName()));
        if (verdict instanceof Verdict.Refused) {
            flash.addFlashAttribute("typed", new Typed(stamp, type, indicator, policyBasis, text, proposed));
        }
        flash.addAttribute("van-kien", document);
        flash.addAttribute("doan", clause == Place.WHOLE ? "" : Place.code(clause));
        return "redirect:/lam-viec/" + id + "/y-kien";
    }

    @PostMapping("/lam-viec/{id}/y-kien/{opinion}/rut")
    String takeBack(@PathVariable String id, @PathVariable long opinion, Principal user, RedirectAttributes flash) {
        desk.visible(id, user);
        SessionDesk.act(flash, "Đã rút lại ý kiến.", () -> opinions.takeBack(id, opinion, user.getName()));
        return "redirect:/lam-viec/" + id + "/y-kien#cac-y-kien";
    }

    private void form(Model model, WorkingSession session, String document, String place, Principal user) {
        var readable = documents.visibleOf(session.congress(), user.getName()).stream()
                .filter(one -> versions.latest(one.id()).isPresent())
                .toList();
        model.addAttribute(
                "documents",
                readable.stream().map(one -> new Choice(one.id(), one.title())).toList());
        model.addAttribute("types", OpinionType.values());
        model.addAttribute("stamp", UUID.randomUUID());
        var chosen = readable.stream()
                .filter(one -> one.id().equals(document))
                .findFirst()
                .orElse(readable.isEmpty() ? null : readable.get(0));
        if (chosen != null) {
            subject(model, chosen, place.strip());
        }
    }

    private void subject(Model model, Document document, String typed) {
        var version = versions.latest(document.id()).orElseThrow();
        var clauses = versions.read(version).clauses();
        var read = typed.isEmpty() ? OptionalLong.of(Place.WHOLE) : Place.read(typed);
        var clause = clauses.stream()
                .filter(one -> one.id() != Clause.NO_ID && one.id() == read.orElse(Clause.NO_ID))
                .findFirst()
                .orElse(null);
        if (clause == null && (read.isEmpty() || read.getAsLong() != Place.WHOLE)) {
            model.addAttribute("unknownPlace", typed);
        }
        model.addAttribute(
                "subject",
                new Subject(
                        document.id(),
                        Objects.requireNonNull(version.number()),
                        clause == null ? Place.WHOLE : clause.id(),
                        Place.code(clause == null ? Place.WHOLE : clause.id()),
                        clause == null ? null : (clause.label() + " " + clause.text()).strip(),
                        clauses.stream()
                                .filter(one -> one.kind() != ClauseKind.TABLE)
                                .map(one -> new Choice(
                                        Place.code(one.id()), Place.code(one.id()) + " – " + Place.line(one, LINE)))
                                .toList(),
                        indicators.of(version).stream()
                                .map(one -> new Choice(one.code(), one.code() + " – " + one.name()))
                                .toList()));
    }

    private void list(Model model, WorkingSession session, String words, String of, int page, Principal user) {
        // an opinion is one of many on few documents
        var titles = new HashMap<String, String>();
        var all = opinions.ofSession(session.id()).stream()
                .map(opinion -> line(
                        session,
                        opinion,
                        titles.computeIfAbsent(
                                opinion.document(),
                                document -> documents.get(document).title()),
                        user))
                .toList();
        var found = all.stream()
                .filter(line -> of.isEmpty() || of.equals(line.documentId()))
                .filter(line -> Search.normal(words).isEmpty()
                        || !Search.find(searched(line), words).isEmpty())
                .toList();
        model.addAttribute("all", all.size());
        model.addAttribute("words", words);
        model.addAttribute("of", of);
        model.addAttribute(
                "spokenOf",
                all.stream()
                        .map(line -> new Choice(line.documentId(), line.document()))
                        .distinct()
                        .toList());
        model.addAttribute("lines", Paging.page(model, found, page));
    }

    private static String searched(Line line) {
        return String.join(
                " · ",
                line.type(),
                line.place(),
                Objects.requireNonNullElse(line.indicator(), ""),
                line.text(),
                line.proposed(),
                line.basis(),
                line.filed());
    }

    private Line line(WorkingSession session, Opinion opinion, String document, Principal user) {
        return new Line(
                opinion.id(),
                opinion.type().title(),
                document,
                opinion.document(),
                opinion.version(),
                opinion.clauseId(),
                Place.code(opinion.clauseId()),
                opinion.indicator(),
                opinion.policyBasis(),
                opinion.text(),
                opinion.proposed(),
                Objects.requireNonNull(desk.signed(opinion.filed())),
                opinions.mayTakeBack(session, opinion, user.getName()));
    }
}
