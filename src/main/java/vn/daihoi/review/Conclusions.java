package vn.daihoi.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.TypedText;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.review.Conclusion.Item;
import vn.daihoi.review.Conclusion.Part;

/** What the heads of working groups conclude: written, signed by both sides, issued. Only the head concludes. */
@Service
public class Conclusions {

    private static final String CONCLUDING = "CONCLUDE_ATTEMPT_REFUSED";
    private static final String SIGNING = "CONCLUSION_SIGN_ATTEMPT_REFUSED";
    private static final int ASSESSMENT_LENGTH = 8000;
    private static final int REASON_LENGTH = 2000;

    private final ConclusionStore store;
    private final SessionStore sessionStore;
    private final ConclusionIssue issue;
    private final Notice notice;
    private final WorkingSessions sessions;
    private final Opinions opinions;
    private final Congresses congresses;
    private final Members members;
    private final Substitutions substitutions;
    private final RefusedAttempts attempts;
    private final AuditLog audit;
    private final Clock clock;

    Conclusions(
            ConclusionStore store,
            SessionStore sessionStore,
            ConclusionIssue issue,
            Notice notice,
            WorkingSessions sessions,
            Opinions opinions,
            Congresses congresses,
            Members members,
            Substitutions substitutions,
            RefusedAttempts attempts,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.sessionStore = sessionStore;
        this.issue = issue;
        this.notice = notice;
        this.sessions = sessions;
        this.opinions = opinions;
        this.congresses = congresses;
        this.members = members;
        this.substitutions = substitutions;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is typed of an item.
     *
     * @param part where it stands
     * @param text what has to be done, or is held
     * @param owner who in the ward does it, null for what is held only
     * @param dueOn by when, null exactly when there is no owner
     */
    public record Wording(Part part, String text, @Nullable Role owner, @Nullable LocalDate dueOn) {

        /** Keeps nothing that can't be seen. */
        public Wording {
            text = CleanText.lines(text);
        }
    }

    /**
     * A conclusion that the ward sent back, as it stood.
     *
     * @param number from 1 within the session
     * @param text its words
     * @param concluded who had concluded it and when
     * @param reason why it came back
     * @param returned who sent it back and when
     */
    public record Returned(int number, String text, Signed concluded, String reason, Signed returned) {}

    /** The conclusion of a session; empty before anybody began to write it. */
    @Transactional(readOnly = true)
    public Optional<Conclusion> find(String session) {
        return store.find(session);
    }

    /** The conclusion as far as this person may read it: the draft is the head's alone, what stands is everybody's. */
    @Transactional(readOnly = true)
    public Optional<Conclusion> readable(WorkingSession session, String user) {
        return store.find(session.id())
                .filter(conclusion -> conclusion.concluded() != null || sessions.heads(user, session));
    }

    /** What the ward sent back, the newest first. */
    @Transactional(readOnly = true)
    public List<Returned> returned(String session) {
        return store.returned(session);
    }

    /** Whether the person may write it now. */
    @Transactional(readOnly = true)
    public boolean mayWrite(WorkingSession session, String user) {
        return session.status() == SessionStatus.HELD && sessions.heads(user, session);
    }

    /** How often the draft was changed; sent along with a change, so that it meets the words the person has seen. */
    @Transactional(readOnly = true)
    public int revision(String session) {
        return store.draft(session).map(ConclusionStore.Draft::revision).orElse(0);
    }

    /** The opinions of the session that no item was made of yet. */
    @Transactional(readOnly = true)
    public List<Opinion> suggestions(String session) {
        var taken = store.takenOver(session);
        return opinions.ofSession(session).stream()
                .filter(opinion -> !taken.contains(opinion.id()))
                .toList();
    }

    /**
     * Writes the general assessment and by when the ward hands in again.
     *
     * @param resubmitBy null for no day
     * @param seen {@link #revision} the person has seen
     */
    @Transactional
    public Verdict write(String session, String assessment, @Nullable LocalDate resubmitBy, int seen, String user) {
        var words = TypedText.optional("assessment", "Đánh giá chung", assessment, ASSESSMENT_LENGTH);
        if (words.fault() != null) {
            return words.fault();
        }
        if (resubmitBy != null && resubmitBy.isBefore(today())) {
            return Verdict.refused("resubmitBy", "“Thời hạn trình lại” không được ở trong quá khứ.");
        }
        return edit(session, seen, user, () -> store.write(session, words.text(), resubmitBy));
    }

    /**
     * Adds an item at the end of its part; the same id again changes nothing.
     *
     * @param item a UUID, made with the form
     */
    @Transactional
    public Verdict add(String session, String item, Wording wording, String user) {
        var fault = ItemRules.fault(wording, today());
        return fault != null ? fault : edit(session, null, user, () -> store.add(session, item(item, wording), null));
    }

    /** Changes an item; one that is gone meanwhile is refused. */
    @Transactional
    public Verdict change(String session, String item, Wording wording, int seen, String user) {
        var fault = ItemRules.fault(wording, today());
        return fault != null
                ? fault
                : edit(session, item, seen, user, found -> store.change(session, item(item, wording)));
    }

    /** Takes an item out; one that is gone already is as it should be. */
    @Transactional
    public Verdict remove(String session, String item, String user) {
        return edit(session, null, user, () -> store.remove(session, item));
    }

    /** Lets an item change places with the one before or after it in its part; at the end of its part it stays. */
    @Transactional
    public Verdict move(String session, String item, boolean up, int seen, String user) {
        return edit(session, item, seen, user, found -> {
            var part = store.find(session).orElseThrow().items().stream()
                    .filter(one -> one.part() == found.part())
                    .toList();
            int to = part.indexOf(found) + (up ? -1 : 1);
            if (to >= 0 && to < part.size()) {
                store.swap(session, found, part.get(to));
            }
        });
    }

    /** Makes an item of an opinion that stands; the same opinion again changes nothing. */
    @Transactional
    public Verdict takeOver(String session, String item, long opinion, String user) {
        return opinions.ofSession(session).stream()
                .filter(one -> one.id() == opinion)
                .findFirst()
                .map(one -> edit(session, null, user, () -> {
                    if (!store.takenOver(session).contains(opinion)) {
                        var wording = new Wording(Part.DOCUMENTS, words(one), null, null);
                        store.add(session, item(item, wording), opinion);
                    }
                }))
                .orElseGet(() -> Verdict.refused("Ý kiến này không còn; tác giả đã rút lại."));
    }

    /** The head concludes: from here on the words stand, until the ward sends them back. */
    @Transactional
    public Verdict conclude(String session, String user) {
        return deed(session, SessionStatus.HELD, CONCLUDING, "Tìm cách kết luận buổi làm việc.", user, at -> {
            var conclusion = store.find(session).orElse(null);
            if (conclusion == null || conclusion.assessment().isEmpty()) {
                return Verdict.refused("Chưa ghi “Đánh giá chung” trên trang kết luận.");
            }
            if (conclusion.items().isEmpty()) {
                return Verdict.refused("Chưa có nội dung kết luận nào trên trang kết luận.");
            }
            var resubmit = conclusion.resubmitBy();
            if (resubmit != null && resubmit.isBefore(today())) {
                return Verdict.refused(
                        "“Thời hạn trình lại” " + VietnamTime.day(resubmit) + " đã qua; hãy sửa trên trang kết luận.");
            }
            for (var item : conclusion.items()) {
                var fault = ItemRules.fault(new Wording(item.part(), item.text(), item.owner(), item.dueOn()), today());
                if (fault != null) {
                    return Verdict.refused("Mục kết luận thứ " + item.position() + ": " + fault.message());
                }
            }
            store.conclude(session, at.by());
            sessionStore.become(session, SessionStatus.CONCLUDED);
            log(
                    at,
                    "SESSION_CONCLUDED",
                    "Kết luận buổi làm việc, " + conclusion.items().size() + " nội dung.");
            return Verdict.done();
        });
    }

    /** The head signs the notice for the working group. */
    @Transactional
    public Verdict signForGroup(String session, String user) {
        return deed(
                session,
                SessionStatus.CONCLUDED,
                SIGNING,
                "Tìm cách ký thông báo kết luận cho Tổ công tác.",
                user,
                at -> {
                    var before = at.conclusion().signedForGroup();
                    if (before != null) {
                        return overtaken("ký cho Tổ công tác", before);
                    }
                    store.signForGroup(session, at.by());
                    log(at, "CONCLUSION_SIGNED_FOR_GROUP", "Tổ công tác ký thông báo kết luận.");
                    return Verdict.done();
                });
    }

    /** The ward's secretary signs the notice for the ward. */
    @Transactional
    public Verdict signForWard(String session, String user) {
        return wardDeed(session, "Tìm cách ký thông báo kết luận cho phường.", user, at -> {
            store.signForWard(session, at.by());
            log(at, "CONCLUSION_SIGNED_FOR_WARD", "Phường ký thông báo kết luận.");
            return Verdict.done();
        });
    }

    /** The ward's secretary sends the notice back to the head; that needs a reason. */
    @Transactional
    public Verdict sendBack(String session, @Nullable String reason, String user) {
        var why = TypedText.required("reason", "Lý do gửi lại", reason, REASON_LENGTH);
        return wardDeed(session, "Tìm cách gửi lại thông báo kết luận.", user, at -> {
            if (why.fault() != null) {
                return why.fault();
            }
            var concluded = at.conclusion().concluded();
            if (concluded == null) {
                throw new IllegalStateException("Nothing is concluded in session " + session);
            }
            store.sendBack(session, notice.text(at.session(), at.conclusion()), concluded, why.text(), at.by());
            sessionStore.become(session, SessionStatus.HELD);
            log(at, "CONCLUSION_RETURNED", "Phường gửi lại thông báo kết luận: " + why.text());
            return Verdict.done();
        });
    }

    /**
     * Issues the notice of a conclusion both sides have signed: its number, a round of answers for each document spoken
     * of, a follow-up for each item with an owner. Safe to repeat.
     */
    @Transactional
    public void issue(String session) {
        issue.issue(sessionStore.lock(session), store.find(session).orElseThrow());
    }

    /** The notice as a Word file; marked as a draft until it is issued. Who may have it is asked before. */
    @Transactional(readOnly = true)
    public byte[] word(String session) {
        return notice.word(sessions.get(session), store.find(session).orElseThrow());
    }

    /** The notice as PDF, as for {@link #word}. */
    @Transactional(readOnly = true)
    public byte[] pdf(String session) {
        return notice.pdf(sessions.get(session), store.find(session).orElseThrow());
    }

    /** Who acts on what, looked up after the session was locked. */
    private record At(WorkingSession session, Conclusion conclusion, Signed by, @Nullable String absent) {}

    private interface Deed extends Function<At, Verdict> {}

    /** A change of the draft by the head; without a revision it can't overwrite anything. */
    private Verdict edit(String session, @Nullable Integer seen, String user, Runnable change) {
        var shown = sessionStore.lock(session);
        var fault = headsOnly(shown, CONCLUDING, "Tìm cách viết kết luận.", user);
        if (fault != null) {
            return fault;
        }
        if (shown.status() != SessionStatus.HELD) {
            return notNow(shown);
        }
        var draft = store.draft(session).orElse(null);
        if (draft != null
                && seen != null
                && seen != draft.revision()
                && !draft.edited().by().equals(user)) {
            return Verdict.refused("“" + members.displayName(draft.edited().by()) + "” vừa sửa dự thảo kết luận lúc "
                    + VietnamTime.moment(draft.edited().at()) + ". Hãy xem lại rồi ghi.");
        }
        store.touch(session, now(user));
        change.run();
        return Verdict.done();
    }

    private Verdict edit(String session, String item, int seen, String user, Consumer<Item> change) {
        var fault = headsOnly(sessionStore.lock(session), CONCLUDING, "Tìm cách viết kết luận.", user);
        if (fault != null) {
            return fault;
        }
        var found = store.find(session).stream()
                .flatMap(conclusion -> conclusion.items().stream())
                .filter(one -> one.id().equals(item))
                .findFirst();
        return found.isPresent()
                ? edit(session, seen, user, () -> change.accept(found.get()))
                : Verdict.refused("Nội dung kết luận này vừa bị xóa.");
    }

    /** A deed of the head, on a conclusion that fits it. */
    private Verdict deed(String session, SessionStatus needed, String action, String attempt, String user, Deed deed) {
        var shown = sessionStore.lock(session);
        var fault = headsOnly(shown, action, attempt, user);
        if (fault != null) {
            return fault;
        }
        if (shown.status() != needed) {
            return notNow(shown);
        }
        var group = shown.workingGroup();
        var absent = group == null
                ? Optional.<String>empty()
                : substitutions.representedBy(user, Role.WORKING_GROUP_HEAD, group, today());
        return deed.apply(new At(shown, conclusion(session), now(user), absent.orElse(null)));
    }

    private Verdict wardDeed(String session, String attempt, String user, Deed deed) {
        var shown = sessionStore.lock(session);
        if (!members.holds(user, Role.WARD_SECRETARY, shown.ward(), today())) {
            attempts.note(AuditEntry.of(user, SIGNING, subject(shown), attempt));
            return Verdict.refused("Việc này thuộc về " + Role.WARD_SECRETARY.title() + ".");
        }
        if (shown.status() != SessionStatus.CONCLUDED) {
            return notNow(shown);
        }
        var conclusion = conclusion(session);
        if (conclusion.signedForGroup() == null) {
            return Verdict.refused("Tổ công tác chưa ký thông báo kết luận.");
        }
        var before = conclusion.signedForWard();
        if (before != null) {
            return overtaken("ký cho phường", before);
        }
        var absent = substitutions.representedBy(user, Role.WARD_SECRETARY, shown.ward(), today());
        return deed.apply(new At(shown, conclusion, now(user), absent.orElse(null)));
    }

    private Conclusion conclusion(String session) {
        return store.find(session)
                .orElseGet(() -> new Conclusion(session, "", List.of(), null, null, null, null, null, null, null));
    }

    private Verdict.@Nullable Refused headsOnly(WorkingSession session, String action, String attempt, String user) {
        if (sessions.heads(user, session)) {
            return null;
        }
        attempts.note(AuditEntry.of(user, action, subject(session), attempt));
        return Verdict.refused("Chỉ Tổ trưởng Tổ công tác được kết luận và ký cho Tổ công tác.");
    }

    private Verdict.Refused notNow(WorkingSession session) {
        var concluded = store.find(session.id()).map(Conclusion::concluded).orElse(null);
        return concluded == null
                ? Verdict.refused(
                        "Buổi làm việc đang ở bước “" + session.status().title() + "”, chưa đến hoặc đã qua bước này.")
                : overtaken("kết luận", concluded);
    }

    private Verdict.Refused overtaken(String deed, Signed before) {
        return Verdict.refused("“" + members.displayName(before.by()) + "” đã " + deed + " lúc "
                + VietnamTime.moment(before.at()) + ".");
    }

    private void log(At at, String action, String detail) {
        audit.record(AuditEntry.of(at.by().by(), action, subject(at.session()), detail)
                .standingInFor(at.absent())
                .under(congresses.get(at.session().congress()).ruleSet()));
    }

    private static String subject(WorkingSession session) {
        return "session:" + session.id();
    }

    private static Item item(String id, Wording wording) {
        return new Item(id, wording.part(), 0, wording.text(), wording.owner(), wording.dueOn());
    }

    /** What an item says that is made of an opinion, as much of it as an item holds. */
    private static String words(Opinion opinion) {
        var words = opinion.type().title() + ": " + opinion.text()
                + (opinion.proposed().isEmpty() ? "" : "\nĐề nghị ghi: “" + opinion.proposed() + "”");
        return words.length() <= ItemRules.TEXT_LENGTH ? words : words.substring(0, ItemRules.TEXT_LENGTH - 1) + "…";
    }

    private Signed now(String user) {
        return new Signed(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
