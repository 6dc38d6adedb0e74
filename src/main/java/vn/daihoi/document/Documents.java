package vn.daihoi.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.CongressCancelled;
import vn.daihoi.congress.CongressStatus;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/**
 * The documents of the congresses and the steps of their preparation. Forms and pages alike come through here, so what a
 * person may not do is refused here. An expected "no" is returned, never thrown.
 */
@Service
public class Documents {

    private static final int TITLE_LENGTH = 300;
    private static final int REASON_LENGTH = 2000;
    private static final int REGISTER_LENGTH = 50;
    private static final int HOLDER_LENGTH = 200;

    private final DocumentStore store;
    private final VersionStore versions;
    private final Congresses congresses;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    Documents(
            DocumentStore store,
            VersionStore versions,
            Congresses congresses,
            Members members,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.congresses = congresses;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** The types there are, in their order. */
    public List<DocumentType> types() {
        return store.types();
    }

    /**
     * A document that is known to exist.
     *
     * @throws NoSuchElementException when it doesn't
     */
    public Document get(String id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("No document " + id));
    }

    /** A document this person may read; one of another ward is as unknown as one that doesn't exist. */
    public Optional<Document> visible(String id, String user) {
        return store.find(id)
                .filter(document ->
                        congresses.visible(document.congress(), user).isPresent());
    }

    /** The documents of a congress that this person may read, in the order of their types. */
    public List<Document> visibleOf(String congress, String user) {
        return congresses.visible(congress, user).isPresent() ? store.ofCongress(congress) : List.of();
    }

    /** Whether the person may bring in and publish versions: an editor or the office of the ward. */
    public boolean mayEdit(String user, Document document) {
        return holds(user, Role.EDITOR, document) || holds(user, Role.WARD_OFFICE, document);
    }

    /** Opens the documents every congress prepares; safe to repeat. */
    @Transactional
    public void openAll(String congress) {
        var ward = congresses.get(congress).ward();
        for (var type : store.types()) {
            var document = opened(congress, ward, type, type.name(), AuditEntry.SYSTEM);
            if (type.required() && store.insert(document)) {
                audit(document, AuditEntry.SYSTEM, Role.EDITOR, "DOCUMENT_OPENED", "Mở văn kiện.");
            }
        }
    }

    /** Ids of the documents opened with the congress, in the order of their types; one process runs for each. */
    public List<String> openedIds(String congress) {
        return store.ofCongress(congress).stream().map(Document::id).toList();
    }

    /** Adds one more document, such as an annex. */
    @Transactional
    public Verdict add(String congress, String type, @Nullable String title, String user) {
        var prepared = congresses.get(congress);
        if (!congresses.may(user, prepared, Role.EDITOR) && !congresses.may(user, prepared, Role.WARD_OFFICE)) {
            return editorsOnly();
        }
        if (prepared.status() != CongressStatus.CELLS_RUNNING) {
            return Verdict.refused("Chỉ bổ sung được văn kiện khi đại hội đang được chuẩn bị.");
        }
        var known =
                store.types().stream().filter(one -> one.code().equals(type)).findFirst();
        if (known.isEmpty()) {
            return Verdict.refused("type", "“Loại văn kiện” phải là một loại có trong danh sách.");
        }
        var name = stripped(title).isEmpty() ? known.get().name() : stripped(title);
        if (name.length() > TITLE_LENGTH) {
            return Verdict.refused("title", "“Tên văn kiện” dài quá " + TITLE_LENGTH + " ký tự.");
        }
        var added = opened(congress, prepared.ward(), known.get(), name, user);
        if (!store.insert(added)) {
            return Verdict.refused("title", "“Tên văn kiện” này đã có trong đợt đại hội.");
        }
        var joined = congresses.letDocumentJoin(congress, added.id());
        if (joined instanceof Verdict.Refused) {
            // stored first, because the process looks the document up as it starts; without a process it must not stay
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return joined;
        }
        audit(added, user, editing(user, added), "DOCUMENT_ADDED", "Bổ sung văn kiện: " + name + ".");
        return Verdict.done();
    }

    /** The editors hand the newest published version to the secretary; refused while there is none. */
    @Transactional
    public Verdict submit(String id, @Nullable String note, String user) {
        var document = locked(id);
        if (!holds(user, Role.EDITOR, document)) {
            return forbidden(Role.EDITOR);
        }
        if (!document.status().mayBecome(DocumentStatus.SUBMITTED)) {
            return overtaken(document);
        }
        var said = stripped(note);
        if (said.length() > REASON_LENGTH) {
            return Verdict.refused("note", "“Ghi chú” dài quá " + REASON_LENGTH + " ký tự.");
        }
        var newest = versions.latest(id).map(Documents::number).orElse(0);
        var former = document.submitted();
        if (newest == 0) {
            return Verdict.refused("Chưa có phiên bản nào được công bố. Hãy tải dự thảo lên trang văn kiện và công bố"
                    + " trước khi trình.");
        }
        if (former != null && newest <= former) {
            return Verdict.refused("Chưa có phiên bản nào được công bố sau phiên bản " + former
                    + " đã bị trả lại. Hãy công bố phiên bản mới trước khi trình lại.");
        }
        store.submit(id, newest, said.isEmpty() ? null : said, now(user));
        audit(
                document,
                user,
                Role.EDITOR,
                "DOCUMENT_SUBMITTED",
                "Trình phiên bản " + newest + " để duyệt đưa ra lấy ý kiến.");
        return Verdict.done();
    }

    /** The secretary lets the version that was handed in go out for comment. */
    @Transactional
    public Verdict clear(String id, String user) {
        var document = locked(id);
        var fault = decisionFault(document, DocumentStatus.CLEARED, user);
        if (fault != null) {
            return fault;
        }
        store.clear(id, now(user));
        audit(
                document,
                user,
                Role.WARD_SECRETARY,
                "DOCUMENT_CLEARED",
                "Duyệt đưa phiên bản " + document.submitted() + " ra lấy ý kiến.");
        return Verdict.done();
    }

    /** The secretary sends it back; that needs a reason. */
    @Transactional
    public Verdict sendBack(String id, @Nullable String reason, String user) {
        var document = locked(id);
        var fault = decisionFault(document, DocumentStatus.RETURNED, user);
        if (fault != null) {
            return fault;
        }
        var why = stripped(reason);
        if (why.isEmpty()) {
            return Verdict.refused("reason", "Khi trả lại văn kiện phải ghi “Lý do trả lại”.");
        }
        if (why.length() > REASON_LENGTH) {
            return Verdict.refused("reason", "“Lý do trả lại” dài quá " + REASON_LENGTH + " ký tự.");
        }
        store.sendBack(id, why);
        audit(
                document,
                user,
                Role.WARD_SECRETARY,
                "DOCUMENT_RETURNED",
                "Trả lại phiên bản " + document.submitted() + ": " + why);
        return Verdict.done();
    }

    /** Ends the documents of a congress that was called off; safe to repeat. */
    @Transactional
    public void cancelAll(String congress) {
        for (var id : openedIds(congress)) {
            if (locked(id).status().mayBecome(DocumentStatus.CANCELLED)) {
                store.cancel(id);
            }
        }
    }

    /** In the transaction that calls off the congress. */
    @EventListener
    @Transactional
    void on(CongressCancelled event) {
        cancelAll(event.congress());
    }

    /** What a paper receipt says. */
    public record PaperReceipt(String registerNumber, LocalDate receivedOn, String holder) {}

    /** Notes that a paper which may not be kept here lies somewhere; no title, no content. */
    @Transactional
    public Verdict recordPaper(String id, PaperReceipt receipt, String user) {
        var document = locked(id);
        if (!mayEdit(user, document)) {
            return editorsOnly();
        }
        if (document.status() == DocumentStatus.CANCELLED) {
            return overtaken(document);
        }
        var number = stripped(receipt.registerNumber());
        var holder = stripped(receipt.holder());
        if (number.isEmpty() || number.length() > REGISTER_LENGTH) {
            return Verdict.refused("registerNumber", "Phải ghi “Số đăng ký”, không quá " + REGISTER_LENGTH + " ký tự.");
        }
        if (receipt.receivedOn().isAfter(today())) {
            return Verdict.refused("receivedOn", "“Ngày nhận” không được ở trong tương lai.");
        }
        if (holder.isEmpty() || holder.length() > HOLDER_LENGTH) {
            return Verdict.refused("holder", "Phải ghi “Nơi giữ”, không quá " + HOLDER_LENGTH + " ký tự.");
        }
        if (!store.insert(id, new PaperReceipt(number, receipt.receivedOn(), holder), now(user))) {
            return Verdict.refused("registerNumber", "“Số đăng ký” này đã được ghi nhận.");
        }
        audit(
                document,
                user,
                editing(user, document),
                "DOCUMENT_PAPER_RECEIVED",
                "Ghi nhận bản giấy, số đăng ký " + number + ".");
        return Verdict.done();
    }

    /** The paper receipts of a document, the newest first. */
    public List<PaperReceipt> papers(String id) {
        return store.papers(id);
    }

    /** The number of a version that is published. */
    static int number(DocumentVersion published) {
        var number = published.number();
        if (number == null) {
            throw new IllegalStateException("Version " + published.id() + " is a draft");
        }
        return number;
    }

    static Verdict.Refused editorsOnly() {
        return Verdict.refused("Việc này thuộc về " + Role.EDITOR.title() + " hoặc " + Role.WARD_OFFICE.title() + ".");
    }

    static Verdict.Refused overtaken(Document document) {
        return Verdict.refused(
                "Văn kiện đang ở trạng thái “" + document.status().title() + "”, bước này không còn thực hiện được.");
    }

    private Verdict.@Nullable Refused decisionFault(Document document, DocumentStatus next, String user) {
        if (!holds(user, Role.WARD_SECRETARY, document)) {
            return forbidden(Role.WARD_SECRETARY);
        }
        if (!document.status().mayBecome(next)) {
            return overtaken(document);
        }
        var submitted = document.submittedBy();
        return submitted != null && submitted.by().equals(user)
                ? Verdict.refused("Người trình văn kiện không được tự duyệt.")
                : null;
    }

    private Document locked(String id) {
        return store.lock(id).orElseThrow(() -> new NoSuchElementException("No document " + id));
    }

    private Document opened(String congress, String ward, DocumentType type, String title, String user) {
        return new Document(
                UUID.randomUUID().toString(),
                congress,
                ward,
                type,
                title,
                DocumentStatus.DRAFTING,
                null,
                null,
                null,
                null,
                null,
                now(user));
    }

    private boolean holds(String user, Role role, Document document) {
        return members.holds(user, role, document.ward(), today());
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    private Signed now(String user) {
        return new Signed(user, clock.instant());
    }

    private Role editing(String user, Document document) {
        return holds(user, Role.EDITOR, document) ? Role.EDITOR : Role.WARD_OFFICE;
    }

    private void audit(Document document, String user, Role role, String action, String detail) {
        var entry = AuditEntry.of(user, action, "document:" + document.id(), detail);
        audit.record(congresses.deed(congresses.get(document.congress()), role, entry));
    }

    private static Verdict.Refused forbidden(Role role) {
        return Verdict.refused("Việc này thuộc về " + role.title() + ".");
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
