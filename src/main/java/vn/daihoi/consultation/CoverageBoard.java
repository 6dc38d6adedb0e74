package vn.daihoi.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** How far a round has reached, counted when asked. */
@Service
public class CoverageBoard {

    /**
     * How far a round has reached.
     *
     * @param asOf the moment of counting
     * @param units those asked, each with the number of its comments
     * @param comments how many came in altogether, hidden ones not counted
     * @param bySource by group
     * @param byChannel by way in
     * @param byDay by day in Vietnam, without gaps from the first to the last
     */
    public record Coverage(
            Instant asOf,
            List<UnitCoverage> units,
            int comments,
            Map<SourceGroup, Integer> bySource,
            Map<Channel, Integer> byChannel,
            Map<LocalDate, Integer> byDay) {

        /** How many of those asked have held their conference. */
        public int held() {
            return (int) units.stream()
                    .filter(unit -> unit.invitee().minutes() != null)
                    .count();
        }
    }

    /** One of those asked. */
    public record UnitCoverage(Invitee invitee, int comments) {}

    /** Counts. */
    public Coverage of(String round) {
        throw new UnsupportedOperationException(round);
    }
}
