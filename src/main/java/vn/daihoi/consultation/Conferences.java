package vn.daihoi.consultation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;

/** The conferences of cells and organisations, and the written opinions the office types in. */
@Service
public class Conferences {

    private static final int NUMBER_LENGTH = 50;
    private static final int NOTE_LENGTH = 2000;

    private final RoundStore store;
    private final ConferenceStore conferences;
    private final Rounds rounds;
    private final Intake intake;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    Conferences(
            RoundStore store,
            ConferenceStore conferences,
            Rounds rounds,
            Intake intake,
            Members members,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.conferences = conferences;
        this.rounds = rounds;
        this.intake = intake;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A comment made at a conference.
     *
     * @param clauseId the clause, 0 for the draft as a whole
     * @param quote words of it, empty for none
     * @param type what it wants
     * @param text the words
     * @param source who speaks, one of {@link Conferences#groups}; null for those who usually do in such a unit
     */
    public record Said(long clauseId, String quote, CommentType type, String text, @Nullable SourceGroup source) {

        /** A comment of those who usually speak in the unit. */
        public Said(long clauseId, String quote, CommentType type, String text) {
            this(clauseId, quote, type, text, null);
        }
    }

    /**
     * The minutes as they are reported.
     *
     * @param heldOn the day, not before the round was opened and not in the future
     * @param present how many were there, at most the members of a cell
     * @param speakers how many spoke, at most those present
     * @param number number of the minutes, null for none
     * @param agrees whether it agrees with the whole draft
     * @param note anything to add, null for nothing
     */
    public record NewMinutes(
            LocalDate heldOn,
            int present,
            int speakers,
            @Nullable String number,
            boolean agrees,
            @Nullable String note) {}

    /** What became of comments that were entered: refused, or how many of them were new. */
    record Entered(Verdict verdict, int added) {}

    /** Who may speak at the conference of a unit of this kind, the usual ones first. */
    public static List<SourceGroup> groups(Invitee.Kind kind) {
        return kind == Invitee.Kind.CELL
                ? List.of(SourceGroup.PARTY_MEMBER)
                : List.of(SourceGroup.ORGANISATION, SourceGroup.UNION_MEMBER, SourceGroup.ASSOCIATION_MEMBER);
    }

    /** Those of them that the round asks; never empty. */
    public static List<SourceGroup> groups(Round round, Invitee.Kind kind) {
        var all = groups(kind);
        var asked = all.stream().filter(round.sources()::contains).toList();
        // of a unit asked although its people aren't: what it sends is refused with the reason
        return asked.isEmpty() ? all : asked;
    }

    /** Why nothing can be entered by this way just now, as a Vietnamese sentence; null when it can. */
    public @Nullable String closed(Round round, Channel channel) {
        var closes = round.closesAt();
        if (round.status().ordinal() < RoundStatus.OPEN.ordinal() || closes == null) {
            return "Vòng lấy ý kiến chưa mở.";
        }
        if (round.status() != RoundStatus.OPEN || !clock.instant().isBefore(closes)) {
            return "Vòng lấy ý kiến đã đóng lúc " + VietnamTime.moment(closes) + ", không nhận thêm được.";
        }
        return round.channels().contains(channel)
                ? null
                : "Vòng lấy ý kiến này không nhận góp ý qua kênh “" + channel.title() + "”.";
    }

    /** What a unit said at its conference, the newest first. */
    public List<Comment> said(String round, String unit, int offset, int limit) {
        return conferences.comments(round, Channel.CONFERENCE, unit, offset, limit);
    }

    /** How much a unit said at its conference. */
    public int said(String round, String unit) {
        return conferences.comments(round, Channel.CONFERENCE, unit);
    }

    /** What came in letters, the newest first. */
    public List<Comment> written(String round, int offset, int limit) {
        return conferences.comments(round, Channel.WRITTEN, null, offset, limit);
    }

    /** How much came in letters. */
    public int written(String round) {
        return conferences.comments(round, Channel.WRITTEN, null);
    }

    /** The unit reports its conference; comments were entered before, or are none when it agrees. */
    @Transactional
    public Verdict report(String round, String unit, NewMinutes minutes, String user) {
        conferences.keepOpen(round);
        var asked = rounds.get(round);
        var invitee = store.invitee(round, unit).orElse(null);
        if (invitee == null || !rounds.speaksFor(user, asked, unit)) {
            return notTheirs();
        }
        var clean = clean(minutes);
        if (invitee.minutes() != null) {
            return again(invitee.minutes(), clean, user);
        }
        var closed = closed(asked, Channel.CONFERENCE);
        if (closed != null) {
            return Verdict.refused(closed);
        }
        var fault = fault(asked, invitee, clean);
        if (fault != null) {
            return fault;
        }
        if (!conferences.report(round, unit, clean, new Signed(user, clock.instant()))) {
            // somebody else of the unit was faster by the blink of an eye
            var theirs = store.invitee(round, unit).map(Invitee::minutes).orElse(null);
            return theirs == null
                    ? Verdict.refused("Chưa ghi được biên bản. Hãy thử lại.")
                    : again(theirs, clean, user);
        }
        record(
                user,
                "CONFERENCE_REPORTED",
                asked,
                "%s báo cáo hội nghị góp ý ngày %s: %d người dự, %d người phát biểu."
                        .formatted(invitee.name(), VietnamTime.day(clean.heldOn()), clean.present(), clean.speakers()));
        return Verdict.done();
    }

    /** Adds comments of a conference while the round is open; the same words at the same place are added once. */
    @Transactional
    public Verdict add(String round, String unit, List<Said> comments, String user) {
        return enter(round, unit, comments, "", user).verdict();
    }

    /**
     * Adds comments of a conference that were typed into a form.
     *
     * @param form what tells this filling in of the form from another, so that sending it twice adds nothing
     */
    @Transactional
    public Verdict add(String round, String unit, List<Said> comments, String form, String user) {
        return enter(round, unit, comments, form, user).verdict();
    }

    /** Adds a written opinion; the office types it in. The same words at the same place are added once. */
    @Transactional
    public Verdict addWritten(
            String round, SourceGroup source, @Nullable String unit, List<Said> comments, String user) {
        return addWritten(round, source, unit, comments, "", user);
    }

    /**
     * Adds a written opinion that was typed into a form.
     *
     * @param unit whose letter it is, one of those asked; null for anybody else
     * @param form what tells this filling in of the form from another, so that sending it twice adds nothing
     */
    @Transactional
    public Verdict addWritten(
            String round, SourceGroup source, @Nullable String unit, List<Said> comments, String form, String user) {
        conferences.keepOpen(round);
        var asked = rounds.get(round);
        if (!rounds.mayRun(user, asked)) {
            return Verdict.refused("Chỉ Văn phòng Đảng ủy được nhập văn bản góp ý.");
        }
        if (unit != null && store.invitee(round, unit).isEmpty()) {
            return Verdict.refused("unit", "“Đơn vị gửi” không thuộc danh sách được lấy ý kiến.");
        }
        return receive(asked, Channel.WRITTEN, unit, source, comments, form, user)
                .verdict();
    }

    /** Enters comments of a conference; an empty form name goes by their words alone. */
    @Transactional
    Entered enter(String round, String unit, List<Said> comments, String form, String user) {
        conferences.keepOpen(round);
        var asked = rounds.get(round);
        var invitee = store.invitee(round, unit).orElse(null);
        if (invitee == null || !rounds.speaksFor(user, asked, unit)) {
            return new Entered(notTheirs(), 0);
        }
        var groups = groups(asked, invitee.kind());
        if (comments.stream().anyMatch(said -> said.source() != null && !groups.contains(said.source()))) {
            return new Entered(
                    Verdict.refused("source", "“Nhóm” không phải là nhóm góp ý của " + invitee.name() + "."), 0);
        }
        return receive(asked, Channel.CONFERENCE, unit, groups.get(0), comments, form, user);
    }

    /** What would be stored of these comments, in their order, each with what makes it the same when it comes again. */
    List<NewComment> prepared(
            Channel channel, @Nullable String unit, SourceGroup usual, List<Said> comments, String form, String user) {
        var prepared = new ArrayList<NewComment>();
        var equals = new HashMap<String, Integer>();
        for (var said : comments) {
            var source = Objects.requireNonNullElse(said.source(), usual);
            var words = String.join(
                    "\n",
                    channel.name(),
                    Objects.requireNonNullElse(unit, ""),
                    form,
                    source.name(),
                    Long.toString(said.clauseId()),
                    said.type().name(),
                    CleanText.line(said.quote()),
                    CleanText.line(said.text()));
            // two people may say the very same at one conference
            int ordinal = equals.merge(words, 1, Integer::sum);
            prepared.add(new NewComment(
                    source,
                    channel,
                    unit,
                    null,
                    said.clauseId(),
                    said.quote(),
                    said.type(),
                    said.text(),
                    "conf:" + sha256(words + "\n" + ordinal),
                    user));
        }
        return prepared;
    }

    private Entered receive(
            Round round,
            Channel channel,
            @Nullable String unit,
            SourceGroup usual,
            List<Said> comments,
            String form,
            String user) {
        var closed = closed(round, channel);
        if (closed != null) {
            return new Entered(Verdict.refused(closed), 0);
        }
        var prepared = prepared(channel, unit, usual, comments, form, user);
        for (int at = 0; at < prepared.size(); at++) {
            var faults = intake.faults(round, prepared.get(at));
            if (!faults.isEmpty()) {
                var which = prepared.size() == 1 ? "" : "Ý kiến thứ " + (at + 1) + ": ";
                return new Entered(Verdict.refused("comments", which + String.join(" ", faults)), 0);
            }
        }
        int added = prepared.isEmpty() ? 0 : intake.receiveAll(round, prepared);
        if (added > 0) {
            record(
                    user,
                    channel == Channel.WRITTEN ? "WRITTEN_OPINION_ENTERED" : "CONFERENCE_COMMENTS_ENTERED",
                    round,
                    "Nhập %d ý kiến, kênh “%s”%s."
                            .formatted(added, channel.title(), unit == null ? "" : ", đơn vị " + unit));
        }
        return new Entered(Verdict.done(), added);
    }

    private @Nullable Verdict fault(Round round, Invitee invitee, NewMinutes minutes) {
        var opened = Optional.ofNullable(round.opened())
                .map(signed -> VietnamTime.dayOf(signed.at()))
                .orElse(minutes.heldOn());
        if (minutes.heldOn().isAfter(VietnamTime.today(clock))) {
            return Verdict.refused("heldOn", "“Ngày tổ chức” không được ở trong tương lai.");
        }
        if (minutes.heldOn().isBefore(opened)) {
            return Verdict.refused(
                    "heldOn",
                    "“Ngày tổ chức” không được trước ngày mở vòng lấy ý kiến (" + VietnamTime.day(opened) + ").");
        }
        if (minutes.present() < 1) {
            return Verdict.refused("present", "“Số người có mặt” phải từ 1 trở lên.");
        }
        var all = invitee.members();
        if (all != null && minutes.present() > all) {
            return Verdict.refused(
                    "present", "“Số người có mặt” không được nhiều hơn số đảng viên của chi bộ (" + all + ").");
        }
        if (minutes.speakers() < 0 || minutes.speakers() > minutes.present()) {
            return Verdict.refused("speakers", "“Số người phát biểu” phải từ 0 đến “Số người có mặt”.");
        }
        if (minutes.number() != null && minutes.number().length() > NUMBER_LENGTH) {
            return Verdict.refused("minutesNumber", "“Số biên bản” dài quá " + NUMBER_LENGTH + " ký tự.");
        }
        if (minutes.note() != null && minutes.note().length() > NOTE_LENGTH) {
            return Verdict.refused("note", "“Ghi chú” dài quá " + NOTE_LENGTH + " ký tự.");
        }
        if (!minutes.agrees() && minutes.note() == null && conferences.comments(round.id(), invitee.unit()) == 0) {
            return Verdict.refused(
                    "agrees",
                    "Chưa có ý kiến nào của đơn vị. Hãy nhập ý kiến, hoặc chọn “Thống nhất với toàn bộ dự thảo”, hoặc nêu rõ ở “Ghi chú”.");
        }
        return null;
    }

    /** Sending the very same twice is no fault. */
    private Verdict again(Invitee.Minutes there, NewMinutes minutes, String user) {
        var same = there.reported().by().equals(user)
                && new NewMinutes(
                                there.heldOn(),
                                there.present(),
                                there.speakers(),
                                there.number(),
                                there.agrees(),
                                there.note())
                        .equals(minutes);
        return same
                ? Verdict.done()
                : Verdict.refused("Hội nghị đã báo cáo lúc "
                        + VietnamTime.moment(there.reported().at()) + " bởi "
                        + members.displayName(there.reported().by()) + ".");
    }

    private static NewMinutes clean(NewMinutes minutes) {
        return new NewMinutes(
                minutes.heldOn(),
                minutes.present(),
                minutes.speakers(),
                clean(minutes.number()),
                minutes.agrees(),
                clean(minutes.note()));
    }

    /** As it is kept; null when nothing is left. */
    private static @Nullable String clean(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var clean = CleanText.lines(typed);
        return clean.isEmpty() ? null : clean;
    }

    private static Verdict notTheirs() {
        return Verdict.refused("Chỉ người đại diện cho đơn vị được nhập ý kiến và báo cáo hội nghị của đơn vị mình.");
    }

    private void record(String user, String action, Round round, String detail) {
        audit.record(AuditEntry.of(user, action, "round:" + round.id(), detail));
    }

    private static String sha256(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
