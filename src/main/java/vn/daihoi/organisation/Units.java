package vn.daihoi.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The units as they stood on a given day. Relations are dated, so every question about them names its day; asking about
 * the past gives the answer of the past.
 */
public interface Units {

    /** The unit with this id, whether it still exists or not. */
    Optional<Unit> find(String id);

    /** Official name of a unit, whether it still exists or not; what isn't known is called by its id. */
    default String nameOf(String id) {
        return find(id).map(Unit::name).orElse(id);
    }

    /** The name of a unit in lists, as for {@link #nameOf}. */
    default String shortNameOf(String id) {
        return find(id).map(Unit::shortName).orElse(id);
    }

    /** Who issues the papers of a unit: the committee (đảng ủy), not the organisation (đảng bộ) whose name it bears. */
    default String committeeOf(String id) {
        return nameOf(id).replaceFirst("^Đảng bộ ", "Đảng ủy ");
    }

    /** The cells of a ward that exist on this day, in their order; also those below a department of the ward. */
    List<Unit> cellsOf(String ward, LocalDate on);

    /** The Front and the socio-political organisations of a ward that exist on this day, in their order. */
    List<Unit> organisationsOf(String ward, LocalDate on);

    /** The unit directly above this one on this day; empty when none was recorded for that day. */
    Optional<Unit> superiorOf(String unit, LocalDate on);

    /** The ward this unit belongs to on this day: itself for a ward, the one above for a cell; empty for others. */
    Optional<Unit> wardOf(String unit, LocalDate on);

    /** The wards a body looks after on this day: those subordinate to a superior, those assigned to a working group. */
    List<Unit> wardsOf(String body, LocalDate on);

    /** The working groups a ward is assigned to on this day, in Vietnamese order. */
    List<Unit> workingGroupsOf(String ward, LocalDate on);

    /** All wards that exist on this day, in Vietnamese order. */
    List<Unit> wards(LocalDate on);

    /** Members of all cells of the ward together on this day. */
    int memberCountOf(String ward, LocalDate on);

    /**
     * Units existing on this day whose code or names contain the words, whatever their case or accents.
     *
     * @param words what was typed; blank finds all
     * @param offset how many to skip
     * @param limit at most this many
     */
    List<Unit> search(String words, LocalDate on, int offset, int limit);
}
