package vn.daihoi.approval.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Appraisals;
import vn.daihoi.approval.ChangeRequest;
import vn.daihoi.approval.Dossier;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Place;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;
import vn.daihoi.organisation.Members;

/** The documents of a dossier with the codes of their clauses, and what is asked to be changed in them, for its pages. */
@Component("dossierPlaces")
class Places {

    private static final int LINE = 160;
    private static final int SHORT_LINE = 80;

    private final Appraisals appraisals;
    private final Documents documents;
    private final Versions versions;
    private final Members members;

    Places(Appraisals appraisals, Documents documents, Versions versions, Members members) {
        this.appraisals = appraisals;
        this.documents = documents;
        this.versions = versions;
        this.members = members;
    }

    /**
     * A document as it was sent.
     *
     * @param version number of the version that was sent
     * @param newest number of the version that is the newest now
     */
    public record Sent(String id, String title, int version, int newest) {}

    /** A clause by its code. */
    public record Line(String code, String text) {}

    /** A request at its place. */
    public record Asked(long id, String document, String place, String text, String said) {}

    /** What was sent last, in the order of the documents. */
    List<Sent> sent(Dossier dossier) {
        return appraisals.versions(dossier).entrySet().stream()
                .map(one -> new Sent(
                        one.getKey(),
                        documents.get(one.getKey()).title(),
                        one.getValue(),
                        versions.latest(one.getKey())
                                .map(DocumentVersion::number)
                                .orElse(one.getValue())))
                .toList();
    }

    /** The clauses of each document that was sent, by its id. */
    Map<String, List<Line>> clauses(Dossier dossier) {
        return appraisals.versions(dossier).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> clauses(one.getKey(), one.getValue()).stream()
                        .map(clause -> new Line(Place.code(clause.id()), Place.line(clause, LINE)))
                        .toList()));
    }

    /** Requests with the first words of their places. */
    List<Asked> asked(List<ChangeRequest> requests) {
        var read = requests.stream()
                .map(one -> Map.entry(one.document(), one.version()))
                .distinct()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> clauses(one.getKey(), one.getValue()).stream()
                        .collect(Collectors.toMap(Clause::id, Function.identity(), (first, other) -> first))));
        return requests.stream()
                .map(one -> {
                    var clause = read.getOrDefault(one.document(), Map.of()).get(one.clauseId());
                    return new Asked(
                            one.id(),
                            documents.get(one.document()).title(),
                            Place.code(one.clauseId()) + (clause == null ? "" : " – " + Place.line(clause, SHORT_LINE)),
                            one.text(),
                            members.displayName(one.said().by()) + ", "
                                    + VietnamTime.moment(one.said().at()));
                })
                .toList();
    }

    private List<Clause> clauses(String document, int version) {
        return versions.numbered(document, version)
                .map(one -> versions.read(one).clauses())
                .orElse(List.of());
    }
}
