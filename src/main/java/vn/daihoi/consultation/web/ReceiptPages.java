package vn.daihoi.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Cluster;
import vn.daihoi.consultation.Comment;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.Proofs;
import vn.daihoi.consultation.Receipts;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.RoundTexts;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.report.QrCode;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;

/** Where authors follow what became of what they said, by the code of their receipt and nothing else. */
@Controller
class ReceiptPages {

    private final Comments comments;
    private final Rounds rounds;
    private final RoundTexts texts;
    private final Proofs proofs;
    private final Versions versions;
    private final Throttle throttle;
    private final PublicIntake.Address address;
    private final Clock clock;

    ReceiptPages(
            Comments comments,
            Rounds rounds,
            RoundTexts texts,
            Proofs proofs,
            Versions versions,
            Throttle throttle,
            PublicIntake.Address address,
            Clock clock) {
        this.comments = comments;
        this.rounds = rounds;
        this.texts = texts;
        this.proofs = proofs;
        this.versions = versions;
        this.throttle = throttle;
        this.address = address;
        this.clock = clock;
    }

    /**
     * One step of the way of a comment.
     *
     * @param title what it is called
     * @param when when it was taken, null while it is to come
     * @param words what there is to say about it, in sentences
     */
    public record Step(String title, @Nullable String when, List<String> words) {

        /** Whether it was taken. */
        public boolean done() {
            return when != null;
        }
    }

    /** A clause of the new version that shows what was taken up. */
    public record Shown(long id, String words) {}

    @GetMapping("/gop-y/theo-doi")
    @Nullable
    String find(@RequestParam(name = "ma", defaultValue = "") String code, Model model, HttpServletResponse response) {
        if (code.isBlank()) {
            return "consultation/public-find";
        }
        var normal = Receipts.normal(code);
        if (!normal.matches("[0-9A-Z-]{14}")) {
            return unknown(code, model, response);
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, "/gop-y/bien-nhan/" + normal);
        return null;
    }

    @GetMapping("/gop-y/bien-nhan/{code}")
    String receipt(@PathVariable String code, Model model, HttpServletRequest request, HttpServletResponse response) {
        // what a receipt opens is between its holder and us
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        var wait = throttle.lookup(throttle.source(request));
        if (wait.isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            model.addAttribute("typed", code);
            model.addAttribute(
                    "message", "Từ nơi bạn đang dùng vừa có quá nhiều lượt tra cứu. Hãy thử lại sau ít phút.");
            return "consultation/public-find";
        }
        var found = comments.byReceipt(code);
        if (found.isEmpty()) {
            return unknown(code, model, response);
        }
        show(found.get(), Receipts.normal(code), model);
        return "consultation/public-receipt";
    }

    private static String unknown(String code, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("typed", code);
        model.addAttribute("message", "Không có góp ý nào mang mã này. Hãy kiểm tra lại từng chữ trên biên nhận.");
        return "consultation/public-find";
    }

    private void show(Comment comment, String code, Model model) {
        var round = rounds.get(comment.round());
        var cluster = comments.clusterOf(comment.id()).orElse(null);
        var link = address.of(
                "/gop-y/bien-nhan/" + code,
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        model.addAttribute("code", code);
        model.addAttribute("link", link);
        model.addAttribute("qr", QrCode.of(link));
        model.addAttribute("round", round);
        model.addAttribute("roundTitle", rounds.title(round));
        model.addAttribute("comment", comment);
        model.addAttribute(
                "clause",
                texts.clause(round, comment.clauseId()).map(ReceiptPages::words).orElse(null));
        model.addAttribute("hidden", hidden(round, comment, cluster));
        model.addAttribute("steps", steps(round, comment, cluster));
        model.addAttribute("shown", shown(round, cluster));
    }

    /** Why it isn't worked on, null when it is. Its author is told so, and nobody else. */
    private @Nullable String hidden(Round round, Comment comment, @Nullable Cluster cluster) {
        return cluster != null
                ? null
                : comments.hidden(round.id()).stream()
                        .filter(one -> one.comment().id() == comment.id())
                        .findFirst()
                        .map(Comments.Hidden::reason)
                        .orElse(null);
    }

    private List<Step> steps(Round round, Comment comment, @Nullable Cluster cluster) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                "Đã tiếp nhận",
                VietnamTime.moment(comment.receivedAt()),
                List.of("Góp ý được lưu nguyên văn với mã " + comment.code() + ".")));
        steps.add(grouped(cluster));
        var proposal = cluster == null ? null : cluster.proposal();
        var decision = cluster != null && decided(round) ? cluster.decision() : null;
        var discussed = proposal != null ? proposal : decision;
        steps.add(
                discussed == null
                        ? new Step("Tổ biên tập nghiên cứu, thảo luận", null, List.of())
                        : new Step(
                                "Tổ biên tập đã nghiên cứu, thảo luận",
                                VietnamTime.moment(discussed.signed().at()),
                                List.of()));
        if (decision == null) {
            steps.add(new Step("Cấp ủy quyết định tiếp thu, giải trình", null, List.of()));
        } else {
            var words = new ArrayList<String>();
            words.add("Kết quả: " + decision.disposition().title() + ".");
            if (!decision.reason().isBlank()) {
                words.add("Lý do: " + decision.reason());
            }
            steps.add(new Step(
                    "Cấp ủy đã quyết định", VietnamTime.moment(decision.signed().at()), words));
        }
        return steps;
    }

    /** Says how many, not what: the words of the others are theirs. */
    private Step grouped(@Nullable Cluster cluster) {
        if (cluster == null) {
            return new Step("Gộp với các góp ý cùng nội dung", null, List.of());
        }
        return new Step(
                "Đã xếp nhóm theo nội dung",
                "tính đến " + VietnamTime.moment(clock.instant()),
                List.of(
                        cluster.size() > 1
                                ? "Có " + (cluster.size() - 1) + " góp ý khác cùng nội dung; tất cả được trả lời chung."
                                : "Chưa có góp ý khác cùng nội dung."));
    }

    /** While the committee is at it, it may still decide otherwise. */
    private static boolean decided(Round round) {
        return switch (round.status()) {
            case REPORTING, REVISING, PUBLISHING, PUBLISHED -> true;
            default -> false;
        };
    }

    /** Where the new version shows it; the new version is for everybody once the result is. */
    private List<Shown> shown(Round round, @Nullable Cluster cluster) {
        var number = round.newVersion();
        if (cluster == null
                || cluster.decision() == null
                || !cluster.decision().disposition().accepts()
                || number == null
                || round.status() != RoundStatus.PUBLISHED) {
            return List.of();
        }
        var confirmed = proofs.confirmed(cluster.id());
        return versions.numbered(round.document(), number)
                .map(version -> versions.read(version).clauses().stream()
                        .filter(clause -> confirmed.contains(clause.id()))
                        .map(clause -> new Shown(clause.id(), words(clause)))
                        .toList())
                .orElse(List.of());
    }

    private static String words(Clause clause) {
        return (clause.label() + " " + clause.text()).strip();
    }
}
