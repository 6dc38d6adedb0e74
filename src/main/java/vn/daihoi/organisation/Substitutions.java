package vn.daihoi.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who stands in for whom while absent. A substitute holds the role of the absent one as if it were their own, see
 * {@link Members#holds}, and what they do is recorded with both names. The absent one keeps the role: whoever acts first
 * has acted.
 */
public interface Substitutions {

    /** Who stands in for this account in a role of a unit on this day; empty for nobody. */
    Optional<String> substituteFor(String absent, Role role, String unit, LocalDate on);

    /**
     * Whose role the person exercises there on this day: the absent one's, where they hold it as a substitute only; empty
     * where it is their own or they don't hold it.
     */
    Optional<String> representedBy(String user, Role role, String unit, LocalDate on);

    /**
     * Records a substitution. Refused when nobody may stand in for this role, when the absent one doesn't hold it in their
     * own right throughout, when the substitute is the same account, isn't valid throughout or holds that role there
     * already, and when either of them is concerned by another substitution in this role at some day of the period. So
     * there is no substitute of a substitute, and nobody has two voices in one body.
     *
     * @param by id of the account that records it
     */
    Outcome record(NewSubstitution substitution, String by);

    /**
     * Ends a substitution early; one that has not begun is taken back.
     *
     * @param substitution id of it
     * @param lastDay last day on which it holds; the day before today ends it at once
     * @param by id of the account that records it
     */
    Outcome end(long substitution, LocalDate lastDay, String by);

    /**
     * A substitution to be recorded.
     *
     * @param absent id of the account that is absent
     * @param substitute id of the account that stands in
     * @param role in which of the absent one's roles
     * @param unit id of the unit in which the role is held
     * @param validFrom first day
     * @param validTo last day
     * @param reason why, in words; nothing about health or family
     * @param decidedBy who decided it, by office, and by which paper
     */
    record NewSubstitution(
            @NotBlank(message = "Người vắng mặt: phải chọn một tài khoản.") String absent,
            @NotBlank(message = "Người thay: phải chọn một tài khoản.") String substitute,
            @NotNull(message = "Vai trò: phải chọn một vai trò.") Role role,
            @NotBlank(message = "Đơn vị: phải chọn một đơn vị.") String unit,
            @NotNull(message = "Từ ngày: phải nhập ngày bắt đầu.") LocalDate validFrom,
            @NotNull(message = "Đến hết ngày: phải nhập ngày kết thúc.") LocalDate validTo,
            @NotBlank(message = "Lý do: không được để trống.") @Size(max = 500, message = "Lý do: tối đa 500 ký tự.")
                    String reason,
            @NotBlank(message = "Người quyết định và văn bản: không được để trống.")
                    @Size(max = 300, message = "Người quyết định và văn bản: tối đa 300 ký tự.")
                    String decidedBy) {}
}
