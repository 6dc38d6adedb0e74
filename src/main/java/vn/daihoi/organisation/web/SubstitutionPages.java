package vn.daihoi.organisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.organisation.Substitutions.NewSubstitution;
import vn.daihoi.organisation.WorkingCalendar;
import vn.daihoi.organisation.listing.Listings;

/** Who stands in for an account while it is absent, and for whom it stands in itself. */
@Controller
class SubstitutionPages {

    private final Listings listings;
    private final Members members;
    private final Substitutions substitutions;
    private final Clock clock;

    SubstitutionPages(Listings listings, Members members, Substitutions substitutions, Clock clock) {
        this.listings = listings;
        this.members = members;
        this.substitutions = substitutions;
        this.clock = clock;
    }

    /** A substitution to record; the absent account stands in the address, {@code held} is its role and unit. */
    public record Absence(
            @NotBlank(message = "Vai trò: phải chọn một vai trò của người vắng mặt.")
                    @Pattern(
                            regexp = "[A-Z_]{3,40}\\|[a-z0-9.]{1,41}",
                            message = "Vai trò: phải chọn một vai trò của người vắng mặt.")
                    String held,
            @NotBlank(message = "Người thay: phải chọn một tài khoản.") String substitute,
            @NotNull(message = "Từ ngày: phải nhập ngày bắt đầu.") LocalDate validFrom,
            @NotNull(message = "Đến hết ngày: phải nhập ngày kết thúc.") LocalDate validTo,
            @NotBlank(message = "Lý do: không được để trống.") @Size(max = 500, message = "Lý do: tối đa 500 ký tự.")
                    String reason,
            @NotBlank(message = "Người quyết định và văn bản: không được để trống.")
                    @Size(max = 300, message = "Người quyết định và văn bản: tối đa 300 ký tự.")
                    String decidedBy) {}

    /** A last day. */
    public record End(@NotNull(message = "Đến hết ngày: phải nhập ngày.") LocalDate lastDay) {}

    @GetMapping("/to-chuc/tai-khoan/{account}/vang-mat")
    String show(@PathVariable String account, Model model) {
        model.addAttribute("typed", Map.of("validFrom", today().toString()));
        return page(account, model);
    }

    @PostMapping("/to-chuc/tai-khoan/{account}/vang-mat")
    ModelAndView record(
            @PathVariable("account") String account,
            @Valid Absence form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(account, input, model, flash, () -> substitutions.record(wanted(account, form), user.getName()));
    }

    @PostMapping("/to-chuc/tai-khoan/{account}/vang-mat/{substitution}/ket-thuc")
    ModelAndView end(
            @PathVariable("account") String account,
            @PathVariable("substitution") long substitution,
            @Valid End form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(
                account, input, model, flash, () -> substitutions.end(substitution, form.lastDay(), user.getName()));
    }

    private static NewSubstitution wanted(String account, Absence form) {
        var held = form.held().split("\\|", 2);
        var role = Role.named(held[0]).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return new NewSubstitution(
                account,
                form.substitute(),
                role,
                held[1],
                form.validFrom(),
                form.validTo(),
                form.reason(),
                form.decidedBy());
    }

    private ModelAndView changed(
            String account, BindingResult input, Model model, RedirectAttributes flash, Supplier<Outcome> change) {
        return FormInput.answer(
                input,
                model,
                flash,
                change,
                again -> page(account, again),
                "Đã ghi nhận thay đổi.",
                "/to-chuc/tai-khoan/{account}/vang-mat");
    }

    private String page(String id, Model model) {
        var today = today();
        model.addAttribute(
                "account", members.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("today", today);
        model.addAttribute("rows", listings.substitutions(id));
        model.addAttribute("held", listings.ownRoles(id, today));
        model.addAttribute(
                "others",
                listings.accountChoices(today).stream()
                        .filter(choice -> !choice.value().equals(id))
                        .toList());
        return "to-chuc/absence";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
