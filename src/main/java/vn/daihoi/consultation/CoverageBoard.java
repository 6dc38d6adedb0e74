package vn.daihoi.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How far a round has reached, counted when asked. */
@Service
public class CoverageBoard {

    private final RoundStore store;
    private final ConferenceStore conferences;
    private final Clock clock;

    CoverageBoard(RoundStore store, ConferenceStore conferences, Clock clock) {
        this.store = store;
        this.conferences = conferences;
        this.clock = clock;
    }

    /**
     * How far a round has reached.
     *
     * @param asOf the moment of counting
     * @param units those asked, each with the number of its comments
     * @param comments how many came in altogether, hidden ones not counted
     * @param bySource by group, all groups in their order, 0 for those that said nothing
     * @param byChannel by way in, all of them in their order
     * @param byDay by day in Vietnam, without gaps from the first to the last; empty when nothing came
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

        /** How many members all the cells asked have. */
        public int members() {
            return units.stream().mapToInt(UnitCoverage::members).sum();
        }

        /** How many members of cells came to the conferences of their cells. */
        public int reached() {
            return units.stream()
                    .filter(unit -> unit.members() > 0)
                    .mapToInt(UnitCoverage::present)
                    .sum();
        }

        /** Those that neither held a conference nor sent a comment. */
        public List<Invitee> silent() {
            return units.stream()
                    .filter(unit -> !unit.answered())
                    .map(UnitCoverage::invitee)
                    .toList();
        }
    }

    /** One of those asked. */
    public record UnitCoverage(Invitee invitee, int comments) {

        /** How many members it has; 0 for an organisation. */
        public int members() {
            var members = invitee.members();
            return members == null ? 0 : members;
        }

        /** How many came to its conference; 0 before. */
        public int present() {
            var minutes = invitee.minutes();
            return minutes == null ? 0 : minutes.present();
        }

        /** Whether it held its conference or sent a comment. */
        public boolean answered() {
            return comments > 0 || invitee.minutes() != null;
        }
    }

    /** Counts, all at one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Coverage of(String round) {
        var asOf = clock.instant();
        var byUnit = conferences.byUnit(round);
        var units = store.invitees(round).stream()
                .map(invitee -> new UnitCoverage(invitee, byUnit.getOrDefault(invitee.unit(), 0)))
                .toList();
        var bySource = new EnumMap<SourceGroup, Integer>(SourceGroup.class);
        for (var source : SourceGroup.values()) {
            bySource.put(source, 0);
        }
        var byChannel = new EnumMap<Channel, Integer>(Channel.class);
        for (var channel : Channel.of(RoundKind.COMMENT)) {
            byChannel.put(channel, 0);
        }
        var byDay = new TreeMap<LocalDate, Integer>();
        int comments = 0;
        for (var share : conferences.shares(round)) {
            bySource.merge(share.source(), share.comments(), Integer::sum);
            byChannel.merge(share.channel(), share.comments(), Integer::sum);
            byDay.merge(share.day(), share.comments(), Integer::sum);
            comments += share.comments();
        }
        if (!byDay.isEmpty()) {
            byDay.firstKey().datesUntil(byDay.lastKey()).forEach(day -> byDay.putIfAbsent(day, 0));
        }
        return new Coverage(
                asOf,
                units,
                comments,
                Collections.unmodifiableMap(bySource),
                Collections.unmodifiableMap(byChannel),
                Collections.unmodifiableMap(byDay));
    }
}
