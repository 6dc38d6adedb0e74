package vn.daihoi.review;

import java.time.Clock;
import java.time.LocalDate;
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

    private final ConclusionStore store;
    private final SessionStore sessions;
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
            SessionStore sessions,
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
        this.sessions = sessions;
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
        sessions.become(session.id(), SessionStatus.ISSUED);
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
        var byDocument = opinions.ofSession(session.id()).stream().collect(Collectors.groupingBy(Opinion::document));
        byDocument.forEach((document, spoken) -> {
            // ids of clauses last through all versions, so what was said of an older one finds its place in the newest
            int version = spoken.stream().mapToInt(Opinion::version).max().orElseThrow();
            rounds.open(
                    document,
                    version,
                    "session:" + session.id(),
                    title,
                    spoken.stream()
                            .map(opinion -> said(opinion, session, congress))
                            .toList());
        });
        return byDocument.size();
    }

    private Said said(Opinion opinion, WorkingSession session, Congress congress) {
        var tag = congress.ruleSet();
        var route = tag == null ? null : ruleSets.route(tag, opinion.type().name());
        return new Said(
                "opinion:" + opinion.id(),
                opinion.clauseId(),
                "",
                opinion.type().comment(),
                opinion.text()
                        + (opinion.proposed().isEmpty() ? "" : "\nĐề nghị ghi: “" + opinion.proposed() + "”")
                        + (opinion.policyBasis().isEmpty() ? "" : "\nCăn cứ: " + opinion.policyBasis()),
                opinion.filed().by(),
                owner(route, session),
                due(route));
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
