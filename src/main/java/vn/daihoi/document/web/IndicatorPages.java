package vn.daihoi.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentStatus;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.Versions;
import vn.daihoi.document.indicator.Finding;
import vn.daihoi.document.indicator.Finding.Place;
import vn.daihoi.document.indicator.Indicator;
import vn.daihoi.document.indicator.IndicatorCheck;
import vn.daihoi.document.indicator.IndicatorInput;
import vn.daihoi.document.indicator.Indicators;
import vn.daihoi.document.indicator.TableDifference;

/** The targets of a version: the table, where the text says otherwise, and on a draft the means to edit it. */
@Controller
class IndicatorPages {

    private final Desk desk;
    private final Documents documents;
    private final Versions versions;
    private final Drafts drafts;
    private final Indicators indicators;

    IndicatorPages(Desk desk, Documents documents, Versions versions, Drafts drafts, Indicators indicators) {
        this.desk = desk;
        this.documents = documents;
        this.versions = versions;
        this.drafts = drafts;
        this.indicators = indicators;
    }

    /** One target as shown. */
    public record Row(
            String anchor, Indicator indicator, @Nullable IndicatorBar bar, @Nullable String place, int findings) {}

    /** One finding as shown, with the addresses of its places. */
    public record Found(
            String title, String code, String name, String sentence, boolean sure, boolean info, List<Link> links) {}

    /** A place to go to. */
    public record Link(String address, String label) {}

    /** One choice of a list. */
    public record Choice(String value, String label) {}

    /** A field at fault and what is wrong with it. */
    public record Fault(@Nullable String field, String message) {}

    @GetMapping("/van-kien/{id}/chi-tieu")
    String published(
            @PathVariable String id,
            @RequestParam(name = "phien-ban", required = false) @Nullable Integer number,
            Model model,
            Principal user) {
        var document = desk.visible(id, user);
        if (number != null) {
            return show(document, desk.version(document, number), model, user);
        }
        var latest = versions.latest(id);
        if (latest.isPresent()) {
            return show(document, latest.get(), model, user);
        }
        var own = draftsFor(document, user);
        if (!own.isEmpty()) {
            return "redirect:/van-kien/" + id + "/nhap/" + own.get(0).id() + "/chi-tieu";
        }
        model.addAttribute("document", document);
        return "document/indicators-none";
    }

    @GetMapping("/van-kien/{id}/nhap/{draft}/chi-tieu")
    String draft(
            @PathVariable String id,
            @PathVariable String draft,
            @RequestParam(name = "sua", required = false) @Nullable String code,
            Model model,
            Principal user) {
        var document = desk.editable(id, user);
        var version = drafts.find(id, draft).orElseThrow(Desk::notFound);
        var edited = indicators.of(version).stream()
                .filter(row -> row.code().equals(code))
                .findFirst();
        form(
                model,
                edited.map(IndicatorInput::of).orElse(IndicatorInput.empty()),
                edited.map(Indicator::code).orElse(null),
                null);
        return show(document, version, model, user);
    }

    @PostMapping("/van-kien/{id}/nhap/{draft}/chi-tieu")
    ModelAndView save(
            @PathVariable("id") String id,
            @PathVariable("draft") String draft,
            @RequestParam(name = "former", defaultValue = "") String former,
            HttpServletRequest request,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        var document = desk.editable(id, user);
        var before = former.isBlank() ? null : clean(former);
        var input = whole(request);
        var verdict = Verdict.despiteRaces(() -> indicators.save(id, draft, before, input, user.getName()));
        var version = drafts.find(id, draft);
        if (verdict instanceof Verdict.Refused no && version.isPresent()) {
            form(model, input, before, new Fault(no.field(), no.message()));
            var page = new ModelAndView(show(document, version.get(), model, user), model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        verdict.fold(
                () -> flash.addFlashAttribute(
                        "message", "Đã ghi chỉ tiêu " + input.code().strip() + "."),
                no -> flash.addFlashAttribute("refusal", no.message()));
        return new ModelAndView("redirect:" + (version.isPresent() ? of(id, draft) : "/van-kien/" + id));
    }

    @PostMapping("/van-kien/{id}/nhap/{draft}/chi-tieu/bo")
    String remove(
            @PathVariable String id,
            @PathVariable String draft,
            @RequestParam String code,
            Principal user,
            RedirectAttributes flash) {
        desk.editable(id, user);
        Desk.act(
                flash, "Đã bỏ chỉ tiêu " + code + ".", () -> indicators.remove(id, draft, clean(code), user.getName()));
        return back(id, draft);
    }

    @PostMapping("/van-kien/{id}/nhap/{draft}/chi-tieu/lay")
    String take(
            @PathVariable String id,
            @PathVariable String draft,
            @RequestParam(name = "row", required = false) @Nullable Set<Long> rows,
            Principal user,
            RedirectAttributes flash) {
        desk.editable(id, user);
        Desk.act(
                flash,
                "Đã lấy chỉ tiêu từ bảng trong văn bản.",
                () -> indicators.take(id, draft, rows == null ? Set.of() : rows, user.getName()));
        return back(id, draft);
    }

    private String show(Document document, DocumentVersion version, Model model, Principal user) {
        var table = indicators.of(version);
        var text = versions.read(version);
        var findings = IndicatorCheck.of(table, text.clauses());
        var reader = version.frozen()
                ? "/van-kien/" + document.id() + "/doc/" + version.number()
                : "/van-kien/" + document.id() + "/nhap/" + version.id() + "/xem";
        var anchors = new HashMap<String, String>();
        for (var row : table) {
            anchors.put(row.code(), "ct-" + row.position());
        }
        var here = text.clauses().stream().map(clause -> clause.id()).collect(Collectors.toSet());
        var former = version.frozen() ? Objects.requireNonNullElse(version.number(), 1) - 1 : version.base();
        boolean editor = documents.mayEdit(user.getName(), document);
        model.addAttribute("document", document);
        model.addAttribute("version", version);
        model.addAttribute("intact", text.intact());
        model.addAttribute(
                "rows",
                table.stream()
                        .map(row -> new Row(
                                Objects.requireNonNull(anchors.get(row.code())),
                                row,
                                IndicatorBar.of(row),
                                row.clauseId() != null && here.contains(row.clauseId())
                                        ? reader + "#c" + row.clauseId()
                                        : null,
                                (int) findings.stream()
                                        .filter(found -> found.code().equals(row.code())
                                                && found.kind() != Finding.Kind.NOT_MENTIONED)
                                        .count()))
                        .toList());
        model.addAttribute(
                "findings",
                findings.stream()
                        .map(found -> found(found, table, anchors, reader))
                        .toList());
        model.addAttribute(
                "contradictions",
                findings.stream()
                        .filter(found -> found.kind() != Finding.Kind.NOT_MENTIONED)
                        .count());
        model.addAttribute("former", former);
        model.addAttribute(
                "differences",
                former < 1
                        ? List.of()
                        : versions.numbered(document.id(), former)
                                .map(older -> TableDifference.between(indicators.of(older), table))
                                .orElse(List.of()));
        model.addAttribute(
                "numbers",
                versions.published(document.id()).stream()
                        .map(DocumentVersion::number)
                        .toList());
        model.addAttribute("drafts", draftsFor(document, user));
        model.addAttribute("editable", editor && !version.frozen() && document.status() != DocumentStatus.CANCELLED);
        model.addAttribute("proposals", version.frozen() ? List.of() : indicators.proposals(text.clauses(), table));
        return "document/indicators";
    }

    private static void form(Model model, IndicatorInput input, @Nullable String former, @Nullable Fault fault) {
        model.addAttribute("typed", input);
        model.addAttribute("editing", former);
        model.addAttribute("fault", fault);
        model.addAttribute(
                "kinds",
                Arrays.stream(Indicator.Kind.values())
                        .map(kind -> new Choice(kind.name(), kind.title()))
                        .toList());
    }

    private static Found found(Finding finding, List<Indicator> table, Map<String, String> anchors, String reader) {
        var links = new ArrayList<Link>();
        var first = finding.first();
        if (first == null) {
            links.add(new Link("#" + anchors.get(finding.code()), "Bảng chỉ tiêu, dòng " + finding.code()));
        } else {
            links.add(link(reader, first));
        }
        var second = finding.second();
        if (second != null) {
            links.add(link(reader, second));
        }
        return new Found(
                finding.kind().title(),
                finding.code(),
                table.stream()
                        .filter(row -> row.code().equals(finding.code()))
                        .map(Indicator::name)
                        .findFirst()
                        .orElse(""),
                finding.sentence(),
                finding.sure(),
                finding.kind() == Finding.Kind.NOT_MENTIONED,
                links);
    }

    private static Link link(String reader, Place place) {
        return new Link(
                reader + "#c" + place.clause(),
                place.where().substring(0, 1).toUpperCase(Locale.ROOT)
                        + place.where().substring(1) + ": “" + place.words() + "”");
    }

    /** Drafts are nobody's business but the editors'. */
    private List<DocumentVersion> draftsFor(Document document, Principal user) {
        return documents.mayEdit(user.getName(), document) ? drafts.of(document.id()) : List.of();
    }

    private String back(String id, String draft) {
        return "redirect:" + (drafts.find(id, draft).isPresent() ? of(id, draft) : "/van-kien/" + id);
    }

    private static String of(String id, String draft) {
        return "/van-kien/" + id + "/nhap/" + draft + "/chi-tieu";
    }

    /** What was typed; a field that didn't come is an empty one. */
    private static IndicatorInput whole(HttpServletRequest request) {
        return new IndicatorInput(
                typed(request, "code"),
                typed(request, "name"),
                typed(request, "unit"),
                typed(request, "kind"),
                typed(request, "base"),
                typed(request, "baseYear"),
                typed(request, "target"),
                typed(request, "year"),
                typed(request, "owner"),
                typed(request, "basis"),
                typed(request, "clause"));
    }

    private static String typed(HttpServletRequest request, String field) {
        return clean(Objects.requireNonNullElse(request.getParameter(field), ""));
    }

    /** In composed letters, and without control characters, which no database column takes. */
    static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}", " ");
    }
}
