package vn.daihoi.consultation.web;

import java.security.Principal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Cluster;
import vn.daihoi.consultation.Proofs;
import vn.daihoi.consultation.Proofs.Review;
import vn.daihoi.consultation.Proofs.Waivable;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.anchor.Traces;
import vn.daihoi.document.text.Change;
import vn.daihoi.document.text.Search;

/** The answers of a round beside the changes of the new version. */
@Controller
class ProofPages {

    static final int PAGE = 20;

    private static final String PATH = "/doi-chieu";
    private static final String MISSING = "thieu";
    private static final String EXTRA = "ngoai";
    private static final String DONE = "xong";
    /** So many clusters are offered for a change, and so many changes found by their words for a cluster. */
    private static final int OFFERED = 8;

    private static final int GIST = 90;
    private static final double HUNDRED = 100;
    /** "YK-123", or just the number. */
    private static final Pattern CODE = Pattern.compile("(?i)\\s*(?:yk)?[\\s-]*(\\d{1,18})\\s*");

    private final Proofs proofs;
    private final Rounds rounds;
    private final RoundDesk desk;

    ProofPages(Proofs proofs, Rounds rounds, RoundDesk desk) {
        this.proofs = proofs;
        this.rounds = rounds;
        this.desk = desk;
    }

    /** A change that may carry out a cluster, how likely, and whether it is chosen already. */
    public record Suggested(Marked.Shown change, int percent, boolean chosen) {}

    /** An accepted cluster the text doesn't show. */
    public record Missing(
            Cluster cluster, String code, String disposition, String text, String quote, List<Suggested> suggestions) {}

    /** A cluster as an option. */
    public record Option(long cluster, String name) {}

    /** A change nobody asked for, and the clusters it may belong to. */
    public record Extra(Marked.Shown change, List<Option> options) {}

    /** A confirmed proof. */
    public record Kept(
            Cluster cluster, long clause, Marked.@Nullable Shown change, boolean standing, @Nullable String signed) {}

    /** Something let pass. */
    public record Passed(boolean cluster, long target, String name, String reason, @Nullable String signed) {}

    @GetMapping("/lay-y-kien/{id}/doi-chieu")
    String proofs(
            @PathVariable String id,
            @RequestParam(name = "phan", defaultValue = MISSING) String part,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            @RequestParam(name = "cum", required = false) @Nullable Long only,
            @RequestParam(name = "tim", defaultValue = "") String words,
            Model model,
            Principal user) {
        var round = readable(rounds, desk, id, user);
        var review = proofs.review(id);
        desk.frame(model, round, PATH, user);
        model.addAttribute("part", part);
        model.addAttribute("only", only);
        model.addAttribute("words", words);
        model.addAttribute("older", round.version());
        model.addAttribute("newer", review.check().newVersion());
        model.addAttribute("missingCount", review.check().unproved().size());
        model.addAttribute("extraCount", review.check().unexplained().size());
        model.addAttribute(
                "doneCount", review.confirmed().size() + review.waivers().size());
        model.addAttribute("certainCount", review.certain().size());
        switch (part) {
            case EXTRA -> extras(model, review, page);
            case DONE -> done(model, review, page);
            default -> missing(model, review, only, words, page);
        }
        return "consultation/proofs";
    }

    /** Those who propose, decide and run look; the rest of the ward isn't concerned. */
    static Round readable(Rounds rounds, RoundDesk desk, String id, Principal user) {
        var round = desk.visible(id, user);
        var name = user.getName();
        if (!rounds.mayEdit(name, round) && !rounds.mayDecide(name, round) && !rounds.mayRun(name, round)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return round;
    }

    private void missing(Model model, Review review, @Nullable Long only, String words, int page) {
        var all = review.check().unproved().stream()
                .filter(cluster -> only == null || cluster.id() == only)
                .toList();
        var shown = page(model, all, page);
        var voices = proofs.voices(shown);
        model.addAttribute(
                "missing",
                shown.stream()
                        .map(cluster -> {
                            var voice = Objects.requireNonNullElse(
                                    voices.get(cluster.id()), new Proofs.Voice(cluster.gist(), ""));
                            return new Missing(
                                    cluster,
                                    "YK-" + cluster.firstComment(),
                                    disposition(cluster),
                                    voice.text(),
                                    voice.quote(),
                                    suggested(review, cluster, only == null ? "" : words));
                        })
                        .toList());
    }

    private static String disposition(Cluster cluster) {
        var answer = cluster.answer();
        return answer == null
                ? ""
                : answer.disposition().title() + (cluster.decision() == null ? " (đề xuất)" : " (đã quyết định)");
    }

    private static List<Suggested> suggested(Review review, Cluster cluster, String words) {
        if (!words.isBlank()) {
            return review.changes().stream()
                    .filter(change -> change.words().stream()
                            .anyMatch(piece -> !Search.find(piece.text(), words).isEmpty()))
                    .limit(PAGE)
                    .map(change -> new Suggested(Marked.change(change), 0, false))
                    .toList();
        }
        var suggestions = review.suggestions().getOrDefault(cluster.id(), List.of());
        boolean certain = Proofs.certain(suggestions);
        return suggestions.stream()
                .map(each -> new Suggested(
                        Marked.change(each.change()),
                        (int) Math.round(HUNDRED * each.likeness()),
                        certain && each == suggestions.get(0)))
                .toList();
    }

    private static void extras(Model model, Review review, int page) {
        var likely = new HashMap<Long, LinkedHashSet<Cluster>>();
        review.accepted().forEach(cluster -> likely.computeIfAbsent(cluster.clauseId(), none -> new LinkedHashSet<>())
                .add(cluster));
        var byId = review.accepted().stream().collect(Collectors.toMap(Cluster::id, cluster -> cluster));
        review.suggestions()
                .forEach((cluster, suggestions) -> suggestions.forEach(
                        each -> likely.computeIfAbsent(each.clauseId(), none -> new LinkedHashSet<>())
                                .add(Objects.requireNonNull(byId.get(cluster)))));
        model.addAttribute(
                "extras",
                page(model, review.check().unexplained(), page).stream()
                        .map(change -> extra(change, likely))
                        .toList());
    }

    private static Extra extra(Change change, Map<Long, LinkedHashSet<Cluster>> likely) {
        return new Extra(
                Marked.change(change),
                likely.getOrDefault(Traces.clauseId(change), new LinkedHashSet<>()).stream()
                        .limit(OFFERED)
                        .map(cluster -> new Option(cluster.id(), name(cluster)))
                        .toList());
    }

    private static String name(Cluster cluster) {
        var gist = cluster.gist();
        return "YK-" + cluster.firstComment() + ": " + (gist.length() <= GIST ? gist : gist.substring(0, GIST) + "…");
    }

    private void done(Model model, Review review, int page) {
        var confirmed = review.confirmed();
        var waivers = review.waivers();
        int at = pages(model, Math.max(confirmed.size(), waivers.size()), page);
        model.addAttribute(
                "kept",
                part(confirmed, at).stream()
                        .map(each -> new Kept(
                                each.cluster(),
                                each.clauseId(),
                                each.change() == null ? null : Marked.change(each.change()),
                                each.standing(),
                                desk.signed(each.signed())))
                        .toList());
        var byId = review.accepted().stream().collect(Collectors.toMap(Cluster::id, cluster -> cluster));
        model.addAttribute(
                "passed",
                part(waivers, at).stream()
                        .map(waiver -> {
                            boolean isCluster = waiver.kind() == Waivable.UNPROVED;
                            var cluster = isCluster ? byId.get(waiver.target()) : null;
                            return new Passed(
                                    isCluster,
                                    waiver.target(),
                                    cluster == null
                                            ? (isCluster ? "Cụm ý kiến " + waiver.target() : "Đoạn thay đổi")
                                            : name(cluster),
                                    waiver.reason(),
                                    desk.signed(waiver.signed()));
                        })
                        .toList());
    }

    /** One page of a list; a page beyond its end is the last. */
    static <T> List<T> page(Model model, List<T> all, int page) {
        return part(all, pages(model, all.size(), page));
    }

    private static <T> List<T> part(List<T> all, int at) {
        return all.subList(Math.min(all.size(), at * PAGE), Math.min(all.size(), (at + 1) * PAGE));
    }

    /** Puts which page is shown of how many into the model, and gives back which. */
    static int pages(Model model, int size, int page) {
        int last = Math.max(0, (size - 1) / PAGE);
        int at = Math.max(0, Math.min(page, last));
        model.addAttribute("page", at);
        model.addAttribute("pages", last + 1);
        return at;
    }

    @PostMapping("/lay-y-kien/{id}/doi-chieu/xac-nhan")
    String confirm(
            @PathVariable String id,
            @RequestParam("cum") long cluster,
            @RequestParam(name = "doan", required = false) @Nullable List<Long> clauses,
            @RequestParam("phien-ban") int seen,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Principal user,
            RedirectAttributes flash) {
        return act(
                id,
                MISSING,
                page,
                user,
                flash,
                "Đã xác nhận nơi thể hiện.",
                () -> proofs.attach(id, cluster, clauses == null ? List.of() : clauses, seen, user.getName()));
    }

    @PostMapping("/lay-y-kien/{id}/doi-chieu/chac-chan")
    String confirmCertain(
            @PathVariable String id, @RequestParam("phien-ban") int seen, Principal user, RedirectAttributes flash) {
        return act(
                id,
                MISSING,
                0,
                user,
                flash,
                "Đã xác nhận các gợi ý chắc chắn.",
                () -> proofs.confirmCertain(id, seen, user.getName()));
    }

    @PostMapping("/lay-y-kien/{id}/doi-chieu/gan")
    String attach(
            @PathVariable String id,
            @RequestParam("doan") long clause,
            @RequestParam(name = "cum", required = false) @Nullable Long cluster,
            @RequestParam(name = "ma", defaultValue = "") String code,
            @RequestParam("phien-ban") int seen,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Principal user,
            RedirectAttributes flash) {
        return act(id, EXTRA, page, user, flash, "Đã gắn thay đổi với ý kiến.", () -> {
            var typed = CODE.matcher(code);
            if (typed.matches()) {
                return proofs.attachToComment(
                        id, Long.parseLong(typed.group(1)), List.of(clause), seen, user.getName());
            }
            if (!code.isBlank() || cluster == null) {
                return Verdict.refused("ma", "Ý kiến: hãy chọn một ý kiến hoặc nhập mã như YK-123.");
            }
            return proofs.attach(id, cluster, List.of(clause), seen, user.getName());
        });
    }

    @PostMapping("/lay-y-kien/{id}/doi-chieu/bo")
    String detach(
            @PathVariable String id,
            @RequestParam("cum") long cluster,
            @RequestParam("doan") long clause,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Principal user,
            RedirectAttributes flash) {
        return act(
                id,
                DONE,
                page,
                user,
                flash,
                "Đã bỏ xác nhận.",
                () -> proofs.detach(id, cluster, clause, user.getName()));
    }

    @PostMapping("/lay-y-kien/{id}/doi-chieu/bo-qua")
    String waive(
            @PathVariable String id,
            @RequestParam(name = "cum", required = false) @Nullable Long cluster,
            @RequestParam(name = "doan", required = false) @Nullable List<Long> clauses,
            @RequestParam(name = "ly-do", required = false) @Nullable String reason,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Principal user,
            RedirectAttributes flash) {
        var kind = cluster == null ? Waivable.UNEXPLAINED : Waivable.UNPROVED;
        var targets = cluster == null ? (clauses == null ? List.<Long>of() : clauses) : List.of(cluster);
        return act(id, cluster == null ? EXTRA : MISSING, page, user, flash, "Đã ghi lý do.", () -> {
            var verdict = proofs.waive(id, kind, targets, reason, user.getName());
            if (verdict instanceof Verdict.Refused) {
                // what was typed and chosen is there again
                flash.addFlashAttribute("typed", reason);
                flash.addFlashAttribute("typedFor", targets);
            }
            return verdict;
        });
    }

    private String act(
            String id,
            String part,
            int page,
            Principal user,
            RedirectAttributes flash,
            String done,
            Supplier<Verdict> deed) {
        readable(rounds, desk, id, user);
        RoundDesk.act(flash, done, deed);
        flash.addAttribute("phan", part);
        flash.addAttribute("trang", page);
        return "redirect:/lay-y-kien/" + id + PATH;
    }
}
