package vn.daihoi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarDataTest {

    /** Days off and swaps at random: what holds of every calendar must hold of these. */
    private static final int CALENDARS = 300;

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Test
    void weekendsAndFixedHolidaysAreOffInYearsNobodyHasEntered() {
        var empty = new CalendarData(Map.of(), Map.of(), Set.of());

        assertThat(empty.isWorkingDay(LocalDate.of(2031, 9, 2))).isFalse();
        assertThat(empty.isWorkingDay(LocalDate.of(2031, 9, 6))).isFalse();
        assertThat(empty.isWorkingDay(LocalDate.of(2031, 9, 3))).isTrue();
        assertThat(empty.reckon(LocalDate.of(2031, 12, 30), 5).yearsNotEntered())
                .containsExactly(2031, 2032);
        assertThat(empty.reckon(LocalDate.of(2031, 12, 30), 5).remark()).contains("2031, 2032");
    }

    @Test
    void aSwapMovesWorkFromOneDayToAnother() {
        var friday = LocalDate.of(2025, 5, 2);
        var saturday = LocalDate.of(2025, 4, 26);
        var calendar = new CalendarData(Map.of(friday, false), Map.of(saturday, false), Set.of(2025));

        assertThat(calendar.isWorkingDay(friday)).isFalse();
        assertThat(calendar.isWorkingDay(saturday)).isTrue();
        assertThat(calendar.plus(LocalDate.of(2025, 4, 29), 1)).isEqualTo(LocalDate.of(2025, 5, 5));
        assertThat(calendar.reckon(LocalDate.of(2025, 4, 29), 1).unconfirmed()).isTrue();
        assertThat(calendar.reckon(LocalDate.of(2025, 5, 5), 1).certain()).isTrue();
    }

    @Test
    void steppingForwardAndBackMeetsAgain() {
        var random = new Random(20251);
        for (int i = 0; i < CALENDARS; i++) {
            var calendar = calendar(random);
            var from = calendar.plus(START.plusDays(random.nextInt(700)), 0);
            var days = random.nextInt(40);
            var reached = calendar.plus(from, days);

            assertThat(calendar.isWorkingDay(reached)).isTrue();
            assertThat(calendar.minus(reached, days)).isEqualTo(from);
            assertThat(calendar.between(from, reached)).isEqualTo(days);
            assertThat(calendar.between(reached, from)).isEqualTo(-days);
        }
    }

    @Test
    void stepsAddUpAndNeverGoBack() {
        var random = new Random(20252);
        for (int i = 0; i < CALENDARS; i++) {
            var calendar = calendar(random);
            var from = START.plusDays(random.nextInt(700));
            int first = 1 + random.nextInt(20);
            int second = random.nextInt(20);

            assertThat(calendar.plus(calendar.plus(from, first), second))
                    .isEqualTo(calendar.plus(from, first + second));
            assertThat(calendar.plus(from, first + 1)).isAfter(calendar.plus(from, first));
            assertThat(calendar.plus(from.plusDays(1), first)).isAfterOrEqualTo(calendar.plus(from, first));
            assertThat(calendar.reckon(from, first).day()).isEqualTo(calendar.plus(from, first));
        }
    }

    @Test
    void countingAgreesWithLookingAtEachDay() {
        var random = new Random(20253);
        for (int i = 0; i < CALENDARS; i++) {
            var calendar = calendar(random);
            var from = START.plusDays(random.nextInt(700));
            var to = from.plusDays(random.nextInt(90));
            int counted = 0;
            for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
                counted += calendar.isWorkingDay(day) ? 1 : 0;
            }

            assertThat(calendar.between(from, to)).isEqualTo(counted);
        }
    }

    @Test
    void zeroDaysStaysOnAWorkingDayAndLeavesADayOff() {
        var calendar = new CalendarData(Map.of(), Map.of(), Set.of(2025));
        var saturday = LocalDate.of(2025, 3, 1);

        assertThat(calendar.plus(saturday, 0)).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(calendar.minus(saturday, 0)).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(calendar.plus(LocalDate.of(2025, 3, 3), 0)).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThatThrownBy(() -> calendar.plus(saturday, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CalendarData calendar(Random random) {
        Map<LocalDate, Boolean> off = new HashMap<>();
        Map<LocalDate, Boolean> worked = new HashMap<>();
        for (int i = 0; i < random.nextInt(60); i++) {
            var day = START.plusDays(random.nextInt(800));
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY && random.nextBoolean()) {
                worked.put(day, random.nextBoolean());
            } else {
                off.put(day, random.nextBoolean());
            }
        }
        return new CalendarData(off, worked, Set.of(2025, 2026));
    }
}
