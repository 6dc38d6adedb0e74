package vn.daihoi.document.web;

import java.security.Principal;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentType;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Search;
import vn.daihoi.organisation.Role;

/** The documents a person may read, by congress. */
@Controller
class DocumentList {

    private static final int PAGE = 50;

    private final Documents documents;
    private final Versions versions;
    private final Congresses congresses;
    private final Desk desk;

    DocumentList(Documents documents, Versions versions, Congresses congresses, Desk desk) {
        this.documents = documents;
        this.versions = versions;
        this.congresses = congresses;
        this.desk = desk;
    }

    /** One document; the version is null while none is published. */
    public record Row(
            String id,
            String title,
            String type,
            String status,
            @Nullable String version,
            @Nullable String published) {}

    /** A congress and those of its documents that are on this page. */
    public record Group(String congress, String title, List<Row> rows, List<DocumentType> addable) {}

    private record Entry(Congress congress, Document document, @Nullable DocumentVersion latest) {

        Instant touched() {
            var published = latest == null ? null : latest.published();
            return published == null ? document.created().at() : published.at();
        }
    }

    @GetMapping("/van-kien")
    String list(
            @RequestParam(name = "dai-hoi", required = false) @Nullable String congress,
            @RequestParam(name = "tim", defaultValue = "") String words,
            @RequestParam(name = "xep", defaultValue = "loai") String order,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model,
            Principal user) {
        var mine = congresses.visible(user.getName()).stream()
                .filter(each -> congress == null || each.id().equals(congress))
                .toList();
        if (congress != null && mine.isEmpty()) {
            throw Desk.notFound();
        }
        var entries = mine.stream()
                .flatMap(each -> entries(each, Search.normal(words).strip(), user).stream()
                        .sorted(ordered(order)))
                .toList();
        int pages = Math.max(1, (entries.size() + PAGE - 1) / PAGE);
        int shown = Math.max(0, Math.min(page, pages - 1));
        var here = entries.subList(shown * PAGE, Math.min(entries.size(), (shown + 1) * PAGE));
        model.addAttribute("groups", groups(mine, here, words.isBlank() && shown == 0, user));
        model.addAttribute("found", entries.size());
        model.addAttribute("chosen", congress);
        model.addAttribute("words", words);
        model.addAttribute("order", order);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return "document/list";
    }

    @PostMapping("/van-kien")
    String add(
            @RequestParam("dai-hoi") String congress,
            @RequestParam String type,
            @RequestParam(defaultValue = "") String title,
            Principal user,
            RedirectAttributes flash) {
        if (congresses.visible(congress, user.getName()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Desk.act(
                flash,
                "Đã thêm văn kiện.",
                () -> documents.add(congress, type, title.isBlank() ? null : title.strip(), user.getName()));
        flash.addAttribute("dai-hoi", congress);
        return "redirect:/van-kien";
    }

    private List<Entry> entries(Congress congress, String words, Principal user) {
        return documents.visibleOf(congress.id(), user.getName()).stream()
                .filter(document ->
                        words.isEmpty() || described(congress, document).contains(words))
                .map(document -> new Entry(
                        congress, document, versions.latest(document.id()).orElse(null)))
                .toList();
    }

    private String described(Congress congress, Document document) {
        return Search.normal(document.title() + " " + document.type().name() + " " + congresses.title(congress));
    }

    /** Unknown orders leave the order of the types. */
    private static Comparator<Entry> ordered(String order) {
        var letters = Collator.getInstance(Locale.forLanguageTag("vi-VN"));
        return switch (order) {
            case "ten" -> Comparator.comparing(entry -> entry.document().title(), letters::compare);
            case "moi" -> Comparator.comparing(Entry::touched).reversed();
            default -> (one, other) -> 0;
        };
    }

    private List<Group> groups(List<Congress> all, List<Entry> entries, boolean empty, Principal user) {
        var groups = new ArrayList<Group>();
        for (var congress : all) {
            var rows = entries.stream()
                    .filter(entry -> entry.congress().id().equals(congress.id()))
                    .map(this::row)
                    .toList();
            boolean may = congress.running()
                    && (congresses.may(user.getName(), congress, Role.EDITOR)
                            || congresses.may(user.getName(), congress, Role.WARD_OFFICE));
            if (empty || !rows.isEmpty()) {
                groups.add(new Group(
                        congress.id(), congresses.title(congress), rows, may ? documents.types() : List.of()));
            }
        }
        return groups;
    }

    private Row row(Entry entry) {
        var document = entry.document();
        var latest = entry.latest();
        return new Row(
                document.id(),
                document.title(),
                document.type().name(),
                document.status().title(),
                latest == null ? null : latest.title(),
                latest == null ? null : desk.signed(latest.published()));
    }
}
