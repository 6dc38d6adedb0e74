package vn.daihoi.document.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentStatus;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.IssuedNumbers.IssuedNumber;
import vn.daihoi.document.Versions;
import vn.daihoi.document.numbering.Numbers;
import vn.daihoi.document.numbering.Numbers.Issue;
import vn.daihoi.document.numbering.Numbers.Wanted;

/** Where the records clerk gives a version its number, and the book of numbers. */
@Controller
class NumberPages {

    private static final int LAST_PAGE = 10_000;

    private final Desk desk;
    private final Documents documents;
    private final Versions versions;
    private final Numbers numbers;
    private final Congresses congresses;
    private final Clock clock;

    NumberPages(
            Desk desk, Documents documents, Versions versions, Numbers numbers, Congresses congresses, Clock clock) {
        this.desk = desk;
        this.documents = documents;
        this.versions = versions;
        this.numbers = numbers;
        this.congresses = congresses;
        this.clock = clock;
    }

    /** A published version and its number, if it has one. */
    public record VersionRow(int number, String title, @Nullable String issued) {}

    /** What was typed, to show it again. */
    public record Typed(int version, String body, String place, String date) {}

    /** A field at fault and what is wrong with it. */
    public record Fault(@Nullable String field, String message) {}

    /** A line of the book. */
    public record Line(
            String number,
            String date,
            String place,
            String title,
            String address,
            String body,
            String unit,
            String term,
            String given) {}

    @GetMapping("/van-kien/{id}/cap-so")
    String form(
            @PathVariable String id,
            @RequestParam(name = "phien-ban", required = false) @Nullable Integer version,
            Model model,
            Principal user) {
        var document = desk.visible(id, user);
        int chosen = version != null
                ? version
                : versions.latest(id).map(NumberPages::number).orElse(0);
        return form(document, new Typed(chosen, "", "", VietnamTime.today(clock).toString()), null, model, user);
    }

    @PostMapping("/van-kien/{id}/cap-so")
    ModelAndView issue(
            @PathVariable("id") String id,
            @RequestParam("version") int version,
            @RequestParam(name = "body", defaultValue = "") String body,
            @RequestParam(name = "place", defaultValue = "") String place,
            @RequestParam(name = "date", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate date,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        var document = desk.visible(id, user);
        var where = IndicatorPages.clean(place);
        var issue = numbers.issue(id, version, body, where, date, user.getName());
        if (issue instanceof Issue.Refused no) {
            var typed = new Typed(version, body, where, date == null ? "" : date.toString());
            var page = new ModelAndView(
                    form(document, typed, new Fault(no.field(), no.message()), model, user), model.asMap());
            page.setStatus(
                    numbers.mayIssue(user.getName(), document)
                            ? HttpStatus.UNPROCESSABLE_ENTITY
                            : HttpStatus.FORBIDDEN);
            return page;
        }
        if (issue instanceof Issue.Standing standing) {
            flash.addFlashAttribute(
                    "refusal",
                    "Phiên bản " + version + " đã được "
                            + desk.signed(standing.number().given()) + " cấp "
                            + standing.number().number() + "; số đã cấp không thay đổi.");
        } else if (issue instanceof Issue.Given given) {
            flash.addFlashAttribute("message", "Đã cấp " + given.number().number() + " cho phiên bản " + version + ".");
        }
        return new ModelAndView("redirect:/van-kien/" + id + "/cap-so?phien-ban=" + version);
    }

    private String form(Document document, Typed typed, @Nullable Fault fault, Model model, Principal user) {
        var published = versions.published(document.id());
        model.addAttribute("document", document);
        model.addAttribute("term", congresses.get(document.congress()).term());
        model.addAttribute(
                "versions",
                published.stream()
                        .map(version -> new VersionRow(
                                number(version),
                                version.title(),
                                numbers.of(version.id()).map(this::told).orElse(null)))
                        .toList());
        model.addAttribute(
                "open",
                published.stream()
                        .filter(version -> numbers.of(version.id()).isEmpty())
                        .map(NumberPages::number)
                        .toList());
        model.addAttribute("bodies", numbers.bodies());
        model.addAttribute("today", VietnamTime.today(clock));
        model.addAttribute("typed", typed);
        model.addAttribute("fault", fault);
        model.addAttribute(
                "mayIssue",
                numbers.mayIssue(user.getName(), document) && document.status() != DocumentStatus.CANCELLED);
        return "document/number";
    }

    private String told(IssuedNumber issued) {
        return issued.number() + ", " + issued.place() + ", ngày " + VietnamTime.day(issued.date()) + ". Cấp số: "
                + desk.signed(issued.given()) + ".";
    }

    @GetMapping("/van-kien/so")
    String book(
            @RequestParam(name = "co-quan", required = false) @Nullable String body,
            @RequestParam(name = "loai", required = false) @Nullable String type,
            @RequestParam(name = "nhiem-ky", required = false) @Nullable String term,
            @RequestParam(name = "tim", required = false) @Nullable String words,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model,
            Principal user) {
        int at = Math.min(Math.max(page, 0), LAST_PAGE);
        var wanted = new Wanted(clean(body), clean(type), clean(term), clean(words));
        var found = numbers.book(wanted, at, user.getName());
        model.addAttribute(
                "lines", found.stream().limit(Numbers.PAGE).map(this::line).toList());
        model.addAttribute("more", found.size() > Numbers.PAGE);
        model.addAttribute("page", at);
        model.addAttribute("wanted", wanted);
        model.addAttribute("bodies", numbers.bodies());
        model.addAttribute(
                "types",
                documents.types().stream()
                        .map(one -> one.numberCode())
                        .distinct()
                        .toList());
        model.addAttribute("terms", numbers.terms(user.getName()));
        return "document/number-book";
    }

    private Line line(Numbers.Entry entry) {
        return new Line(
                entry.number().number(),
                VietnamTime.day(entry.number().date()),
                entry.number().place(),
                entry.title() + ", phiên bản " + entry.version(),
                "/van-kien/" + entry.document() + "/doc/" + entry.version(),
                entry.body(),
                entry.unit(),
                entry.term(),
                Objects.requireNonNullElse(desk.signed(entry.number().given()), ""));
    }

    private static @Nullable String clean(@Nullable String typed) {
        return typed == null ? null : IndicatorPages.clean(typed);
    }

    private static int number(DocumentVersion version) {
        return Objects.requireNonNullElse(version.number(), 0);
    }
}
