package vn.daihoi.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.consultation.SuperiorRounds.Standing;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.Versions;
import vn.daihoi.organisation.Role;
import vn.daihoi.review.Conclusion;
import vn.daihoi.review.Conclusions;
import vn.daihoi.review.SessionStatus;
import vn.daihoi.review.WorkingSession;
import vn.daihoi.review.WorkingSessions;

/**
 * The revision of a congress's documents: what is still outstanding, which time round it is, and why the documents came
 * back each time. All of it is read from the records of the sessions, the rounds, the meetings and the dossiers.
 */
@Service
public class Revisions {

    private static final int NOTE_LENGTH = 2000;

    private final Congresses congresses;
    private final Documents documents;
    private final Versions versions;
    private final Drafts drafts;
    private final Rounds rounds;
    private final SuperiorRounds superior;
    private final WorkingSessions sessions;
    private final Conclusions conclusions;
    private final Adoptions adoptions;
    private final Dossiers dossiers;
    private final Approvals approvals;
    private final AuditLog audit;

    Revisions(
            Congresses congresses,
            Documents documents,
            Versions versions,
            Drafts drafts,
            Rounds rounds,
            SuperiorRounds superior,
            WorkingSessions sessions,
            Conclusions conclusions,
            Adoptions adoptions,
            Dossiers dossiers,
            Approvals approvals,
            AuditLog audit) {
        this.congresses = congresses;
        this.documents = documents;
        this.versions = versions;
        this.drafts = drafts;
        this.rounds = rounds;
        this.superior = superior;
        this.sessions = sessions;
        this.conclusions = conclusions;
        this.adoptions = adoptions;
        this.dossiers = dossiers;
        this.approvals = approvals;
        this.audit = audit;
    }

    /**
     * What one document still owes.
     *
     * @param document the document
     * @param newest number of its newest version, null while there is none
     * @param drafts working copies that are not published
     * @param running rounds among the people that haven't ended
     * @param uncommented whether it hasn't gone through any round among the people yet
     * @param superior rounds of the superior that are open, those that owe nothing any more too
     */
    public record Owed(
            Document document,
            @Nullable Integer newest,
            List<DocumentVersion> drafts,
            List<Round> running,
            boolean uncommented,
            List<Standing> superior) {

        /** Whether nothing is left to do. */
        public boolean nothing() {
            return sentences().isEmpty();
        }

        /** What is left to do, each as a Vietnamese phrase; empty when nothing is. */
        public List<String> sentences() {
            var sentences = new ArrayList<String>();
            if (newest == null) {
                sentences.add("chưa có phiên bản nào được công bố");
            }
            running.forEach(round -> sentences.add(round.title() + " lấy ý kiến chưa kết thúc ("
                    + round.status().title() + ")"));
            if (uncommented) {
                sentences.add("chưa qua bước lấy ý kiến");
            }
            superior.stream()
                    .filter(standing -> !standing.settled())
                    .forEach(standing ->
                            sentences.add(standing.round().title() + ": " + String.join(", ", standing.owed())));
            if (!drafts.isEmpty()) {
                sentences.add("còn " + drafts.size() + " bản nháp chưa công bố hoặc chưa bỏ");
            }
            return List.copyOf(sentences);
        }
    }

    /**
     * Something that opened or closed a time round.
     *
     * @param at when
     * @param what such as "Ban Chấp hành không thông qua"
     * @param reason why, null when no reason belongs to it
     * @param page address of its own page, null for none
     * @param returned whether it sent the documents back to the editors
     */
    public record Event(Instant at, String what, @Nullable String reason, @Nullable String page, boolean returned) {}

    /** What each document of a congress still owes, in the order of the documents. */
    @Transactional(readOnly = true)
    public List<Owed> outstanding(String congress) {
        var answers = superior.ofCongress(congress);
        return documents.openedIds(congress).stream()
                .map(id -> owed(documents.get(id), answers))
                .toList();
    }

    private Owed owed(Document document, List<Standing> answers) {
        var asked = rounds.ofDocument(document.id()).stream()
                .filter(round -> !round.ofSuperior())
                .toList();
        return new Owed(
                document,
                versions.latest(document.id()).map(DocumentVersion::number).orElse(null),
                drafts.of(document.id()),
                asked.stream().filter(round -> !round.status().ended()).toList(),
                asked.stream().noneMatch(round -> round.status().ended()),
                answers.stream()
                        .filter(standing -> standing.round().document().equals(document.id()))
                        .filter(standing -> !standing.round().status().ended())
                        .toList());
    }

    /** What happened to the documents with the superior and the executive committee, in order. */
    @Transactional(readOnly = true)
    public List<Event> history(String congress) {
        return Stream.of(
                        sessions.ofCongress(congress).stream().flatMap(session -> event(session).stream()),
                        adoptions.ofCongress(congress).stream().map(Revisions::event),
                        dossiers.ofCongress(congress).stream().flatMap(dossier -> event(dossier).stream()))
                .flatMap(events -> events)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    /** Which time round it is: one more than the documents came back. */
    @Transactional(readOnly = true)
    public int number(String congress) {
        return 1 + (int) history(congress).stream().filter(Event::returned).count();
    }

    private Optional<Event> event(WorkingSession session) {
        var page = "/lam-viec/" + session.id();
        if (session.status() == SessionStatus.ISSUED) {
            return conclusions.find(session.id()).flatMap(conclusion -> issued(conclusion)
                    .map(at -> new Event(
                            at,
                            session.title() + ": thông báo kết luận số " + conclusion.number(),
                            null,
                            page + "/ket-luan",
                            false)));
        }
        boolean waived = session.status() == SessionStatus.WAIVED;
        return Optional.ofNullable(session.ended())
                .filter(ended -> waived || session.status() == SessionStatus.WITHDRAWN)
                .map(ended -> new Event(
                        ended.at(),
                        session.title() + (waived ? ": không tổ chức" : ": đã thu hồi"),
                        waived ? session.waiveReason() : session.endedReason(),
                        page,
                        false));
    }

    private static Optional<Instant> issued(Conclusion conclusion) {
        return Stream.of(conclusion.signedForGroup(), conclusion.signedForWard())
                .flatMap(Stream::ofNullable)
                .map(Signed::at)
                .max(Comparator.naturalOrder());
    }

    private static Event event(Adoptions.Adoption adoption) {
        return new Event(
                adoption.recorded().at(),
                "Hội nghị Ban Chấp hành ngày " + VietnamTime.day(adoption.heldOn()) + ", biên bản số "
                        + adoption.minutesNumber() + (adoption.adopted() ? ": thông qua" : ": không thông qua"),
                adoption.reason(),
                null,
                !adoption.adopted());
    }

    private Optional<Event> event(Dossier dossier) {
        return Optional.ofNullable(dossier.ended())
                .filter(ended -> dossier.status() != DossierStatus.CANCELLED)
                .map(ended -> new Event(
                        ended.at(),
                        dossier.title() + ": " + lower(dossier.status().title()),
                        reason(dossier),
                        "/trinh-duyet/" + dossier.id(),
                        dossier.status() != DossierStatus.APPROVED));
    }

    private @Nullable String reason(Dossier dossier) {
        var written = approvals
                .decision(dossier.id(), dossier.submission())
                .map(Decision::reason)
                .orElse("");
        return switch (dossier.status()) {
            case WITHDRAWN -> dossier.endedReason();
            case REFUSED -> written;
            case RETURNED ->
                approvals.requests(dossier.id(), dossier.submission()).size() + " nội dung yêu cầu chỉnh sửa"
                        + (written.isEmpty() ? "" : ": " + written);
            default -> null;
        };
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.forLanguageTag("vi-VN")) + title.substring(1);
    }

    /**
     * The editors say that all is taken up; refused with what is outstanding. Ends the open rounds of the superior.
     *
     * @param note what they say, null for nothing
     */
    @Transactional
    public Verdict complete(String id, @Nullable String note, String user) {
        var congress = congresses.get(id);
        if (!congresses.may(user, congress, Role.EDITOR)) {
            return Verdict.refused("Việc này thuộc về " + Role.EDITOR.title() + ".");
        }
        var said = note == null ? "" : CleanText.lines(note);
        if (said.length() > NOTE_LENGTH) {
            return Verdict.refused("note", "“Ghi chú” dài quá " + NOTE_LENGTH + " ký tự.");
        }
        var owing = outstanding(id).stream()
                .filter(owed -> !owed.nothing())
                .map(owed -> owed.document().title() + ": " + String.join("; ", owed.sentences()))
                .toList();
        if (!owing.isEmpty()) {
            return Verdict.refused("Chưa hoàn thiện xong. " + String.join(". ", owing) + ".");
        }
        var settled = superior.settle(id, user);
        if (settled instanceof Verdict.Refused) {
            return settled;
        }
        var entry = AuditEntry.of(
                user,
                "DOCUMENTS_REVISED",
                "congress:" + id,
                "Hoàn thiện văn kiện lần " + number(id) + (said.isEmpty() ? "." : ": " + said));
        audit.record(congresses.deed(congress, Role.EDITOR, entry));
        return Verdict.done();
    }
}
