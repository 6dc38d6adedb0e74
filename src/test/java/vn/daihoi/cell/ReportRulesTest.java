package vn.daihoi.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.daihoi.congress.Verdict;

class ReportRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 18);

    @Test
    void aConsistentReportIsTaken() {
        assertThat(fault(new CellReport(CellOutcome.HELD, TODAY, 62, 62, null), null))
                .isNull();
    }

    @Test
    void moreCannotBePresentThanWereConvened() {
        var fault = fault(new CellReport(CellOutcome.HELD, TODAY, 62, 63, "1"), null);

        assertThat(fault).isNotNull().satisfies(no -> {
            assertThat(no.field()).isEqualTo("present");
            assertThat(no.message()).contains("Số đảng viên có mặt").contains("Số đảng viên được triệu tập");
        });
    }

    @Test
    void aCongressIsNotHeldInTheFuture() {
        assertField(new CellReport(CellOutcome.HELD, TODAY.plusDays(1), 1, 1, "1"), null, "heldOn");
    }

    @Test
    void aCongressThatMetHasADayAndItsAttendance() {
        assertField(new CellReport(CellOutcome.HELD, null, 1, 1, "1"), null, "heldOn");
        assertField(new CellReport(CellOutcome.HELD, TODAY, null, 1, "1"), null, "convened");
        assertField(new CellReport(CellOutcome.REVOTE, TODAY, 1, null, "1"), "x", "present");
    }

    @Test
    void aRevoteAndAPostponementNeedAReason() {
        assertField(new CellReport(CellOutcome.REVOTE, TODAY, 1, 1, null), " ", "reason");
        assertField(new CellReport(CellOutcome.POSTPONED, null, null, null, null), null, "reason");
        assertThat(fault(new CellReport(CellOutcome.POSTPONED, null, null, null, null), "Mưa bão"))
                .isNull();
    }

    private static void assertField(CellReport report, @Nullable String reason, String field) {
        assertThat(fault(report, reason)).isNotNull().satisfies(no -> assertThat(no.field())
                .isEqualTo(field));
    }

    private static Verdict.@Nullable Refused fault(CellReport report, @Nullable String reason) {
        return ReportRules.fault(report, reason, TODAY);
    }
}
