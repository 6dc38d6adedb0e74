package vn.daihoi.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Congresses;
import vn.daihoi.document.Documents;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.word.PageFormat;
import vn.daihoi.document.word.PdfWriter;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.WordWriter;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Units;

/**
 * The <em>Thông báo kết luận</em> of a session on paper. Heading, number and signature follow QĐ 399-QĐ/TW and HD
 * 05-HD/VPTW as cited in the domain study §2.10; its parts are those of §3.5.
 */
@Component
class Notice {

    // who signs is a body, never a person
    private static final List<String> SIGNATURE = List.of("T/M TỔ CÔNG TÁC", "TỔ TRƯỞNG");

    private final Units units;
    private final Congresses congresses;
    private final Opinions opinions;
    private final WorkingSessions sessions;
    private final Members members;
    private final Documents documents;
    private final WordWriter word;
    private final PdfWriter pdf;

    Notice(
            Units units,
            Congresses congresses,
            Opinions opinions,
            WorkingSessions sessions,
            Members members,
            Documents documents,
            WordWriter word,
            PdfWriter pdf) {
        this.units = units;
        this.congresses = congresses;
        this.opinions = opinions;
        this.sessions = sessions;
        this.members = members;
        this.documents = documents;
        this.word = word;
        this.pdf = pdf;
    }

    /** Lays a sheet out as a file of some kind. */
    private interface Layout {
        void write(Sheet sheet, PageFormat format, OutputStream out) throws IOException;
    }

    byte[] word(WorkingSession session, Conclusion conclusion) {
        return file(session, conclusion, word::write);
    }

    byte[] pdf(WorkingSession session, Conclusion conclusion) {
        return file(session, conclusion, pdf::write);
    }

    /** Its words without the heading, one clause a line. */
    String text(WorkingSession session, Conclusion conclusion) {
        return clauses(session, conclusion).stream()
                .map(clause -> (clause.label() + " " + clause.text().replace("\t", " – ")).strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Its words, for a page. */
    List<Clause> clauses(WorkingSession session, Conclusion conclusion) {
        return NoticeText.of(new NoticeText.Facts(
                session,
                conclusion,
                name(session.workingGroup()),
                units.committeeOf(session.ward()),
                congresses.title(congresses.get(session.congress())),
                present(session),
                opinions.ofSession(session.id()).size()));
    }

    /** As the minutes say; who is expected while there are none. */
    private List<String> present(WorkingSession session) {
        return session.groupPresent().isEmpty()
                ? sessions.members(session).stream().map(members::displayName).toList()
                : session.groupPresent();
    }

    private byte[] file(WorkingSession session, Conclusion conclusion, Layout layout) {
        var out = new ByteArrayOutputStream();
        try {
            // laid out like the documents of the congress
            layout.write(sheet(session, conclusion), documents.types().get(0).format(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Sheet sheet(WorkingSession session, Conclusion conclusion) {
        boolean issued = conclusion.number() != null;
        var superior = units.committeeOf(session.superior());
        return new Sheet(
                // not the id of a document: this file is none of its versions
                "ket-luan-" + session.id(),
                0,
                superior,
                name(session.workingGroup()),
                issued ? "Số " + conclusion.number() : null,
                "",
                conclusion.issuedOn(),
                issued ? null : "Dự thảo",
                issued
                        ? List.of(
                                superior + " (để báo cáo)",
                                units.committeeOf(session.ward()),
                                "Các thành viên Tổ công tác",
                                "Lưu Tổ công tác")
                        : List.of(),
                issued ? SIGNATURE : List.of(),
                clauses(session, conclusion));
    }

    private String name(@Nullable String unit) {
        return unit == null ? "" : units.nameOf(unit);
    }
}
