package vn.daihoi.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.ChecklistItem;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.report.ReportFiles;
import vn.daihoi.consultation.report.Reports;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Versions;
import vn.daihoi.document.word.WordWriter;
import vn.daihoi.review.Conclusions;
import vn.daihoi.review.SessionStatus;
import vn.daihoi.review.WorkingSession;
import vn.daihoi.review.WorkingSessions;

/** What the program itself can put into a dossier. It tells what there is without making it: a file may take seconds. */
@Component
class SystemItems {

    private final Checklists checklists;
    private final Versions versions;
    private final Rounds rounds;
    private final Reports reports;
    private final ReportFiles reportFiles;
    private final WorkingSessions sessions;
    private final Conclusions conclusions;
    private final Records records;
    private final WordWriter word;

    SystemItems(
            Checklists checklists,
            Versions versions,
            Rounds rounds,
            Reports reports,
            ReportFiles reportFiles,
            WorkingSessions sessions,
            Conclusions conclusions,
            Records records,
            WordWriter word) {
        this.checklists = checklists;
        this.versions = versions;
        this.rounds = rounds;
        this.reports = reports;
        this.reportFiles = reportFiles;
        this.sessions = sessions;
        this.conclusions = conclusions;
        this.records = records;
        this.word = word;
    }

    /**
     * What there is for an item.
     *
     * @param pieces files that can be made
     * @param missing what isn't there yet, as a Vietnamese sentence; null when all is
     * @param note what stands in place of files, such as why no session was held; empty for nothing
     */
    record Supply(List<Piece> pieces, @Nullable String missing, String note) {

        static Supply of(List<Piece> pieces, String note) {
            return new Supply(List.copyOf(pieces), null, note);
        }

        static Supply lacking(String sentence) {
            return new Supply(List.of(), sentence, "");
        }
    }

    /**
     * What there is for an item at this moment.
     *
     * @param items all of the checklist, since what no item is named after comes together in one
     * @param signed numbers of the versions that were signed, by document; empty for the newest of each
     */
    Supply of(Dossier dossier, ChecklistItem item, List<ChecklistItem> items, Map<String, Integer> signed) {
        var all = checklists.documents(dossier.congress());
        return switch (item.code()) {
            case "EXPLANATION_TABLES" -> ofRounds(all, "Bảng tiếp thu, giải trình", round -> true, this::table);
            // of what the people said; the superior's own words come back to it in the tables
            case "SYNTHESIS_REPORTS" ->
                ofRounds(all, "Báo cáo tổng hợp ý kiến", round -> !round.ofSuperior(), this::synthesis);
            case "CONCLUSION_NOTICE" -> notices(dossier.congress());
            case "ADOPTION_RECORD" -> records.adoption(dossier, all, signed);
            case "CELL_CONGRESSES" -> records.cells(dossier);
            case Checklists.OTHER_DOCUMENTS ->
                versions(
                        checklists.others(
                                dossier.congress(),
                                items.stream().map(ChecklistItem::code).collect(Collectors.toSet())),
                        item,
                        signed);
            default ->
                versions(
                        all.stream()
                                .filter(document -> document.type().code().equals(item.code()))
                                .toList(),
                        item,
                        signed);
        };
    }

    private Supply versions(List<Document> documents, ChecklistItem item, Map<String, Integer> signed) {
        if (documents.isEmpty()) {
            return Supply.lacking("Chưa có văn kiện nào cho mục “" + item.title() + "”.");
        }
        var pieces = new ArrayList<Piece>();
        for (var document : documents) {
            var number = signed.get(document.id());
            Optional<DocumentVersion> version =
                    number == null ? versions.latest(document.id()) : versions.numbered(document.id(), number);
            if (version.isEmpty()) {
                return Supply.lacking("“" + document.title() + "” chưa có phiên bản nào được công bố.");
            }
            pieces.add(piece(document, version.get()));
        }
        return Supply.of(pieces, "");
    }

    private Piece piece(Document document, DocumentVersion version) {
        return new Piece(
                document.title() + " - phiên bản " + version.number() + FileType.DOCX.ending(),
                "Phiên bản " + version.number() + ", nội dung SHA-256 " + version.sha256(),
                out -> {
                    var text = versions.read(version);
                    if (!text.intact()) {
                        throw new IllegalStateException("Version " + version.id() + " no longer fits its SHA-256");
                    }
                    word.write(versions.sheet(document, text), document.type().format(), out);
                });
    }

    /** Makes a paper of a round. */
    private interface OfRound {
        Piece.Content of(Round round);
    }

    private Supply ofRounds(List<Document> documents, String title, Predicate<Round> wanted, OfRound paper) {
        var pieces = new ArrayList<Piece>();
        var skipped = new ArrayList<String>();
        for (var document : documents) {
            for (var round :
                    rounds.ofDocument(document.id()).stream().filter(wanted).toList()) {
                if (!round.status().ended()) {
                    return Supply.lacking("“" + document.title() + "”, " + round.title()
                            + ": chưa kết thúc nên chưa lập được “" + title + "”.");
                }
                if (round.status().collected()) {
                    pieces.add(new Piece(
                            title + " - " + document.title() + " - " + round.title() + FileType.DOCX.ending(),
                            round.title() + (round.version() == null ? "" : ", phiên bản " + round.version()),
                            paper.of(round)));
                } else if (round.status() == RoundStatus.SKIPPED) {
                    skipped.add(document.title() + ", " + round.title() + ": không tổ chức lấy ý kiến; lý do: "
                            + round.skipReason() + ".");
                }
            }
        }
        return pieces.isEmpty() && skipped.isEmpty()
                ? Supply.lacking("Chưa có vòng lấy ý kiến nào kết thúc nên chưa lập được “" + title + "”.")
                : Supply.of(pieces, String.join(" ", skipped));
    }

    private Piece.Content table(Round round) {
        return out -> reportFiles.tableAsWord(round.id(), out);
    }

    private Piece.Content synthesis(Round round) {
        return out -> reportFiles.synthesisAsWord(reports.synthesis(round.id()), out);
    }

    private Supply notices(String congress) {
        var all = sessions.ofCongress(congress).stream()
                .filter(session -> session.status() != SessionStatus.WITHDRAWN)
                .toList();
        var pending = all.stream().filter(session -> !session.status().ended()).findFirst();
        if (pending.isPresent()) {
            return Supply.lacking(pending.get().title() + " với Tổ công tác chưa có thông báo kết luận (đang “"
                    + pending.get().status().title() + "”).");
        }
        var pieces = new ArrayList<Piece>();
        var waived = new ArrayList<String>();
        for (var session : all) {
            if (session.status() == SessionStatus.ISSUED) {
                pieces.add(notice(session));
            } else if (session.status() == SessionStatus.WAIVED) {
                waived.add(session.title() + ": không tổ chức; lý do: " + session.waiveReason() + ".");
            }
        }
        return pieces.isEmpty() && waived.isEmpty()
                ? Supply.lacking("Chưa có buổi làm việc nào với Tổ công tác nên chưa có thông báo kết luận.")
                : Supply.of(pieces, String.join(" ", waived));
    }

    private Piece notice(WorkingSession session) {
        var conclusion = conclusions.find(session.id());
        var number = conclusion.map(one -> one.number()).orElse("");
        var issued = conclusion.map(one -> one.issuedOn());
        return new Piece(
                "Thông báo kết luận - " + session.title() + FileType.DOCX.ending(),
                ("Số " + number
                                + issued.map(day -> " ngày " + VietnamTime.day(day))
                                        .orElse(""))
                        .strip(),
                out -> out.write(conclusions.word(session.id())));
    }
}
