package vn.daihoi.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who stands in for whom while absent. A substitute holds the role of the absent one as if it were their own, see
 * {@link Members#holds}, and what they do is recorded with both names.
 */
public interface Substitutions {

    /** Who stands in for this account in a role of a unit on this day; empty for nobody. */
    Optional<String> substituteFor(String absent, Role role, String unit, LocalDate on);

    /**
     * Whose role the person exercises there on this day: the absent one's, where they hold it as a substitute only; empty
     * where it is their own or they don't hold it.
     */
    Optional<String> representedBy(String user, Role role, String unit, LocalDate on);
}
