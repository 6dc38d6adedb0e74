package vn.daihoi.approval;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.Place;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.word.PageFormat;
import vn.daihoi.document.word.PdfWriter;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.WordWriter;
import vn.daihoi.organisation.Unit;
import vn.daihoi.organisation.Units;

/**
 * The notice of what the superior decided, on paper. Heading, number and signature follow QĐ 399-QĐ/TW of 9/1/2026 and HD
 * 05-HD/VPTW of 27/5/2026 as cited in the domain study §2.10. Who may have it is asked before.
 */
@Component
public class DecisionNotice {

    // who signs is a body, never a person
    private static final List<String> SIGNATURE = List.of("T/M BAN THƯỜNG VỤ", "BÍ THƯ");
    private static final int PLACE_LENGTH = 80;

    private final ApprovalStore store;
    private final Congresses congresses;
    private final Documents documents;
    private final Versions versions;
    private final Units units;
    private final WordWriter word;
    private final PdfWriter pdf;

    DecisionNotice(
            ApprovalStore store,
            Congresses congresses,
            Documents documents,
            Versions versions,
            Units units,
            WordWriter word,
            PdfWriter pdf) {
        this.store = store;
        this.congresses = congresses;
        this.documents = documents;
        this.versions = versions;
        this.units = units;
        this.word = word;
        this.pdf = pdf;
    }

    /**
     * Its words, for a page.
     *
     * @param dossier the last submission of which was decided
     * @param decision what was decided on it
     */
    public List<Clause> text(Dossier dossier, Decision decision) {
        return DecisionText.of(new DecisionText.Facts(
                units.committeeOf(dossier.ward()),
                units.nameOf(dossier.superior()),
                congresses.title(congresses.get(dossier.congress())),
                "hồ sơ trình duyệt lần " + dossier.number() + ", lần gửi " + decision.submission(),
                store.versions(dossier).entrySet().stream()
                        .map(one -> documents.get(one.getKey()).title() + ", phiên bản " + one.getValue() + ".")
                        .toList(),
                store.appraisals(dossier).stream().map(this::appraisal).toList(),
                slips(dossier),
                Objects.requireNonNull(decision.outcome()),
                decision.reason(),
                requests(dossier)));
    }

    private String appraisal(Appraisal one) {
        return one.board().title() + ": "
                + (one.outcome() == null
                        ? "chưa thẩm định"
                        : one.outcome().title().toLowerCase(Locale.ROOT))
                + ".";
    }

    private @Nullable String slips(Dossier dossier) {
        var rounds = store.slipRounds(dossier.id(), dossier.submission());
        if (rounds.isEmpty()) {
            return null;
        }
        var last = rounds.get(rounds.size() - 1);
        return "Phiếu xin ý kiến Ban Thường vụ: " + last.given() + "/" + last.members() + " ủy viên gửi phiếu; "
                + last.agreeing() + " đồng ý, " + last.answered(SlipAnswer.DISAGREE) + " không đồng ý, "
                + last.absent() + " vắng mặt.";
    }

    /** What is wanted where, with the first words of the place: its code means nothing on paper. */
    private List<List<String>> requests(Dossier dossier) {
        var read = new HashMap<String, Map<Long, Clause>>();
        var rows = new ArrayList<List<String>>();
        for (var one : store.requests(dossier.id(), dossier.submission())) {
            if (one.stage() == ChangeRequest.Stage.DECISION) {
                var clause = read.computeIfAbsent(one.document(), id -> clauses(id, one.version()))
                        .get(one.clauseId());
                rows.add(List.of(
                        documents.get(one.document()).title(),
                        Place.code(one.clauseId()) + (clause == null ? "" : ": " + Place.line(clause, PLACE_LENGTH)),
                        CleanText.lines(one.text())));
            }
        }
        return rows;
    }

    private Map<Long, Clause> clauses(String document, int version) {
        return versions.numbered(document, version).map(versions::read).stream()
                .flatMap(text -> text.clauses().stream())
                .collect(Collectors.toMap(Clause::id, clause -> clause, (one, other) -> one));
    }

    /** As a Word file. */
    public void word(Dossier dossier, Decision decision, OutputStream out) throws IOException {
        word.write(sheet(dossier, decision), format(dossier), out);
    }

    /** As a PDF. */
    public void pdf(Dossier dossier, Decision decision, OutputStream out) throws IOException {
        pdf.write(sheet(dossier, decision), format(dossier), out);
    }

    /** What the file is called, without its ending. */
    public String title(Decision decision) {
        return "Thông báo "
                + (decision.number() == null ? "dự thảo" : decision.number().replace('/', '-'));
    }

    private Sheet sheet(Dossier dossier, Decision decision) {
        var issued = decision.issuedOn();
        var day = issued == null ? VietnamTime.dayOf(decision.reported().at()) : issued;
        return new Sheet(
                // not the id of a document: this file is none of its versions
                "thong-bao-" + dossier.id() + "-" + decision.submission(),
                0,
                units.superiorOf(dossier.superior(), day).map(Unit::name).orElse(""),
                units.nameOf(dossier.superior()),
                decision.number(),
                "",
                issued,
                issued == null ? "Dự thảo" : null,
                decision.recipients(),
                issued == null ? List.of() : SIGNATURE,
                text(dossier, decision));
    }

    /** Notices are laid out as the documents they are about. */
    private PageFormat format(Dossier dossier) {
        return documents
                .get(store.versions(dossier).keySet().iterator().next())
                .type()
                .format();
    }
}
