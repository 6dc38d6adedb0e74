package vn.daihoi.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.consultation.report.Reports;

/** What became of what people said, for everybody, once it was made public. */
@Controller
class ResultPages {

    private static final int PAGE = 30;
    private static final int WORDS_LENGTH = 100;

    private final Rounds rounds;
    private final Reports reports;
    private final Throttle throttle;

    ResultPages(Rounds rounds, Reports reports, Throttle throttle) {
        this.rounds = rounds;
        this.reports = reports;
        this.throttle = throttle;
    }

    /**
     * A line of a picture.
     *
     * @param title what is counted
     * @param count how many
     * @param width of its bar, from 0 to 100
     * @param means what it means in plain words, empty for a group
     * @param value for the filter, empty for a group
     */
    public record Bar(String title, int count, int width, String means, String value) {}

    @GetMapping("/gop-y/{slug}/ket-qua")
    String page(
            @PathVariable String slug,
            @RequestParam(name = "tim", defaultValue = "") String typed,
            @RequestParam(name = "kq", defaultValue = "") String result,
            @RequestParam(name = "trang", defaultValue = "1") String wished,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        // a search reads all clusters of the round
        var wait = typed.isBlank() ? Optional.<Duration>empty() : throttle.lookup(throttle.source(request));
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var round = rounds.bySlug(slug)
                .filter(one -> one.status() == RoundStatus.PUBLISHED)
                .orElseThrow(RoundDesk::notFound);
        var words = typed.length() > WORDS_LENGTH ? typed.substring(0, WORDS_LENGTH) : typed.strip();
        var disposition = disposition(result);
        int number = wished.matches("[1-9]\\d{0,4}") ? Integer.parseInt(wished) : 1;
        var results = reports.results(round.id(), words, disposition, (number - 1) * PAGE, PAGE);
        model.addAttribute("round", round);
        model.addAttribute("roundTitle", rounds.title(round));
        model.addAttribute("results", results);
        model.addAttribute("sources", sources(results));
        model.addAttribute("dispositions", dispositions(results));
        model.addAttribute("words", words);
        model.addAttribute("result", disposition == null ? "" : disposition.name());
        model.addAttribute("number", number);
        model.addAttribute("pages", (results.matching() + PAGE - 1) / PAGE);
        return "consultation/result";
    }

    private static @Nullable Disposition disposition(String name) {
        return Arrays.stream(Disposition.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Bar> sources(Reports.Results results) {
        int most = results.bySource().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        var bars = new ArrayList<Bar>();
        for (var source : SourceGroup.values()) {
            int count = results.bySource().getOrDefault(source, 0);
            if (count > 0) {
                bars.add(new Bar(source.title(), count, width(count, most), "", ""));
            }
        }
        return bars;
    }

    private static List<Bar> dispositions(Reports.Results results) {
        int most = results.answers().values().stream()
                .mapToInt(count -> count.comments())
                .max()
                .orElse(0);
        var bars = new ArrayList<Bar>();
        for (var disposition : Disposition.values()) {
            int count = Optional.ofNullable(results.answers().get(disposition))
                    .map(counted -> counted.comments())
                    .orElse(0);
            if (count > 0) {
                bars.add(new Bar(
                        disposition.title(), count, width(count, most), means(disposition), disposition.name()));
            }
        }
        return bars;
    }

    private static int width(int count, int most) {
        return Math.max(1, (int) (100L * count / most));
    }

    /** In words that need no explanation. */
    private static String means(Disposition disposition) {
        return switch (disposition) {
            case ACCEPTED -> "Dự thảo được sửa theo ý kiến.";
            case PARTLY -> "Dự thảo được sửa theo một phần của ý kiến.";
            case KEPT -> "Dự thảo giữ nguyên, có nêu lý do.";
            case NOTED -> "Ý kiến được ghi lại để xem xét khi thực hiện.";
            case REFERRED -> "Ý kiến được chuyển đến cơ quan có trách nhiệm.";
            case DUPLICATE -> "Đã được trả lời ở một ý kiến khác có cùng nội dung.";
            case OUT_OF_SCOPE -> "Ý kiến không thuộc nội dung của dự thảo này.";
        };
    }
}
