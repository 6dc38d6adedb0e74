package vn.daihoi.consultation.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
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
import vn.daihoi.consultation.AnswerDesk;
import vn.daihoi.consultation.Cluster;
import vn.daihoi.consultation.Clusters;
import vn.daihoi.consultation.Comment;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;

/** The clusters of a round: what the program grouped, and where editors split and merge. */
@Controller
class ClusterPages {

    private static final int PAGE = 40;
    private static final int MEMBERS = 50;
    private static final int SUGGESTIONS = 10;
    private static final int WORDS = 200;

    private final RoundDesk desk;
    private final Rounds rounds;
    private final Clusters clusters;
    private final Comments comments;
    private final AnswerDesk answers;

    ClusterPages(RoundDesk desk, Rounds rounds, Clusters clusters, Comments comments, AnswerDesk answers) {
        this.desk = desk;
        this.rounds = rounds;
        this.clusters = clusters;
        this.comments = comments;
        this.answers = answers;
    }

    /** A cluster in the list. */
    public record Row(
            long id, int size, String gist, String place, String sources, boolean contested, @Nullable String answer) {}

    /** Two clusters that may say the same, with the comments that stand for them. */
    public record PairRow(Row one, Row other, CommentLine oneText, CommentLine otherText, String likeness) {}

    /** A comment of a cluster; the likeness in words. */
    public record MemberRow(CommentLine comment, String likeness, boolean pending) {}

    /** A clause to choose. */
    public record ClauseOption(long id, String name) {}

    @GetMapping("/lay-y-kien/{id}/cum")
    String list(
            @PathVariable("id") String id,
            @RequestParam(name = "tim", defaultValue = "") String typed,
            @RequestParam(name = "doan", required = false) @Nullable Long clause,
            @RequestParam(name = "trang", required = false) @Nullable Integer typedPage,
            Model model,
            Principal user) {
        var round = readable(id, user);
        var words = typed.strip().substring(0, Math.min(typed.strip().length(), WORDS));
        int page = CommentLine.page(typedPage);
        var found = words.isEmpty()
                ? clusters.largest(round.id(), clause, page * PAGE, PAGE + 1)
                : clusters.search(round.id(), clause, words, page * PAGE, PAGE + 1);
        desk.frame(model, round, "/cum", user);
        model.addAttribute(
                "rows", found.stream().limit(PAGE).map(one -> row(round, one)).toList());
        model.addAttribute("more", found.size() > PAGE);
        model.addAttribute("page", page);
        model.addAttribute("words", words);
        model.addAttribute("clause", clause);
        model.addAttribute("count", clusters.count(round.id(), clause));
        model.addAttribute(
                "clauses",
                clusters.clauses(round.id()).stream()
                        .map(one -> new ClauseOption(one, shortened(place(round).apply(one))))
                        .toList());
        boolean first = words.isEmpty() && clause == null && page == 0;
        model.addAttribute("pairs", first ? pairs(round, clusters.suggestions(round.id(), SUGGESTIONS)) : List.of());
        return "consultation/clusters";
    }

    @GetMapping("/lay-y-kien/{id}/cum/{cluster}")
    String cluster(
            @PathVariable("id") String id,
            @PathVariable("cluster") long number,
            @RequestParam(name = "trang", required = false) @Nullable Integer typedPage,
            Model model,
            Principal user,
            RedirectAttributes flash) {
        var round = readable(id, user);
        var cluster = clusters.find(round.id(), number).orElseThrow(RoundDesk::notFound);
        if (cluster.size() == 0) {
            var now = clusters.successor(round.id(), number).orElseThrow(RoundDesk::notFound);
            if (!model.containsAttribute("message") && !model.containsAttribute("refusal")) {
                flash.addFlashAttribute("message", "Cụm " + number + " đã được gộp vào cụm này.");
            } else {
                model.asMap().forEach((name, value) -> {
                    if (name.equals("message") || name.equals("refusal")) {
                        flash.addFlashAttribute(name, value);
                    }
                });
            }
            return "redirect:/lay-y-kien/" + round.id() + "/cum/" + now.id();
        }
        int page = CommentLine.page(typedPage);
        var units = CommentLine.names(rounds.invitees(round.id()));
        var members = clusters.members(number, page * MEMBERS, MEMBERS + 1);
        desk.frame(model, round, "/cum", user);
        model.addAttribute("cluster", row(round, cluster));
        model.addAttribute(
                "members",
                members.stream()
                        .limit(MEMBERS)
                        .map(one -> new MemberRow(
                                CommentLine.of(one.comment(), units, place(round)),
                                likeness(one, cluster),
                                one.pending()))
                        .toList());
        model.addAttribute("more", members.size() > MEMBERS);
        model.addAttribute("page", page);
        model.addAttribute("pairs", pairs(round, clusters.suggestions(round.id(), number, SUGGESTIONS)));
        model.addAttribute(
                "maySplit",
                rounds.mayEdit(user.getName(), round) && round.status().answering() && cluster.decision() == null);
        return "consultation/cluster";
    }

    @PostMapping("/lay-y-kien/{id}/cum/{cluster}/tach")
    String split(
            @PathVariable("id") String id,
            @PathVariable("cluster") long cluster,
            @RequestParam(name = "y-kien", required = false) @Nullable List<Long> chosen,
            Principal user,
            RedirectAttributes flash) {
        var round = readable(id, user);
        var ids = chosen == null ? List.<Long>of() : chosen;
        var verdict = RoundDesk.act(
                flash,
                "Đã tách " + ids.size() + " ý kiến thành cụm riêng.",
                () -> clusters.split(round.id(), cluster, ids, user.getName()));
        long next = verdict.fold(
                () -> ids.stream()
                        .findFirst()
                        .flatMap(comments::clusterOf)
                        .map(Cluster::id)
                        .orElse(cluster),
                no -> cluster);
        return "redirect:/lay-y-kien/" + round.id() + "/cum/" + next;
    }

    @PostMapping("/lay-y-kien/{id}/cum/{cluster}/an")
    String hide(
            @PathVariable("id") String id,
            @PathVariable("cluster") long cluster,
            @RequestParam(name = "y-kien", required = false) @Nullable List<Long> chosen,
            @RequestParam(name = "ly-do", required = false) @Nullable String reason,
            Principal user,
            RedirectAttributes flash) {
        var round = readable(id, user);
        var ids = chosen == null ? List.<Long>of() : chosen;
        RoundDesk.act(
                flash,
                "Đã ẩn " + ids.size() + " ý kiến.",
                () -> comments.hide(round.id(), ids, reason, user.getName()));
        boolean left =
                clusters.find(round.id(), cluster).filter(one -> one.size() > 0).isPresent();
        return "redirect:/lay-y-kien/" + round.id() + "/cum" + (left ? "/" + cluster : "");
    }

    @PostMapping("/lay-y-kien/{id}/cum/gop")
    String merge(
            @PathVariable("id") String id,
            @RequestParam("cum") long cluster,
            @RequestParam(name = "vao", defaultValue = "") String into,
            @RequestParam(name = "ve", defaultValue = "") String back,
            Principal user,
            RedirectAttributes flash) {
        var round = readable(id, user);
        var number = into.strip().replaceFirst("^#", "");
        if (!number.matches("\\d{1,18}")) {
            flash.addFlashAttribute("refusal", "“Số của cụm nhận” phải là một số.");
            return "redirect:/lay-y-kien/" + round.id() + "/cum/" + cluster;
        }
        long target = Long.parseLong(number);
        var verdict = RoundDesk.act(
                flash,
                "Đã gộp cụm " + cluster + " vào cụm " + target + ".",
                () -> clusters.merge(round.id(), List.of(cluster), target, user.getName()));
        if (back.equals("danh-sach")) {
            return "redirect:/lay-y-kien/" + round.id() + "/cum";
        }
        return "redirect:/lay-y-kien/" + round.id() + "/cum/" + verdict.fold(() -> target, no -> cluster);
    }

    @PostMapping("/lay-y-kien/{id}/cum/khac")
    String keepApart(
            @PathVariable("id") String id,
            @RequestParam("cum") long one,
            @RequestParam("vao") long other,
            @RequestParam(name = "ve", defaultValue = "") String back,
            Principal user,
            RedirectAttributes flash) {
        var round = readable(id, user);
        RoundDesk.act(
                flash,
                "Đã ghi nhận: cụm " + one + " và cụm " + other + " là hai ý khác nhau.",
                () -> clusters.keepApart(round.id(), one, other, user.getName()));
        return "redirect:/lay-y-kien/" + round.id() + "/cum" + (back.equals("danh-sach") ? "" : "/" + one);
    }

    /** Editors, who decides and who runs the round; nobody else reads what isn't moderated yet. */
    private Round readable(String id, Principal user) {
        var round = desk.visible(id, user);
        var name = user.getName();
        if (!rounds.mayEdit(name, round) && !rounds.mayDecide(name, round) && !rounds.mayRun(name, round)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return round;
    }

    private List<PairRow> pairs(Round round, List<Clusters.Suggestion> suggestions) {
        var units = CommentLine.names(rounds.invitees(round.id()));
        return suggestions.stream()
                .map(pair -> new PairRow(
                        row(round, pair.one()),
                        row(round, pair.other()),
                        CommentLine.of(first(round, pair.one()), units, place(round)),
                        CommentLine.of(first(round, pair.other()), units, place(round)),
                        percent(pair.likeness())))
                .toList();
    }

    private Comment first(Round round, Cluster cluster) {
        return comments.find(round.id(), cluster.firstComment()).orElseThrow();
    }

    private Row row(Round round, Cluster cluster) {
        var answer = cluster.answer();
        return new Row(
                cluster.id(),
                cluster.size(),
                cluster.gist(),
                place(round).apply(cluster.clauseId()),
                cluster.sources().stream().map(SourceGroup::title).collect(Collectors.joining(", ")),
                cluster.contested(),
                answer == null
                        ? null
                        : (cluster.decision() != null ? "Đã quyết định: " : "Đề xuất: ")
                                + answer.disposition().title());
    }

    private LongFunction<String> place(Round round) {
        return clause -> answers.place(round, clause).name();
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    private static String likeness(Clusters.Seated seated, Cluster cluster) {
        if (seated.comment().id() == cluster.firstComment()) {
            return "đại diện cho cụm";
        }
        var likeness = seated.likeness();
        return likeness == null ? "do biên tập xếp vào" : "giống " + percent(likeness);
    }

    private static String percent(double likeness) {
        return String.format(Locale.forLanguageTag("vi-VN"), "%d %%", Math.round(100 * likeness));
    }
}
