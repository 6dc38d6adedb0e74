package vn.daihoi.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;

/** Opens and ends the accounts of roles. */
public interface Accounts {

    /** Opens an account with a generated password. */
    Opened open(NewAccount account, String by);

    /** Gives the account a new generated password. */
    Opened renewPassword(String account, String by);

    /**
     * Ends an account: its roles end with it, and its password becomes useless once the day is over. Refused for the last
     * administrator.
     *
     * @param lastDay last day on which it can be used; the day before today ends it at once
     */
    Outcome end(String account, LocalDate lastDay, String by);

    /**
     * Opens those that are not there yet, all with one password that everybody knows; they are marked, and a system that
     * is not a demo refuses to start with them.
     */
    void openForDemo(Collection<NewAccount> accounts, String publicPassword, String by);

    /** What came of opening an account. */
    sealed interface Opened {
        /**
         * It is open.
         *
         * @param password the only time it can be read
         */
        record Done(String password) implements Opened {

            @Override
            public String toString() {
                return "Done[password hidden]";
            }
        }

        /**
         * It was refused.
         *
         * @param field which of the values given is to blame
         * @param message Vietnamese sentence for the person who asked
         */
        record Refused(String field, String message) implements Opened {}
    }

    /**
     * An account to be opened.
     *
     * @param id sign-in name
     * @param displayName title of the role it stands for, no person's name
     * @param validFrom first day
     */
    record NewAccount(
            @NotBlank(message = "Tên đăng nhập: không được để trống.")
                    @Pattern(
                            regexp = "[a-z][a-z0-9]{0,29}(\\.[a-z0-9]{1,20}){0,2}",
                            message =
                                    "Tên đăng nhập: chỉ gồm chữ thường không dấu, chữ số và dấu chấm, ví dụ vanphong.dm.")
                    String id,
            @NotBlank(message = "Tên hiển thị: không được để trống.")
                    @Size(max = 200, message = "Tên hiển thị: tối đa 200 ký tự.")
                    String displayName,
            @NotNull(message = "Từ ngày: phải nhập ngày bắt đầu.") LocalDate validFrom) {}
}
