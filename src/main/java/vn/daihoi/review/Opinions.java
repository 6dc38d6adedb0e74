package vn.daihoi.review;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.audit.RefusedAttempts;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Place;
import vn.daihoi.consultation.TypedText;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.indicator.Indicator;
import vn.daihoi.document.indicator.Indicators;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Substitutions;

/** What the members of a working group think of the drafts. Insert only; an author may take an opinion back. */
@Service
public class Opinions {

    /** The longest text, in characters; also of the words proposed. */
    public static final int TEXT_LENGTH = 4000;

    /** The longest policy basis, in characters. */
    public static final int BASIS_LENGTH = 1000;

    /** More than anybody says of a ward's drafts. */
    static final int MOST_OF_ONE = 200;

    private static final int STAMP_LENGTH = 36;

    private final OpinionStore store;
    private final SessionStore sessionStore;
    private final WorkingSessions sessions;
    private final Documents documents;
    private final Versions versions;
    private final Indicators indicators;
    private final Congresses congresses;
    private final Members members;
    private final Substitutions substitutions;
    private final RefusedAttempts attempts;
    private final AuditLog audit;
    private final Clock clock;

    Opinions(
            OpinionStore store,
            SessionStore sessionStore,
            WorkingSessions sessions,
            Documents documents,
            Versions versions,
            Indicators indicators,
            Congresses congresses,
            Members members,
            Substitutions substitutions,
            RefusedAttempts attempts,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.sessionStore = sessionStore;
        this.sessions = sessions;
        this.documents = documents;
        this.versions = versions;
        this.indicators = indicators;
        this.congresses = congresses;
        this.members = members;
        this.substitutions = substitutions;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The opinions of a session that stand, in the order of documents and clauses. */
    public List<Opinion> ofSession(String session) {
        return store.standing(session);
    }

    /**
     * Whether the person may file opinions now: members of the group while the session is open, its head until concluding.
     */
    public boolean mayFile(WorkingSession session, String user) {
        return switch (session.status()) {
            case OPEN -> sessions.belongs(user, session);
            case HELD -> sessions.heads(user, session);
            default -> false;
        };
    }

    /**
     * What stands against the person completing the task that asks a member of the group, whoever it was given to since: it
     * is the member's own, or that of who stands in for them. Null for nothing; trying leaves a trace.
     */
    public Verdict.@Nullable Refused askedFault(String id, String member, String user) {
        var group = sessions.get(id).workingGroup();
        if (member.equals(user) || group != null && standsIn(user, member, group)) {
            return null;
        }
        attempts.note(AuditEntry.of(
                user, "OPINION_ATTEMPT_REFUSED", "session:" + id, "Không cho hoàn thành việc của thành viên khác."));
        return Verdict.refused("Việc này là của " + members.displayName(member)
                + ". Ý kiến của mình thì gửi ở trang ý kiến của buổi làm việc.");
    }

    private boolean standsIn(String user, String member, String group) {
        return Stream.of(Role.WORKING_GROUP_HEAD, Role.WORKING_GROUP_MEMBER)
                .flatMap(role -> substitutions.substituteFor(member, role, group, VietnamTime.today(clock)).stream())
                .anyMatch(user::equals);
    }

    /** Whether the person may take this opinion back now: it is theirs, and the head hasn't concluded. */
    public boolean mayTakeBack(WorkingSession session, Opinion opinion, String user) {
        return (session.status() == SessionStatus.OPEN || session.status() == SessionStatus.HELD)
                && opinion.filed().by().equals(user)
                && sessions.belongs(user, session);
    }

    /**
     * Files one.
     *
     * @param stamp what makes it the same when the same person sends it again, at most 36 characters
     */
    @Transactional
    public Verdict file(String id, NewOpinion typed, String stamp, String user) {
        var session = sessionStore.hold(id);
        if (!mayFile(session, user)) {
            return Verdict.refused(
                    sessions.belongs(user, session)
                            ? "Buổi làm việc đang ở trạng thái “"
                                    + session.status().title() + "” nên không nhận thêm ý kiến."
                            : "Chỉ Tổ trưởng và thành viên Tổ công tác của buổi làm việc mới cho ý kiến được.");
        }
        var text = TypedText.required("text", "Nội dung ý kiến", typed.text(), TEXT_LENGTH);
        var basis =
                TypedText.optional("policyBasis", "Căn cứ chính sách, pháp luật", typed.policyBasis(), BASIS_LENGTH);
        var proposed = TypedText.optional("proposed", "Đề nghị viết lại", typed.proposed(), TEXT_LENGTH);
        var type = typed.type();
        if (type == null) {
            return Verdict.refused("type", "Phải chọn “Loại ý kiến”.");
        }
        var fault = TypedText.fault(text, basis, proposed);
        if (fault != null) {
            return fault;
        }
        var version = documents.openedIds(session.congress()).contains(typed.document())
                ? versions.latest(typed.document()).orElse(null)
                : null;
        if (version == null || version.number() == null) {
            return Verdict.refused("document", "“Văn kiện” phải là một văn kiện của đại hội đã có phiên bản công bố.");
        }
        int number = version.number();
        if (typed.version() != 0 && typed.version() != number) {
            return Verdict.refused(
                    "document",
                    "Văn kiện vừa có phiên bản " + number + ". Hãy đọc lại đoạn này rồi gửi ý kiến vào phiên bản mới.");
        }
        var place = placeFault(typed, version);
        if (place != null) {
            return place;
        }
        var filed = new NewOpinion(
                type,
                typed.document(),
                number,
                typed.clauseId(),
                code(typed, version),
                basis.text(),
                text.text(),
                proposed.text());
        if (stamp.length() > STAMP_LENGTH) {
            throw new IllegalArgumentException("A stamp of " + stamp.length() + " characters");
        }
        var origin = user + ":" + stamp;
        if (store.count(id, user) >= MOST_OF_ONE) {
            return Verdict.refused("Mỗi người gửi không quá " + MOST_OF_ONE + " ý kiến trong một buổi làm việc.");
        }
        if (store.insert(id, type, filed, origin, new Signed(user, clock.instant()))) {
            audit(
                    session,
                    user,
                    "OPINION_FILED",
                    "Cho ý kiến vào “" + documents.get(filed.document()).title() + "”, phiên bản " + number + ", "
                            + Place.code(filed.clauseId()) + ".");
        }
        return Verdict.done();
    }

    private Verdict.@Nullable Refused placeFault(NewOpinion typed, DocumentVersion version) {
        if (typed.clauseId() != Place.WHOLE
                && versions.read(version).clauses().stream().noneMatch(clause -> clause.id() == typed.clauseId())) {
            return Verdict.refused(
                    "clause",
                    "“Đoạn” phải là mã của một đoạn trong " + inMidSentence(version) + ", như Đ12, hoặc để trống.");
        }
        return typed.indicator() != null && !typed.indicator().isBlank() && code(typed, version) == null
                ? Verdict.refused(
                        "indicator",
                        "“Mã chỉ tiêu” phải là mã trong bảng chỉ tiêu của " + inMidSentence(version) + ", như KT1.")
                : null;
    }

    private static String inMidSentence(DocumentVersion version) {
        return "phiên bản " + version.number();
    }

    /** The code as the table has it; null for none, or for one that isn't there. */
    private @Nullable String code(NewOpinion typed, DocumentVersion version) {
        var code = typed.indicator();
        return code == null || code.isBlank()
                ? null
                : indicators.of(version).stream()
                        .map(Indicator::code)
                        .filter(known -> known.equalsIgnoreCase(code.strip()))
                        .findFirst()
                        .orElse(null);
    }

    /** Its author takes an opinion back, which needs no reason; refused once the head has concluded. */
    @Transactional
    public Verdict takeBack(String id, long opinion, String user) {
        var session = sessionStore.hold(id);
        var meant = store.find(id, opinion).orElse(null);
        if (meant == null || !meant.filed().by().equals(user)) {
            return Verdict.refused("Chỉ người đã cho ý kiến mới rút lại được ý kiến của mình.");
        }
        if (!mayTakeBack(session, meant, user)) {
            return Verdict.refused("Buổi làm việc đang ở trạng thái “"
                    + session.status().title() + "” nên không rút lại ý kiến được nữa.");
        }
        if (store.takeBack(opinion, clock.instant())) {
            audit(session, user, "OPINION_TAKEN_BACK", "Rút lại một ý kiến của mình.");
        }
        return Verdict.done();
    }

    private void audit(WorkingSession session, String user, String action, String detail) {
        var group = session.workingGroup();
        var role = sessions.heads(user, session) ? Role.WORKING_GROUP_HEAD : Role.WORKING_GROUP_MEMBER;
        var absent = group == null
                ? null
                : substitutions
                        .representedBy(user, role, group, VietnamTime.today(clock))
                        .orElse(null);
        audit.record(AuditEntry.of(user, action, "session:" + session.id(), detail)
                .standingInFor(absent)
                .under(congresses.get(session.congress()).ruleSet()));
    }
}
