package vn.daihoi.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CongressTest {

    private static final Signed OFFICE = new Signed("vanphong.dm", Instant.parse("2027-01-04T02:00:00Z"));
    private static final Signed SECRETARY = new Signed("bithu.dm", Instant.parse("2027-01-05T02:00:00Z"));
    private static final CongressPlan PLAN = new CongressPlan(
            LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 2), "Hội trường", Contents.FOUR, "CT45-2025", null);

    private final Congress draft = Congress.open("c1", "dm", "2025–2030", OFFICE);

    @Test
    void aPlanIsSubmittedApprovedAndLeadsToReadiness() {
        var ready = draft.submit(PLAN, OFFICE).approve(SECRETARY).cellsOpened().confirmReady("Đủ", SECRETARY);

        assertThat(ready.status()).isEqualTo(CongressStatus.READY);
        assertThat(ready.approved()).isEqualTo(SECRETARY);
        assertThat(ready.readyNote()).isEqualTo("Đủ");
        assertThat(ready.running()).isFalse();
    }

    @Test
    void aReturnedPlanKeepsItsReasonUntilItIsSubmittedAgain() {
        var returned = draft.submit(PLAN, OFFICE).sendBack("Thiếu địa điểm");
        assertThat(returned.returnReason()).isEqualTo("Thiếu địa điểm");
        assertThat(returned.plan()).isEqualTo(PLAN);

        var again = returned.submit(PLAN, OFFICE);
        assertThat(again.returnReason()).isNull();
        assertThat(again.round()).isEqualTo(2);
    }

    @Test
    void aPlanThatWasNotSubmittedCannotBeApproved() {
        assertThatIllegalStateException().isThrownBy(() -> draft.approve(SECRETARY));
        assertThatIllegalStateException().isThrownBy(() -> draft.sendBack("x"));
    }

    @Test
    void theCellsOpenOnlyUnderAnApprovedPlan() {
        assertThatIllegalStateException()
                .isThrownBy(() -> draft.submit(PLAN, OFFICE).cellsOpened());
    }

    @Test
    void readinessComesAfterTheCells() {
        var approved = draft.submit(PLAN, OFFICE).approve(SECRETARY);
        assertThatIllegalStateException().isThrownBy(() -> approved.confirmReady(null, SECRETARY));
    }

    @Test
    void itMayBeCalledOffFromEveryStageButNotTwiceAndNotWhenReady() {
        var submitted = draft.submit(PLAN, OFFICE);
        var approved = submitted.approve(SECRETARY);
        var running = approved.cellsOpened();
        for (var stage : java.util.List.of(draft, submitted, submitted.sendBack("x"), approved, running)) {
            var cancelled = stage.cancel("Sáp nhập", SECRETARY);
            assertThat(cancelled.status()).isEqualTo(CongressStatus.CANCELLED);
            assertThat(cancelled.cancelReason()).isEqualTo("Sáp nhập");
            assertThatIllegalStateException().isThrownBy(() -> cancelled.cancel("x", SECRETARY));
        }
        var ready = running.confirmReady(null, SECRETARY);
        assertThatIllegalStateException().isThrownBy(() -> ready.cancel("x", SECRETARY));
    }

    @Test
    void theRuleSetIsSwitchedOnlyWhereAPlanPinnedOne() {
        assertThatIllegalStateException().isThrownBy(() -> draft.under("CT35-2024"));
        assertThat(draft.submit(PLAN, OFFICE).under("CT35-2024").ruleSet()).isEqualTo("CT35-2024");
    }
}
