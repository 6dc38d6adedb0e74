package vn.daihoi.document.web;

import java.security.Principal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.organisation.Members;

/** What all pages of the documents need: the document or "not found", names of people, and an answer to a deed. */
@Component
class Desk {

    private final Documents documents;
    private final Versions versions;
    private final Members members;

    Desk(Documents documents, Versions versions, Members members) {
        this.documents = documents;
        this.versions = versions;
        this.members = members;
    }

    /** A document this person may read; one of another ward answers like one that doesn't exist. */
    Document visible(String id, Principal user) {
        return documents.visible(id, user.getName()).orElseThrow(Desk::notFound);
    }

    /** A document this person may work on. */
    Document editable(String id, Principal user) {
        var document = visible(id, user);
        if (!documents.mayEdit(user.getName(), document)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return document;
    }

    /** A published version of a document. */
    DocumentVersion version(Document document, int number) {
        return versions.numbered(document.id(), number).orElseThrow(Desk::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** "Tổ biên tập 1, 14:05 ngày 05/03/2027"; null for nobody. */
    @Nullable
    String signed(@Nullable Signed signed) {
        return signed == null ? null : members.displayName(signed.by()) + ", " + VietnamTime.moment(signed.at());
    }

    /** Does it and keeps what came of it for the next page. */
    Verdict act(RedirectAttributes flash, String done, Supplier<Verdict> deed) {
        var verdict = attempt(deed);
        verdict.fold(
                () -> flash.addFlashAttribute("message", done), no -> flash.addFlashAttribute("refusal", no.message()));
        return verdict;
    }

    /** Does it, and tries again when somebody else was just as fast. */
    static Verdict attempt(Supplier<Verdict> deed) {
        return Verdict.despiteRaces("Vừa có người khác cập nhật văn kiện này. Hãy xem lại rồi thực hiện.", deed);
    }
}
