package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.OpinionRoute;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.Signed;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.consultation.SuperiorRounds.Said;
import vn.daihoi.document.numbering.Series;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.WorkingCalendar;

/** Who looks after the answer to an opinion, and by when, is what the rule set says. */
class ConclusionIssueTest {

    private static final Instant NOW = Instant.parse("2027-03-05T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 5);

    private final Opinions opinions = mock(Opinions.class);
    private final SuperiorRounds rounds = mock(SuperiorRounds.class);
    private final Series series = mock(Series.class);
    private final Congresses congresses = mock(Congresses.class);
    private final Congress congress = mock(Congress.class);
    private final RuleSets ruleSets = mock(RuleSets.class);
    private final Members members = mock(Members.class);
    private final WorkingCalendar calendar = mock(WorkingCalendar.class);
    private final ConclusionIssue issue = new ConclusionIssue(
            mock(ConclusionStore.class),
            mock(SessionStore.class),
            mock(FollowUps.class),
            opinions,
            rounds,
            series,
            congresses,
            ruleSets,
            members,
            calendar,
            mock(AuditLog.class),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void aCongress() {
        when(congresses.get("c1")).thenReturn(congress);
        when(congress.ruleSet()).thenReturn("CT45-2025");
        when(congress.term()).thenReturn("2025–2030");
        when(series.next("tct1", "TCT", "TB", "2025–2030")).thenReturn(3);
        when(ruleSets.route("CT45-2025", "AMEND")).thenReturn(new OpinionRoute(Role.EDITOR, 5));
        when(ruleSets.route("CT45-2025", "ADD_RESULT")).thenReturn(new OpinionRoute(Role.PROPAGANDA, null));
        when(members.holders("mau", Role.PROPAGANDA, TODAY)).thenReturn(List.of("tuyengiao", "tuyengiao2"));
        when(calendar.plusWorkingDays(TODAY, 5)).thenReturn(LocalDate.of(2027, 3, 12));
    }

    @Test
    void anOpinionGoesToWhoTheRuleSetNamesByTheDayItNames() {
        var said = said(opinion(1, OpinionType.AMEND, "d1", 1), opinion(2, OpinionType.ADD_RESULT, "d1", 2));

        assertThat(said)
                .containsExactly(
                        new Said(
                                "opinion:1",
                                7,
                                "",
                                OpinionType.AMEND.comment(),
                                "Ý kiến\nĐề nghị ghi: “câu chữ”\nCăn cứ: Nghị quyết",
                                "uv",
                                null,
                                LocalDate.of(2027, 3, 12)),
                        new Said(
                                "opinion:2",
                                7,
                                "",
                                OpinionType.ADD_RESULT.comment(),
                                "Ý kiến\nĐề nghị ghi: “câu chữ”\nCăn cứ: Nghị quyết",
                                "uv",
                                "tuyengiao",
                                null));
        verify(rounds).open(eq("d1"), eq(2), eq("session:s1"), eq("Thông báo kết luận số 03-TB/TCT"), any());
    }

    @Test
    void aCongressWithoutRulesOwesTheAnswersAllTheSame() {
        when(congress.ruleSet()).thenReturn(null);
        assertThat(said(opinion(1, OpinionType.AMEND, "d1", 1))).singleElement().satisfies(one -> {
            assertThat(one.owner()).isNull();
            assertThat(one.dueOn()).isNull();
        });
    }

    @Test
    void anIssuedOneIsNotIssuedAgain() {
        issue.issue(NoticeTest.SESSION, conclusion("03-TB/TCT"));
        verify(series, never()).next(any(), any(), any(), any());
        verify(rounds, never()).open(any(), anyInt(), any(), any(), any());
    }

    private List<Said> said(Opinion... filed) {
        when(opinions.ofSession("s1")).thenReturn(List.of(filed));
        issue.issue(NoticeTest.SESSION, conclusion(null));
        @SuppressWarnings("unchecked")
        ArgumentCaptor<List<Said>> said = ArgumentCaptor.forClass(List.class);
        verify(rounds).open(any(), anyInt(), any(), any(), said.capture());
        return said.getValue();
    }

    private static Conclusion conclusion(@Nullable String number) {
        var signed = new Signed("a", NOW);
        return new Conclusion(
                "s1", "", List.of(), null, signed, signed, signed, null, number, number == null ? null : TODAY);
    }

    private static Opinion opinion(long id, OpinionType type, String document, int version) {
        return new Opinion(
                id, "s1", type, document, version, 7, null, "Nghị quyết", "Ý kiến", "câu chữ", new Signed("uv", NOW));
    }
}
