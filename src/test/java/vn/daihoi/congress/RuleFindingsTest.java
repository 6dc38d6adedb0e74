package vn.daihoi.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.daihoi.organisation.WorkingCalendar;

class RuleFindingsTest {

    private static final CongressRules RULES = CongressRules.of(
            "CT35-2024",
            Map.of(
                    "windowFrom", "2025-04-01",
                    "windowTo", "2025-06-30",
                    "maxHalfDays", 4,
                    "announceWorkingDays", 30,
                    "delegateThreshold", 200));

    @Test
    void aPlanWithinTheRulesGetsOnlyTheFormOfCongress() {
        assertThat(of(plan("2025-05-10", "2025-05-11"), RULES, "2025-03-03", 412))
                .singleElement()
                .asString()
                .contains("đại hội đại biểu")
                .endsWith("(Căn cứ: bộ quy tắc CT35-2024)");
    }

    @Test
    void belowTheThresholdAllMembersGather() {
        assertThat(of(plan("2025-05-10", "2025-05-11"), RULES, "2025-03-03", 199))
                .singleElement()
                .asString()
                .contains("toàn thể đảng viên");
    }

    @Test
    void daysOutsideTheWindowAreRemarkedOnBothSides() {
        assertThat(of(plan("2025-03-31", "2025-07-01"), RULES, "2024-01-01", 412))
                .anyMatch(remark -> remark.contains("sớm hơn") && remark.contains("01/04/2025"))
                .anyMatch(remark -> remark.contains("muộn hơn") && remark.contains("30/06/2025"));
    }

    @Test
    void aCongressLongerThanAllowedIsRemarked() {
        assertThat(of(plan("2025-05-10", "2025-05-12"), RULES, "2025-01-01", 412))
                .anyMatch(remark -> remark.contains("3 ngày") && remark.contains("4 buổi"));
    }

    @Test
    void lateAnnouncementIsRemarkedWithBothNumbers() {
        // Monday to the Monday after: five working days
        assertThat(of(plan("2025-05-12", "2025-05-12"), RULES, "2025-05-05", 412))
                .anyMatch(remark -> remark.contains("còn 5 ngày làm việc") && remark.contains("30 ngày làm việc"));
    }

    @Test
    void aRuleSetThatSaysNothingLeadsToNothing() {
        assertThat(of(plan("2030-01-01", "2030-12-31"), CongressRules.silent("x"), "2030-01-01", 412))
                .isEmpty();
    }

    private static List<String> of(CongressPlan plan, CongressRules rules, String announced, int members) {
        return RuleFindings.of(plan, rules, LocalDate.parse(announced), members, new WeekdaysOnly());
    }

    private static CongressPlan plan(String from, String to) {
        return new CongressPlan(
                LocalDate.parse(from), LocalDate.parse(to), "Hội trường", Contents.FOUR, "CT35-2024", null);
    }

    /** A calendar without holidays. */
    private static final class WeekdaysOnly implements WorkingCalendar {

        @Override
        public boolean isWorkingDay(LocalDate day) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }

        @Override
        public LocalDate plusWorkingDays(LocalDate from, int days) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LocalDate minusWorkingDays(LocalDate from, int days) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int workingDaysBetween(LocalDate from, LocalDate to) {
            return (int) from.plusDays(1)
                    .datesUntil(to.plusDays(1))
                    .filter(this::isWorkingDay)
                    .count();
        }

        @Override
        public Reckoning reckon(LocalDate from, int days) {
            return new Reckoning(from, new TreeSet<>(), false);
        }
    }
}
