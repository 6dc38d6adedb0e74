package vn.daihoi.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who holds which role where. Accounts are those of roles; nothing about persons is kept. Who stands in for somebody
 * absent holds that role too; only {@link #holders} leaves substitutes out.
 */
public interface Members {

    /** The account with this id, whether it has ended or not. */
    Optional<Account> find(String userId);

    /** Name to show for a user; the id itself when there is no such account. */
    String displayName(String userId);

    /**
     * Users who hold the role in the unit on this day in their own right, by id: the members of a body, whom a quorum
     * counts. Who stands in for one of them is said by {@link Substitutions#substituteFor}.
     */
    List<String> holders(String unit, Role role, LocalDate on);

    /** Whether the user holds the role in this very unit on this day, in their own right or as a substitute. */
    boolean holds(String userId, Role role, String unit, LocalDate on);

    /** Units in which the user holds the role on this day, as a substitute too, in Vietnamese order; ended units are left out. */
    List<Unit> unitsWhere(String userId, Role role, LocalDate on);

    /** Every role the user holds on this day, in their own right or as a substitute. */
    List<HeldRole> rolesOf(String userId, LocalDate on);

    /**
     * The wards whose dealings with the superior the user may read on this day: those in whose own offices they work, and
     * every one on the superior's side. It doesn't say which wards they see at all.
     */
    default Predicate<String> dealingsReadBy(String userId, LocalDate on) {
        var held = rolesOf(userId, on);
        boolean above = held.stream().anyMatch(one -> one.role().level() == RoleLevel.SUPERIOR);
        return ward ->
                above || held.stream().anyMatch(one -> one.role().level() == RoleLevel.WARD && ward.equals(one.unit()));
    }

    /**
     * An account.
     *
     * @param id what is typed at login
     * @param displayName title of the role it stands for
     * @param validFrom first day it may be used
     * @param validTo last day, null when no end is known
     */
    record Account(
            String id, String displayName, LocalDate validFrom, @org.jspecify.annotations.Nullable LocalDate validTo) {

        /** Whether the account may be used on this day. */
        public boolean usableOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /**
     * A role held in a unit.
     *
     * @param role which
     * @param unit id of the unit, null for a role in the whole system
     */
    record HeldRole(Role role, @org.jspecify.annotations.Nullable String unit) {}
}
