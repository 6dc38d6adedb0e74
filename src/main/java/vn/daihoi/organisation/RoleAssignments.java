package vn.daihoi.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Gives and ends roles. The engine's groups and tenants follow in the same transaction. */
public interface RoleAssignments {

    /**
     * Gives a role. Refused when the unit is not one for this role, when account or unit do not exist throughout, or when
     * the account already holds the role there at some day of the period.
     *
     * @param by id of the person who decides
     */
    Outcome assign(NewRole role, String by);

    /**
     * Ends a role; one that has not begun is taken back. Refused for the last administrator.
     *
     * @param assignment id of the assignment
     * @param lastDay last day on which the role is held; the day before today ends it at once
     * @param by id of the person who decides
     */
    Outcome end(long assignment, LocalDate lastDay, String by);

    /**
     * A role to be given.
     *
     * @param account id of the account
     * @param role which role
     * @param unit id of the unit, null for a role in the whole system
     * @param validFrom first day
     * @param validTo last day, null for no end
     */
    record NewRole(
            @NotBlank(message = "Tài khoản: phải chọn một tài khoản.") String account,
            @NotNull(message = "Vai trò: phải chọn một vai trò.") Role role,
            @Nullable String unit,
            @NotNull(message = "Từ ngày: phải nhập ngày bắt đầu.") LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
