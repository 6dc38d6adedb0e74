package vn.daihoi.document.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.VersionText;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Search;

/** The text of a version, to be read. */
@Controller
class ReaderPages {

    private static final int HITS = 100;

    /** Nobody types more into a search box. */
    private static final int WORDS_LENGTH = 200;

    private final Documents documents;
    private final Versions versions;
    private final Drafts drafts;
    private final Desk desk;
    private final ResourceUrlProvider assets;

    ReaderPages(Documents documents, Versions versions, Drafts drafts, Desk desk, ResourceUrlProvider assets) {
        this.documents = documents;
        this.versions = versions;
        this.drafts = drafts;
        this.desk = desk;
        this.assets = assets;
    }

    @GetMapping("/van-kien/{id}/doc")
    @Nullable
    String newest(
            @PathVariable String id,
            @RequestParam(name = "tim", defaultValue = "") String words,
            Model model,
            Principal user,
            WebRequest request,
            HttpServletRequest servletRequest,
            HttpServletResponse response) {
        var document = desk.visible(id, user);
        var version = versions.latest(id).orElseThrow(Desk::notFound);
        return read(document, version, words, model, user, request, servletRequest, response);
    }

    @GetMapping("/van-kien/{id}/doc/{number}")
    @Nullable
    String numbered(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(name = "tim", defaultValue = "") String words,
            Model model,
            Principal user,
            WebRequest request,
            HttpServletRequest servletRequest,
            HttpServletResponse response) {
        var document = desk.visible(id, user);
        return read(document, desk.version(document, number), words, model, user, request, servletRequest, response);
    }

    /** A draft may change at any moment, so nobody keeps a copy of it. */
    @GetMapping("/van-kien/{id}/nhap/{draft}/xem")
    String draft(
            @PathVariable String id,
            @PathVariable("draft") String draftId,
            @RequestParam(name = "tim", defaultValue = "") String words,
            Model model,
            Principal user,
            HttpServletResponse response) {
        var document = desk.editable(id, user);
        var draft = drafts.find(id, draftId).orElseThrow(Desk::notFound);
        return show(document, versions.read(draft), words, model, user, response);
    }

    /**
     * A published text never changes, so a browser that has the page asks only whether it still may show it. The page
     * holds more than the text, all of which stands in the tag; nulls come back when the browser's copy is good.
     */
    private @Nullable String read(
            Document document,
            DocumentVersion version,
            String words,
            Model model,
            Principal user,
            WebRequest request,
            HttpServletRequest servletRequest,
            HttpServletResponse response) {
        var text = versions.read(version);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, "Sec-Fetch-Dest");
        var view = show(document, text, words, model, user, response);
        return request.checkNotModified(tag(document, text, model, servletRequest)) ? null : view;
    }

    /** Weak, since a strong one would keep the page from being compressed. */
    private String tag(Document document, VersionText text, Model model, HttpServletRequest request) {
        var session = request.getSession(false);
        int rest = Objects.hash(
                document,
                text.intact(),
                text.version(),
                model.getAttribute("numbers"),
                model.getAttribute("frame"),
                model.getAttribute("slim"),
                model.getAttribute("words"),
                // the form for logging out carries a token of the session
                session == null ? "" : session.getId(),
                // a new program brings new pages
                assets.getForLookupPath("/assets/van-kien.css"),
                assets.getForLookupPath("/assets/van-kien.js"));
        return "W/\"" + text.version().sha256() + "-" + Integer.toHexString(rest) + "\"";
    }

    private String show(
            Document document,
            VersionText text,
            String typed,
            Model model,
            Principal user,
            HttpServletResponse response) {
        var words = typed.length() > WORDS_LENGTH ? typed.substring(0, WORDS_LENGTH) : typed.strip();
        var reader = new ReaderText(text.clauses(), Search.normal(words).isBlank() ? "" : words);
        var hits = reader.hits(HITS);
        model.addAttribute("document", document);
        model.addAttribute("version", text.version());
        model.addAttribute("published", desk.signed(text.version().published()));
        model.addAttribute("intact", text.intact());
        model.addAttribute("editor", documents.mayEdit(user.getName(), document));
        model.addAttribute(
                "numbers",
                versions.published(document.id()).stream()
                        .map(DocumentVersion::number)
                        .toList());
        model.addAttribute("words", words);
        model.addAttribute("hits", hits);
        model.addAttribute("hitsCut", hits.size() == HITS);
        model.addAttribute("outline", reader.outline());
        model.addAttribute("chunks", FirstScreen.sentEarly(reader.chunks(), response));
        return "document/reader";
    }
}
