package vn.daihoi.consultation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.FormStamps;
import vn.daihoi.consultation.Intake;
import vn.daihoi.consultation.Intake.Received;
import vn.daihoi.consultation.NewComment;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.RoundTexts;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;

/**
 * The pages on which everybody reads a draft and says what they think of it. They know nobody: no account, no session,
 * no cookie. All of it works without JavaScript; {@code gop-y.js} only makes it handier.
 */
@Controller
class PublicPages {

    /** Rounds and their new versions whose text is kept as markup. */
    private static final int TEXTS = 20;

    private static final int SLUGS = 1_000;

    private final Rounds rounds;
    private final RoundTexts texts;
    private final Versions versions;
    private final Intake intake;
    private final FormStamps stamps;
    private final Throttle throttle;
    private final ResourceUrlProvider assets;
    private final Clock clock;

    private final Cache<String, DraftText.Markup> markups =
            Caffeine.newBuilder().maximumSize(TEXTS).build();

    /** For those who send: a thousand at once needn't ask the database for the same round a thousand times. */
    private final Cache<String, Optional<Round>> receiving = Caffeine.newBuilder()
            .maximumSize(SLUGS)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    PublicPages(
            Rounds rounds,
            RoundTexts texts,
            Versions versions,
            Intake intake,
            FormStamps stamps,
            Throttle throttle,
            ResourceUrlProvider assets,
            Clock clock) {
        this.rounds = rounds;
        this.texts = texts;
        this.versions = versions;
        this.intake = intake;
        this.stamps = stamps;
        this.throttle = throttle;
        this.assets = assets;
        this.clock = clock;
    }

    /** A round in the list. */
    public record Line(String slug, String title, String when) {}

    /**
     * What somebody filled in, as typed.
     *
     * @param clause where it belongs, 0 for the draft as a whole
     * @param stamp the stamp of the form
     */
    public record Typed(
            long clause, String quote, String type, String text, String source, String area, String stamp) {}

    @GetMapping("/gop-y")
    String list(Model model) {
        model.addAttribute(
                "open",
                rounds.openToPublic().stream()
                        .map(round -> line(round, "Nhận góp ý đến " + closes(round)))
                        .toList());
        model.addAttribute(
                "published",
                rounds.published().stream()
                        .filter(round -> round.slug() != null)
                        .map(round -> line(round, "Đã công khai kết quả"))
                        .toList());
        return "consultation/public-list";
    }

    /**
     * The draft; with {@code doan} the form on one clause instead, for who has no JavaScript. The draft is the same for
     * everybody, so a browser that has it asks only whether it still may show it.
     */
    @GetMapping("/gop-y/{slug}")
    @Nullable
    String draft(
            @PathVariable String slug,
            @RequestParam(name = "doan", required = false) @Nullable String clause,
            Model model,
            WebRequest request,
            HttpServletResponse response) {
        var round = known(rounds.bySlug(slug));
        frame(model, round);
        if (clause != null) {
            return form(round, clause, model, response);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        if (request.checkNotModified(tag(round, model))) {
            return null;
        }
        model.addAttribute("text", markups.get(slug, none -> text(round, slug)));
        return "consultation/public-draft";
    }

    /** The form alone, for the script that opens it below its clause. */
    @GetMapping("/gop-y/{slug}/phieu")
    String form(
            @PathVariable String slug,
            @RequestParam(name = "doan", defaultValue = "0") String clause,
            Model model,
            HttpServletResponse response) {
        var round = known(rounds.bySlug(slug));
        frame(model, round);
        form(round, clause, model, response);
        return round.openToPublic(clock.instant())
                ? "consultation/public-parts :: form"
                : "consultation/public-parts :: closed";
    }

    private String form(Round round, String clause, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        var place =
                place(clause).filter(id -> id == 0 || texts.clause(round, id).isPresent());
        return ask(
                round,
                new Typed(
                        place.orElseThrow(RoundDesk::notFound),
                        "",
                        CommentType.AMEND.name(),
                        "",
                        "",
                        "",
                        stamps.issue(round)),
                null,
                model);
    }

    /** The new version the answers led to, once the result is public. */
    @GetMapping("/gop-y/{slug}/ban-moi")
    String newVersion(@PathVariable String slug, Model model) {
        var round = known(rounds.bySlug(slug));
        var number = round.newVersion();
        if (round.status() != RoundStatus.PUBLISHED || number == null) {
            throw RoundDesk.notFound();
        }
        var version = versions.numbered(round.document(), number).orElseThrow(RoundDesk::notFound);
        frame(model, round);
        model.addAttribute("version", version);
        model.addAttribute(
                "text",
                markups.get(
                        version.id(),
                        none -> DraftText.readable(versions.read(version).clauses())));
        return "consultation/public-new-version";
    }

    /** Takes a comment. Whatever keeps it from being stored, the page that says so still holds all that was typed. */
    @PostMapping("/gop-y/{slug}")
    @Nullable
    String send(
            @PathVariable String slug,
            @RequestAttribute(PublicForm.ATTRIBUTE) PublicForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (form.fault() != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("tooLarge", form.fault() == PublicForm.Fault.TOO_LARGE);
            model.addAttribute("slug", slug);
            return "consultation/public-unreadable";
        }
        var round = known(receiving.get(slug, rounds::bySlug));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        var typed = typed(form);
        var wait = throttle.comment(throttle.source(request));
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            return again(
                    HttpStatus.TOO_MANY_REQUESTS,
                    round,
                    typed,
                    "Hệ thống vừa nhận quá nhiều góp ý từ nơi bạn đang dùng. Nội dung bạn viết vẫn còn nguyên bên dưới; hãy"
                            + " gửi lại sau " + minutes(wait.get()) + ".",
                    model,
                    response);
        }
        var fault = fault(round, form, typed);
        if (fault != null) {
            var fresh = fault.equals(OUTDATED) ? restamped(round, typed) : typed;
            return again(HttpStatus.BAD_REQUEST, round, fresh, fault, model, response);
        }
        return answer(intake.receive(round, comment(round, typed)), round, typed, model, response);
    }

    private static final String OUTDATED =
            "Phiếu góp ý này đã mở quá lâu. Nội dung bạn viết vẫn còn nguyên; hãy xem lại rồi bấm gửi một lần nữa.";

    /** What shows that no person filled this form in, or that it isn't ours; null when nothing does. */
    private @Nullable String fault(Round round, PublicForm form, Typed typed) {
        if (!Objects.requireNonNullElse(form.field("website"), "").isEmpty()) {
            return "Có một ô ẩn phải để trống nhưng đã được điền, có thể do trình duyệt tự điền. Hãy bấm gửi lại.";
        }
        if (form.field("clause") == null || place(form.field("clause")).isEmpty()) {
            return "Phiếu thiếu “Vị trí” của góp ý. Hãy mở lại dự thảo và chọn đoạn cần góp ý.";
        }
        if (type(typed.type()).isEmpty()) {
            return "Hãy chọn “Loại góp ý”.";
        }
        if (source(typed.source()).isEmpty()) {
            return "Hãy chọn “Người góp ý”.";
        }
        return switch (stamps.age(round, typed.stamp())) {
            case GOOD -> null;
            case TOO_YOUNG -> "Phiếu vừa mở đã được gửi ngay. Hãy đọc lại nội dung bên dưới rồi bấm gửi một lần nữa.";
            case TOO_OLD -> OUTDATED;
        };
    }

    private @Nullable String answer(
            Received received, Round round, Typed typed, Model model, HttpServletResponse response) {
        if (received instanceof Received.Accepted accepted) {
            return seeReceipt(accepted.receipt(), response);
        }
        if (received instanceof Received.AlreadyThere there) {
            return seeReceipt(there.receipt(), response);
        }
        if (received instanceof Received.Refused refused) {
            var status = refused.field().equals("round") ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
            return again(status, round, typed, refused.message(), model, response);
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        return again(
                HttpStatus.SERVICE_UNAVAILABLE,
                round,
                typed,
                "Hệ thống đang bận nên góp ý CHƯA được lưu. Hãy giữ lại nội dung bên dưới và bấm gửi lại sau ít phút; gửi"
                        + " nhiều lần cũng chỉ được tính một lần.",
                model,
                response);
    }

    private static @Nullable String seeReceipt(String receipt, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, "/gop-y/bien-nhan/" + receipt);
        return null;
    }

    private String again(
            HttpStatus status, Round round, Typed typed, String message, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        frame(model, round);
        return ask(round, typed, message, model);
    }

    private String ask(Round round, Typed typed, @Nullable String message, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("message", message);
        model.addAttribute(
                "clause",
                typed.clause() == 0
                        ? null
                        : texts.clause(round, typed.clause())
                                .map(PublicPages::words)
                                .orElse(null));
        model.addAttribute("types", CommentType.values());
        model.addAttribute(
                "sources",
                Arrays.stream(SourceGroup.values())
                        .filter(source -> Intake.PUBLIC_SOURCES.contains(source)
                                && round.sources().contains(source))
                        .toList());
        model.addAttribute("isOpen", round.openToPublic(clock.instant()));
        return "consultation/public-form";
    }

    private static String words(Clause clause) {
        return (clause.label() + " " + clause.text()).strip();
    }

    private void frame(Model model, Round round) {
        model.addAttribute("round", round);
        model.addAttribute("roundTitle", rounds.title(round));
        model.addAttribute("closes", closes(round));
        model.addAttribute("isOpen", round.openToPublic(clock.instant()));
        model.addAttribute("isPublished", round.status() == RoundStatus.PUBLISHED);
        model.addAttribute("textLength", Intake.TEXT_LENGTH);
        model.addAttribute("quoteLength", Intake.QUOTE_LENGTH);
        model.addAttribute("areaLength", Intake.AREA_LENGTH);
    }

    private DraftText.Markup text(Round round, String slug) {
        return DraftText.commentable(texts.clauses(round), "/gop-y/" + slug);
    }

    private Line line(Round round, String when) {
        return new Line(Objects.requireNonNull(round.slug()), rounds.title(round), when);
    }

    private static String closes(Round round) {
        var at = round.closesAt();
        return at == null ? "" : VietnamTime.moment(at);
    }

    /** A round whose draft may be shown: it was opened, and not called off since. */
    private static Round known(Optional<Round> found) {
        return found.filter(round ->
                        round.status() == RoundStatus.OPEN || round.status().collected())
                .filter(round -> round.channels().contains(Channel.PUBLIC_PAGE))
                .orElseThrow(RoundDesk::notFound);
    }

    /** Weak, since a strong one would keep the page from being compressed. A new program brings new pages. */
    private String tag(Round round, Model model) {
        int page = Objects.hash(
                round,
                model.getAttribute("roundTitle"),
                model.getAttribute("isOpen"),
                assets.getForLookupPath("/assets/gop-y.css"),
                assets.getForLookupPath("/assets/gop-y.js"));
        return "W/\"" + round.id() + "-" + round.version() + "-" + Integer.toHexString(page) + "\"";
    }

    private static Typed typed(PublicForm form) {
        return new Typed(
                place(form.field("clause")).orElse(0L),
                orEmpty(form.field("quote")),
                orEmpty(form.field("type")),
                orEmpty(form.field("text")),
                orEmpty(form.field("source")),
                orEmpty(form.field("area")),
                orEmpty(form.field("stamp")));
    }

    private Typed restamped(Round round, Typed typed) {
        return new Typed(
                typed.clause(),
                typed.quote(),
                typed.type(),
                typed.text(),
                typed.source(),
                typed.area(),
                stamps.issue(round));
    }

    private static NewComment comment(Round round, Typed typed) {
        return new NewComment(
                source(typed.source()).orElseThrow(),
                Channel.PUBLIC_PAGE,
                null,
                typed.area(),
                typed.clause(),
                typed.quote(),
                type(typed.type()).orElseThrow(),
                typed.text(),
                origin(typed),
                null);
    }

    /**
     * The stamp and what was typed. A double click, a reload, a second try after "busy" are the same; whoever goes back and
     * writes something else has said something else, and must not be shown the receipt of the first.
     */
    private static String origin(Typed typed) {
        var all = String.join(
                "\n",
                List.of(typed.clause() + "", typed.type(), typed.source(), typed.area(), typed.quote(), typed.text()));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return typed.stamp() + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 18));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Id of a clause, 0 for the draft as a whole. */
    private static Optional<Long> place(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
    }

    private static Optional<CommentType> type(String name) {
        return Arrays.stream(CommentType.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    private static Optional<SourceGroup> source(String name) {
        return Arrays.stream(SourceGroup.values())
                .filter(source -> source.name().equals(name))
                .findFirst();
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static String minutes(Duration wait) {
        return wait.toSeconds() <= 60
                ? wait.toSeconds() + " giây"
                : String.format(Locale.ROOT, "%d phút", wait.toMinutes() + 1);
    }
}
