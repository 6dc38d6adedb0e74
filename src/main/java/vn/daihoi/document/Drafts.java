package vn.daihoi.document;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.audit.RefusedAttempts;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.VersionStore.Asked;
import vn.daihoi.document.VersionStore.Unsure;
import vn.daihoi.document.text.Alignment;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Fingerprint;
import vn.daihoi.document.text.Incoming;
import vn.daihoi.document.word.Proposal;
import vn.daihoi.document.word.WordFile;
import vn.daihoi.document.word.WordFile.TrackedChanges;
import vn.daihoi.document.word.WordReader;
import vn.daihoi.organisation.Members;

/**
 * Drafts of the next version: brought in as a Word file, looked through, published. Every editor may have one of their
 * own; of two drafted on the same version the first published wins, and the other keeps every word until it is drafted
 * on the new one.
 */
@Service
public class Drafts {

    private static final int NOTE_LENGTH = 2000;
    private static final int FILE_NAME_LENGTH = 255;

    private final DocumentStore store;
    private final VersionStore versions;
    private final Documents documents;
    private final WordReader reader;
    private final Congresses congresses;
    private final Members members;
    private final RefusedAttempts attempts;
    private final AuditLog audit;
    private final ObjectProvider<DraftParts> parts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Drafts(
            DocumentStore store,
            VersionStore versions,
            Documents documents,
            WordReader reader,
            Congresses congresses,
            Members members,
            RefusedAttempts attempts,
            AuditLog audit,
            // knows this service itself
            ObjectProvider<DraftParts> parts,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.documents = documents;
        this.reader = reader;
        this.congresses = congresses;
        this.members = members;
        this.attempts = attempts;
        this.audit = audit;
        this.parts = parts;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The marks of secrecy an uploader can choose; any of them means that the file isn't taken. */
    public enum Secrecy {
        /** Not secret. */
        NONE,
        /** Mật. */
        CONFIDENTIAL,
        /** Tối mật. */
        SECRET,
        /** Tuyệt mật. */
        TOP_SECRET
    }

    /**
     * What an uploader says about a file.
     *
     * @param fileName as the browser names it
     * @param secrecy what the uploader marks it as
     * @param trackedChanges what to do with tracked changes
     * @param notSecret whether the uploader has confirmed that words like a stamp of secrecy are none
     * @param note about this version, null for nothing
     */
    public record Upload(
            String fileName,
            Secrecy secrecy,
            TrackedChanges trackedChanges,
            boolean notSecret,
            @Nullable String note) {}

    /** What became of an upload. */
    public sealed interface Uploaded {

        /** It is a draft now. */
        record Taken(DocumentVersion draft, int unsure, int proposals, List<String> remarks) implements Uploaded {}

        /** It isn't stored. */
        record Refused(@Nullable String field, String message) implements Uploaded {}

        /** It isn't stored, because it must stay on paper. */
        record PaperOnly(String message) implements Uploaded {}

        /** It isn't stored until the uploader confirms that these words are no stamp of secrecy. */
        record StampFound(List<String> quotes) implements Uploaded {}
    }

    /**
     * A pairing a person has to confirm.
     *
     * @param clause of the draft, for a table with the words of its first row; its id names the question
     * @param base what it seems to be in the former version
     * @param similarity of the two, from 0 to 1
     */
    public record Question(Clause clause, Clause base, double similarity) {}

    /**
     * A tracked change or margin comment on a clause of a version.
     *
     * @param clauseId the clause, 0 for the front of the document
     * @param start where it applies in the clause's text as it stands now; -1 when the words it speaks of are gone
     * @param decided who decided and when, null while it is open
     * @param accepted whether it was taken over; false while it is open
     */
    public record StoredProposal(
            long id,
            long clauseId,
            Proposal.Kind kind,
            int start,
            String oldWords,
            String newWords,
            String remark,
            String author,
            @Nullable Instant at,
            @Nullable Signed decided,
            boolean accepted) {

        /** The same proposal where it applies now. */
        StoredProposal on(long clause, int newStart) {
            return new StoredProposal(
                    id, clause, kind, newStart, oldWords, newWords, remark, author, at, decided, accepted);
        }
    }

    /** Brings a file in as a draft of the next version. An uploader's former draft of the same document makes way. */
    public Uploaded upload(String document, Upload upload, byte[] file, String user) {
        var known = store.find(document).orElseThrow(() -> new NoSuchElementException("No document " + document));
        var fault = fault(known, user);
        if (fault == null) {
            fault = fault(upload);
        }
        if (fault != null) {
            return new Uploaded.Refused(fault.field(), fault.message());
        }
        if (upload.secrecy() != Secrecy.NONE) {
            return new Uploaded.PaperOnly(
                    "Tài liệu mật không được đưa lên hệ thống này, tệp không được lưu. Hãy quản lý"
                            + " bản giấy theo quy định và chỉ ghi nhận số đăng ký, ngày nhận, nơi giữ.");
        }
        // outside the transaction: a file may take seconds
        var reading = reader.read(file, upload.trackedChanges());
        if (reading instanceof WordReader.Reading.Refused no) {
            return new Uploaded.Refused("file", no.message());
        }
        var read = ((WordReader.Reading.Read) reading).file();
        if (read.clauses().isEmpty()) {
            return new Uploaded.Refused("file", "Tệp không có nội dung nào.");
        }
        if (!read.secrecyWords().isEmpty() && !upload.notSecret()) {
            return new Uploaded.StampFound(read.secrecyWords());
        }
        return Objects.requireNonNull(transactions.execute(status -> store(document, upload, read, user)));
    }

    private Uploaded store(String id, Upload upload, WordFile read, String user) {
        var document = locked(id);
        var fault = fault(document, user);
        if (fault != null) {
            return new Uploaded.Refused(fault.field(), fault.message());
        }
        var newest = versions.latest(id);
        var base = origin(read, document).or(() -> newest);
        var former = versions.drafts(id).stream()
                .filter(draft -> draft.uploaded().by().equals(user))
                .findFirst();
        var aligned = align(document, base, trusted(read, document), claims -> versions.published(id, claims));
        var draft = new DocumentVersion(
                UUID.randomUUID().toString(),
                id,
                null,
                base.map(Documents::number).orElse(0),
                Fingerprint.of(aligned.clauses()),
                fileName(upload.fileName()),
                upload.note() == null || upload.note().isBlank()
                        ? null
                        : upload.note().strip(),
                now(user),
                null);
        versions.insertDraft(draft, aligned.clauses());
        versions.ask(draft.id(), aligned.unsure());
        versions.propose(draft.id(), read.proposals(), aligned.clauses());
        parts.ifAvailable(all -> {
            all.draftMade(
                    draft.id(), former.or(() -> base).map(DocumentVersion::id).orElse(null));
            if (former.isPresent() && former.get().base() != draft.base()) {
                all.rebased(
                        draft.id(),
                        idOf(id, former.get().base()),
                        base.orElseThrow().id());
            }
        });
        former.map(DocumentVersion::id).ifPresent(versions::delete);
        audit(
                document,
                user,
                "DRAFT_UPLOADED",
                "Tải lên bản nháp “" + draft.fileName() + "”."
                        + (read.secrecyWords().isEmpty() ? "" : " Đã xác nhận tài liệu không mật."));
        var remarks = new ArrayList<>(read.remarks());
        newest.filter(version -> Documents.number(version) != draft.base())
                .ifPresent(version ->
                        remarks.add("Tệp này soạn từ phiên bản " + draft.base() + ". " + overtakenBy(version)));
        return new Uploaded.Taken(
                draft, aligned.unsure().size(), read.proposals().size(), remarks);
    }

    /** The version the file was made from, as our own export wrote it there; what came after it must not vanish unseen. */
    private Optional<DocumentVersion> origin(WordFile file, Document document) {
        var origin = file.origin();
        return origin == null || !origin.document().equals(document.id())
                ? Optional.empty()
                : versions.numbered(document.id(), origin.version());
    }

    /** The drafts of a document, the newest first. */
    public List<DocumentVersion> of(String document) {
        return versions.drafts(document);
    }

    /** One draft of a document. */
    public Optional<DocumentVersion> find(String document, String draft) {
        return versions.find(draft)
                .filter(version -> !version.frozen() && version.document().equals(document));
    }

    /** One draft, for this person to change. That it is a published version, which never changes, leaves a trace. */
    public Optional<DocumentVersion> open(String document, String draft, String user) {
        versions.find(draft)
                .filter(version -> version.frozen() && version.document().equals(document))
                .ifPresent(version -> attempts.note(entry(
                        documents.get(document),
                        user,
                        "VERSION_ALTER_ATTEMPT_REFUSED",
                        "Không cho sửa phiên bản " + version.number() + " đã công bố.")));
        return find(document, draft);
    }

    /** What is still to be confirmed before the draft can be published. */
    @Transactional(readOnly = true)
    public List<Question> questions(String draft) {
        var asked = versions.asked(draft);
        var version = versions.find(draft);
        if (asked.isEmpty() || version.isEmpty()) {
            return List.of();
        }
        var clauses = versions.clauses(draft);
        var former = versions.numbered(version.get().document(), version.get().base()).stream()
                .flatMap(base -> versions.clauses(base.id()).stream())
                .toList();
        var places = IntStream.range(0, former.size())
                .boxed()
                .collect(Collectors.toMap(index -> former.get(index).id(), Function.identity()));
        return asked.stream()
                .map(one -> new Question(
                        shown(clauses, one.position()),
                        shown(former, Objects.requireNonNull(places.get(one.clause()))),
                        one.similarity()))
                .toList();
    }

    /** A table has no words of its own: its first row tells which it is. */
    private static Clause shown(List<Clause> clauses, int at) {
        var clause = clauses.get(at);
        return clause.kind() == ClauseKind.TABLE && at + 1 < clauses.size()
                ? clauses.get(at + 1).as(clause.id())
                : clause;
    }

    /**
     * Answers questions.
     *
     * @param same by the id of the clause: true when it is the clause of the former version, false when it is a new one
     */
    @Transactional
    public Verdict answer(String draft, Map<Long, Boolean> same, String user) {
        return change(draft, user, (document, version) -> {
            var asked = versions.asked(draft).stream().map(Asked::clause).collect(Collectors.toSet());
            if (!asked.containsAll(same.keySet())) {
                return Verdict.refused("Có câu hỏi đã được trả lời hoặc không còn. Hãy xem lại trang rồi trả lời.");
            }
            var renamed = new TreeMap<Long, Long>();
            var fresh = new FreshIds(document.id());
            same.forEach((clause, is) -> {
                if (!is) {
                    renamed.put(clause, fresh.getAsLong());
                }
            });
            if (!renamed.isEmpty()) {
                fresh.keep();
                rename(draft, renamed);
            }
            versions.settle(draft, List.copyOf(same.keySet()), now(user));
            audit(
                    document,
                    user,
                    "DRAFT_QUESTIONS_ANSWERED",
                    "Xác nhận " + same.size() + " đoạn, trong đó " + renamed.size() + " đoạn là đoạn mới.");
            return Verdict.done();
        });
    }

    /** The proposals that came with a version, in reading order. */
    public List<StoredProposal> proposals(String version) {
        return versions.proposals(version);
    }

    /** Takes a proposal over into the text of the draft, or lays it aside. */
    @Transactional
    public Verdict decide(String draft, long proposal, boolean accept, String user) {
        return change(draft, user, (document, version) -> {
            var all = versions.proposals(draft);
            var found = all.stream().filter(one -> one.id() == proposal).findFirst();
            if (found.isEmpty()) {
                return Verdict.refused("Bản nháp không có đề xuất này.");
            }
            var decided = found.get().decided();
            if (decided != null) {
                return Verdict.refused("Đề xuất này đã được " + members.displayName(decided.by()) + " xử lý lúc "
                        + VietnamTime.moment(decided.at()) + ".");
            }
            if (accept) {
                var fault = take(document, draft, found.get(), all);
                if (fault != null) {
                    return fault;
                }
            }
            versions.decide(proposal, accept, now(user));
            audit(
                    document,
                    user,
                    accept ? "PROPOSAL_ACCEPTED" : "PROPOSAL_DISMISSED",
                    (accept ? "Tiếp nhận" : "Không tiếp nhận") + " đề xuất số " + proposal + " trong tệp “"
                            + version.fileName() + "”.");
            return Verdict.done();
        });
    }

    private Verdict.@Nullable Refused take(
            Document document, String draft, StoredProposal proposal, List<StoredProposal> all) {
        if (proposal.kind() == Proposal.Kind.COMMENT) {
            return Verdict.refused("Ý kiến bên lề không phải là đề xuất sửa câu chữ, chỉ đánh dấu “đã xem”.");
        }
        var fresh = new FreshIds(document.id());
        var inserts = proposal.kind() == Proposal.Kind.INSERT_CLAUSE;
        var open = all.stream()
                .filter(one -> one.decided() == null && one.id() != proposal.id())
                .toList();
        var clauses = versions.clauses(draft);
        var edited = ProposalEdit.of(clauses, proposal, open, inserts ? fresh.getAsLong() : Clause.NO_ID);
        if (edited == null) {
            return Verdict.refused(
                    "Đoạn văn mà đề xuất này nói đến đã thay đổi hoặc không còn, không tiếp nhận được nữa.");
        }
        if (inserts) {
            fresh.keep();
        }
        versions.rewrite(draft, clauses, edited.clauses());
        versions.place(edited.moved());
        return null;
    }

    /**
     * Publishes a draft. Refused while a question is open, and when another version was published since it was drafted:
     * the message says by whom and when.
     */
    @Transactional
    public Verdict publish(String draft, String user) {
        return change(draft, user, (document, version) -> {
            var newest = versions.latest(document.id());
            int number = newest.map(Documents::number).orElse(0);
            if (version.base() != number) {
                return Verdict.refused(overtakenBy(newest.orElseThrow()));
            }
            var open = versions.asked(draft).size();
            if (open > 0) {
                return Verdict.refused(
                        "Còn " + open + " đoạn chưa xác nhận là đoạn cũ hay đoạn mới, chưa công bố được.");
            }
            versions.publish(draft, number + 1, now(user));
            events.publishEvent(new VersionPublished(document.id(), draft, number + 1));
            audit(
                    document,
                    user,
                    "VERSION_PUBLISHED",
                    "Công bố phiên bản " + (number + 1) + ", SHA-256 " + version.sha256() + ".");
            return Verdict.done();
        });
    }

    /** Drafts it anew on the newest version: its clauses are found again there. */
    @Transactional
    public Verdict rebase(String draft, String user) {
        return change(draft, user, (document, version) -> {
            var newest = versions.latest(document.id());
            if (newest.isEmpty() || Documents.number(newest.get()) == version.base()) {
                return Verdict.refused("Bản nháp đã dựa trên phiên bản mới nhất.");
            }
            var own = versions.clauses(draft);
            var aligned = align(
                    document,
                    newest,
                    own.stream()
                            .map(clause -> new Incoming(clause.as(Clause.NO_ID), List.of(clause.id())))
                            .toList(),
                    Set::copyOf);
            versions.rewrite(draft, aligned.clauses());
            versions.forgetQuestions(draft);
            versions.ask(draft, aligned.unsure());
            follow(
                    draft,
                    IntStream.range(0, own.size())
                            .filter(index -> own.get(index).id()
                                    != aligned.clauses().get(index).id())
                            .boxed()
                            .collect(Collectors.toMap(
                                    index -> own.get(index).id(),
                                    index -> aligned.clauses().get(index).id())));
            var formerBase = idOf(document.id(), version.base());
            versions.base(draft, Documents.number(newest.get()));
            parts.ifAvailable(all -> all.rebased(draft, formerBase, newest.get().id()));
            audit(
                    document,
                    user,
                    "DRAFT_REBASED",
                    "Đối chiếu lại bản nháp với phiên bản " + newest.get().number() + ".");
            return Verdict.done();
        });
    }

    /** Throws a draft away. */
    @Transactional
    public Verdict discard(String draft, String user) {
        return change(draft, user, (document, version) -> {
            versions.delete(draft);
            audit(document, user, "DRAFT_DISCARDED", "Bỏ bản nháp “" + version.fileName() + "”.");
            return Verdict.done();
        });
    }

    /** A text under its ids, and the clauses of which a person has to confirm that they are who they seem. */
    private record Aligned(List<Clause> clauses, List<Unsure> unsure) {}

    private Aligned align(
            Document document,
            Optional<DocumentVersion> newest,
            List<Incoming> incoming,
            Function<Collection<Long>, Set<Long>> borne) {
        var base = newest.map(version -> versions.clauses(version.id())).orElse(List.of());
        var pairings = Alignment.of(base, incoming);
        var fresh = new FreshIds(document.id());
        var clauses = ClauseIds.assign(base, incoming, pairings, borne, fresh);
        fresh.keep();
        var unsure = IntStream.range(0, clauses.size())
                .filter(index ->
                        !pairings.get(index).sure() && !pairings.get(index).isNew())
                .mapToObj(index ->
                        new Unsure(clauses.get(index).id(), pairings.get(index).similarity()))
                .toList();
        return new Aligned(clauses, unsure);
    }

    /** What a file says about ids counts only when it left this very document. */
    private static List<Incoming> trusted(WordFile file, Document document) {
        var origin = file.origin();
        return origin != null && origin.document().equals(document.id())
                ? file.clauses()
                : file.clauses().stream()
                        .map(one -> Incoming.unknown(one.clause()))
                        .toList();
    }

    private void rename(String draft, Map<Long, Long> renamed) {
        versions.rewrite(
                draft,
                versions.clauses(draft).stream()
                        .map(clause -> clause.as(renamed.getOrDefault(clause.id(), clause.id())))
                        .toList());
        follow(draft, renamed);
    }

    /** Lets what is tied to clauses follow those that bear another id now. */
    private void follow(String draft, Map<Long, Long> renamed) {
        versions.place(versions.proposals(draft).stream()
                .filter(one -> renamed.containsKey(one.clauseId()))
                .map(one -> one.on(Objects.requireNonNull(renamed.get(one.clauseId())), one.start()))
                .toList());
        parts.ifAvailable(all -> all.clausesRenamed(draft, renamed));
    }

    /** Does something to a draft while nobody else touches its document. */
    private Verdict change(String draft, String user, BiFunction<Document, DocumentVersion, Verdict> deed) {
        var gone = Verdict.refused("Bản nháp này không còn: đã được công bố, thay bằng bản khác hoặc đã bỏ.");
        var known = versions.find(draft);
        if (known.isEmpty()) {
            return gone;
        }
        var document = locked(known.get().document());
        var fault = fault(document, user);
        if (fault != null) {
            return fault;
        }
        // as it is now that it holds still
        return find(document.id(), draft)
                .map(version -> deed.apply(document, version))
                .orElse(gone);
    }

    private Verdict.@Nullable Refused fault(Document document, String user) {
        if (!documents.mayEdit(user, document)) {
            return Documents.editorsOnly();
        }
        return document.status() == DocumentStatus.CANCELLED ? Documents.overtaken(document) : null;
    }

    private static Verdict.@Nullable Refused fault(Upload upload) {
        return upload.note() != null && upload.note().strip().length() > NOTE_LENGTH
                ? Verdict.refused("note", "“Ghi chú” dài quá " + NOTE_LENGTH + " ký tự.")
                : null;
    }

    private String overtakenBy(DocumentVersion newest) {
        var published = Objects.requireNonNull(newest.published());
        return "Phiên bản " + newest.number() + " đã được " + members.displayName(published.by()) + " công bố lúc "
                + VietnamTime.moment(published.at()) + "; bản nháp của đồng chí vẫn còn nguyên. Hãy đối chiếu bản nháp"
                + " với phiên bản mới rồi công bố.";
    }

    /** Id of a published version, null for number 0. */
    private @Nullable String idOf(String document, int number) {
        return versions.numbered(document, number).map(DocumentVersion::id).orElse(null);
    }

    private Document locked(String document) {
        return store.lock(document).orElseThrow(() -> new NoSuchElementException("No document " + document));
    }

    private Signed now(String user) {
        return new Signed(user, clock.instant());
    }

    private void audit(Document document, String user, String action, String detail) {
        audit.record(entry(document, user, action, detail));
    }

    private AuditEntry entry(Document document, String user, String action, String detail) {
        return AuditEntry.of(user, action, "document:" + document.id(), detail)
                .under(congresses.get(document.congress()).ruleSet());
    }

    /** Browsers may send a whole path. */
    private static String fileName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return last.substring(0, Math.min(last.length(), FILE_NAME_LENGTH));
    }

    /** Ids that no clause of a document ever had; the document is locked meanwhile. */
    private final class FreshIds implements LongSupplier {

        private final String document;
        private long last;

        FreshIds(String document) {
            this.document = document;
            this.last = store.lastClause(document);
        }

        @Override
        public long getAsLong() {
            return ++last;
        }

        /** Remembers which are taken by now. */
        void keep() {
            store.lastClause(document, last);
        }
    }
}
