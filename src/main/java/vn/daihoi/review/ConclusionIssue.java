package vn.daihoi.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.OpinionRoute;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.consultation.SuperiorRounds.Said;
import vn.daihoi.document.numbering.Series;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.WorkingCalendar;

/** What comes of a conclusion both sides have signed, all in the transaction of the caller: all of it or nothing. */
@Component
class ConclusionIssue {

    private static final String BODY = "TCT";
    private static final String NUMBER_CODE = "TB";
    /** As many characters as a comment holds. */
    private static final int SAID_LENGTH = 4000;

    private final ConclusionStore store;
    private final FollowUps followUps;
    private final Opinions opinions;
    private final SuperiorRounds rounds;
    private final Series series;
    private final Congresses congresses;
    private final RuleSets ruleSets;
    private final Members members;
    private final WorkingCalendar calendar;
    private final AuditLog audit;
    private final Clock clock;

    ConclusionIssue(
            ConclusionStore store,
            FollowUps followUps,
            Opinions opinions,
            SuperiorRounds rounds,
            Series series,
            Congresses congresses,
            RuleSets ruleSets,
            Members members,
            WorkingCalendar calendar,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.followUps = followUps;
        this.opinions = opinions;
        this.rounds = rounds;
        this.series = series;
        this.congresses = congresses;
        this.ruleSets = ruleSets;
        this.members = members;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    void issue(WorkingSession session, Conclusion signed) {
        if (signed.number() != null) {
            return;
        }
        if (signed.signedForWard() == null) {
            throw new IllegalStateException("The conclusion of " + session.id() + " isn't signed by both sides");
        }
        var congress = congresses.get(session.congress());
        var group = Objects.requireNonNull(session.workingGroup());
        int number = series.next(group, BODY, NUMBER_CODE, congress.term());
        var written = Series.written(number, NUMBER_CODE, BODY).substring("Số ".length());
        store.issue(session.id(), written, VietnamTime.today(clock));
        store.status(session.id(), SessionStatus.ISSUED);
        int documents = owe(session, congress, "Thông báo kết luận số " + written);
        int tasks = followUps.open(session, signed);
        audit.record(AuditEntry.of(
                        AuditEntry.SYSTEM,
                        "CONCLUSION_ISSUED",
                        "session:" + session.id(),
                        "Ban hành Thông báo kết luận số " + written + ": " + tasks + " việc được giao, " + documents
                                + " văn kiện có ý kiến phải trả lời.")
                .under(congress.ruleSet()));
    }

    /** Every opinion on a document becomes something owed an answer. */
    private int owe(WorkingSession session, Congress congress, String title) {
        var byDocument =
                opinions.ofSession(session.id()).stream().collect(Collectors.groupingBy(Opinion::document));
        byDocument.forEach((document, spoken) -> {
            // ids of clauses last through all versions, so what was said of an older one finds its place in the newest
            int version = spoken.stream().mapToInt(Opinion::version).max().orElseThrow();
            var said = new ArrayList<Said>();
            spoken.forEach(opinion -> said.addAll(said(opinion, session, congress)));
            rounds.open(document, version, "session:" + session.id(), title, said);
        });
        return byDocument.size();
    }

    /** In one piece, or in two where a comment could not hold it all: no word gets lost. */
    private List<Said> said(Opinion opinion, WorkingSession session, Congress congress) {
        var route = congress.ruleSet() == null
                ? null
                : ruleSets.route(congress.ruleSet(), opinion.type().name());
        var owner = owner(route, session);
        var due = due(route);
        var origin = "opinion:" + opinion.id();
        var basis = opinion.policyBasis().isEmpty() ? "" : "\nCăn cứ: " + opinion.policyBasis();
        var proposed = opinion.proposed().isEmpty() ? "" : "Đề nghị ghi: “" + opinion.proposed() + "”";
        var whole = opinion.text() + (proposed.isEmpty() ? "" : "\n" + proposed) + basis;
        if (whole.length() <= SAID_LENGTH) {
            return List.of(said(origin, opinion, whole, owner, due));
        }
        var pieces = new ArrayList<Said>();
        var rest = whole;
        for (int piece = 1; !rest.isEmpty(); piece++) {
            int end = rest.length() <= SAID_LENGTH ? rest.length() : cut(rest);
            pieces.add(said(
                    piece == 1 ? origin : origin + ":" + piece, opinion, rest.substring(0, end).strip(), owner, due));
            rest = rest.substring(end).strip();
        }
        return pieces;
    }

    /** Where to part it: at the last blank that still fits. */
    private static int cut(String words) {
        int blank = Math.max(words.lastIndexOf(' ', SAID_LENGTH), words.lastIndexOf('\n', SAID_LENGTH));
        return blank > 0 ? blank : SAID_LENGTH;
    }

    private static Said said(
            String origin, Opinion opinion, String text, @Nullable String owner, @Nullable LocalDate due) {
        return new Said(
                origin,
                opinion.clauseId(),
                "",
                opinion.type().comment(),
                text,
                opinion.filed().by(),
                owner,
                due);
    }

    private @Nullable String owner(@Nullable OpinionRoute route, WorkingSession session) {
        return route == null || route.role() == Role.EDITOR
                ? null
                : members.holders(session.ward(), route.role(), VietnamTime.today(clock)).stream()
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable LocalDate due(@Nullable OpinionRoute route) {
        return route == null || route.workingDays() == null
                ? null
                : calendar.plusWorkingDays(VietnamTime.today(clock), route.workingDays());
    }
}
