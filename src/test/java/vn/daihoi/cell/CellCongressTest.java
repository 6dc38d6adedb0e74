package vn.daihoi.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CellCongressTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 16);
    private static final CellPlan PLAN = new CellPlan(DAY, "Nhà văn hóa", null);
    private static final CellReport HELD = new CellReport(CellOutcome.HELD, DAY, 62, 60, "01-BB/CB");
    private static final CellReport POSTPONED = new CellReport(CellOutcome.POSTPONED, null, null, null, null);

    private final CellCongress opened =
            CellCongress.open("cc1", "c1", "dm.cb01", Instant.parse("2027-01-04T02:00:00Z"));
    private final CellCongress cleared = opened.submit(PLAN).clear();

    @Test
    void heldReportedCheckedAndRecognisedItCounts() {
        var recognised = cleared.held(HELD).checked().recognise("05-QĐ/ĐU");

        assertThat(recognised.status()).isEqualTo(CellStatus.RECOGNISED);
        assertThat(recognised.decisionNumber()).isEqualTo("05-QĐ/ĐU");
        assertThat(recognised.round()).isEqualTo(1);
    }

    @Test
    void theReportIsAwaitedFromThePlannedDay() {
        assertThat(cleared.awaitedFrom()).isEqualTo(DAY);
        assertThat(cleared.held(HELD).awaitedFrom()).isNull();
    }

    @Test
    void missingPartsAreAwaitedFromTheDayTheFileCameBack() {
        var incomplete = cleared.held(HELD).sendReportBack("Thiếu biên bản", DAY.plusDays(5));

        assertThat(incomplete.status()).isEqualTo(CellStatus.INCOMPLETE);
        assertThat(incomplete.awaitedFrom()).isEqualTo(DAY.plusDays(5));
        assertThat(incomplete.report()).isEqualTo(HELD);
        assertThat(incomplete.held(HELD).reason()).isNull();
    }

    @Test
    void aPostponementStartsAnotherRound() {
        var again = cleared.again(POSTPONED, "Chưa đủ đảng viên dự");

        assertThat(again.status()).isEqualTo(CellStatus.PLANNING);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.reason()).isEqualTo("Chưa đủ đảng viên dự");
        assertThat(again.submit(PLAN).report()).isNull();
    }

    @Test
    void anAnnulledResultStartsAnotherRound() {
        var again = cleared.held(HELD).checked().annul("06-QĐ/ĐU", "Sai quy trình");

        assertThat(again.status()).isEqualTo(CellStatus.PLANNING);
        assertThat(again.round()).isEqualTo(2);
    }

    @Test
    void aReturnedPlanStaysInItsRound() {
        var returned = opened.submit(PLAN).sendPlanBack("Trùng ngày");

        assertThat(returned.round()).isEqualTo(1);
        assertThat(returned.plan()).isEqualTo(PLAN);
        assertThat(returned.reason()).isEqualTo("Trùng ngày");
    }

    @Test
    void nothingIsSkipped() {
        assertThatIllegalStateException().isThrownBy(opened::clear);
        assertThatIllegalStateException().isThrownBy(() -> opened.held(HELD));
        assertThatIllegalStateException().isThrownBy(cleared::checked);
        assertThatIllegalStateException().isThrownBy(() -> cleared.held(HELD).recognise("1"));
    }

    @Test
    void aRecognisedResultIsNotCalledOff() {
        var recognised = cleared.held(HELD).checked().recognise("05-QĐ/ĐU");
        assertThat(recognised.status().mayBecome(CellStatus.CANCELLED)).isFalse();
        assertThat(cleared.cancel("Hủy").status()).isEqualTo(CellStatus.CANCELLED);
    }
}
