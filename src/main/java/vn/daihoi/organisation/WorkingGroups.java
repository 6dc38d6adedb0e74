package vn.daihoi.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Working groups as bodies: the decision that formed them, head, members and the wards they look after, each as of a day.
 * Wards are assigned through {@link UnitChanges#assignBody}, members come and go through {@link RoleAssignments}.
 */
public interface WorkingGroups {

    /** How many wards a group can look after; real ones have about ten each. */
    int USUAL_WARDS = 10;

    /** The working group as it stood on this day; empty when there is no such group or it didn't exist then. */
    Optional<WorkingGroup> of(String unit, LocalDate on);

    /** The working groups that look after a ward on this day, in Vietnamese order. */
    List<Unit> assignedTo(String ward, LocalDate on);

    /** Every working group that exists on this day, in Vietnamese order. */
    List<WorkingGroup> all(LocalDate on);

    /** Records the decision that forms a group, or forms it anew from a day on. Refused when that day has one already. */
    Outcome recordDecision(String unit, NewDecision decision, String by);

    /**
     * Makes this account the head from a day on; whoever was head before ends the day before, and so do roles as head that
     * would only begin later. A new head who is a member ceases to be one from that day on, since nobody is both.
     */
    Outcome replaceHead(String unit, String account, LocalDate from, String by);

    /**
     * A working group on one day.
     *
     * @param unit the group
     * @param decision the founding decision in force, null when none was recorded
     * @param heads ids of its heads in their own right: one, or none where it has none; more only while records overlap
     * @param members ids of its members in their own right, without the head
     * @param wards the wards it looks after
     */
    record WorkingGroup(
            Unit unit, @Nullable Decision decision, List<String> heads, List<String> members, List<Unit> wards) {

        /** Whether the number of wards is out of the usual: none at all, or more than {@value #USUAL_WARDS}. */
        public boolean unusualWards() {
            return wards.isEmpty() || wards.size() > USUAL_WARDS;
        }
    }

    /**
     * A founding decision.
     *
     * @param number as written on it
     * @param issuedOn its date
     * @param issuer who issued it
     * @param validFrom first day on which it holds
     */
    record Decision(String number, LocalDate issuedOn, String issuer, LocalDate validFrom) {}

    /** A founding decision to be recorded; see {@link Decision}. */
    record NewDecision(
            @NotBlank(message = "Số quyết định: không được để trống.")
                    @Size(max = 60, message = "Số quyết định: tối đa 60 ký tự.")
                    String number,
            @NotNull(message = "Ngày ban hành: phải nhập ngày.") LocalDate issuedOn,
            @NotBlank(message = "Cơ quan ban hành: không được để trống.")
                    @Size(max = 200, message = "Cơ quan ban hành: tối đa 200 ký tự.")
                    String issuer,
            @NotNull(message = "Có hiệu lực từ ngày: phải nhập ngày.") LocalDate validFrom) {}
}
