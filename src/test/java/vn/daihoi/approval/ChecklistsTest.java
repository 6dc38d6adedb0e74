package vn.daihoi.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressForm;
import vn.daihoi.congress.CongressLevel;
import vn.daihoi.congress.CongressPlan;
import vn.daihoi.congress.CongressRules;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Contents;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.document.Documents;
import vn.daihoi.organisation.Units;

/** Who comes to the congress decides what its dossier consists of, and is known only where the rule set says from when. */
class ChecklistsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final String TAG = "CT45-2025";

    private final RuleSets ruleSets = mock(RuleSets.class);
    private final Congresses congresses = mock(Congresses.class);
    private final Units units = mock(Units.class);
    private final Dossier dossier = mock(Dossier.class);
    private final Checklists checklists = new Checklists(
            mock(JdbcClient.class),
            ruleSets,
            congresses,
            mock(Documents.class),
            units,
            Clock.fixed(Instant.parse("2026-03-05T02:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void aPlannedCongress() {
        var congress = mock(Congress.class);
        when(dossier.congress()).thenReturn("c1");
        when(congresses.get("c1")).thenReturn(congress);
        when(congress.ward()).thenReturn("dm");
        when(congress.plan()).thenReturn(new CongressPlan(DAY, DAY, "Hội trường", Contents.FOUR, TAG, null));
        when(ruleSets.knows(TAG)).thenReturn(true);
        when(ruleSets.checklist(TAG, Contents.FOUR, CongressForm.DELEGATES)).thenReturn(List.of());
        when(units.memberCountOf("dm", DAY)).thenReturn(200);
    }

    private Checklists.Live live(@Nullable Integer threshold) {
        when(ruleSets.rules(TAG, CongressLevel.WARD))
                .thenReturn(new CongressRules(TAG, null, null, null, null, null, threshold, null, null, null));
        return checklists.live(dossier);
    }

    @Test
    void anOpenThresholdIsNamed() {
        assertThat(live(null)).isInstanceOfSatisfying(Checklists.Live.Unknown.class, no -> assertThat(no.message())
                .contains("“Số đảng viên từ đó họp đại biểu”", RuleSets.title(TAG), "Phụ trách quy trình"));
    }

    @Test
    void nothingElseOfItsRowIsNeeded() {
        assertThat(form(live(200))).isEqualTo(CongressForm.DELEGATES);
        assertThat(form(live(201))).isEqualTo(CongressForm.ALL_MEMBERS);
    }

    private static CongressForm form(Checklists.Live live) {
        return live.checklist().orElseThrow().form();
    }
}
