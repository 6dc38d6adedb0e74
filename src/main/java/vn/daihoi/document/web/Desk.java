package vn.daihoi.document.web;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.daihoi.congress.web.RecordDesk;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.organisation.Members;

/** What all pages of the documents need: the document or "not found", names of people, and an answer to a deed. */
@Component
class Desk extends RecordDesk {

    private final Documents documents;
    private final Versions versions;

    Desk(Documents documents, Versions versions, Members members) {
        super(members);
        this.documents = documents;
        this.versions = versions;
    }

    /** A document this person may read; one of another ward answers like one that doesn't exist. */
    Document visible(String id, Principal user) {
        return documents.visible(id, user.getName()).orElseThrow(RecordDesk::notFound);
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
        return versions.numbered(document.id(), number).orElseThrow(RecordDesk::notFound);
    }
}
