package vn.daihoi.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.Accounts.Opened;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.organisation.WorkingCalendar;
import vn.daihoi.organisation.listing.Listings;

/** Accounts and the roles they hold. */
@Controller
class AccountPages {

    private final Listings listings;
    private final Members members;
    private final Accounts accounts;
    private final RoleAssignments roles;
    private final Clock clock;

    AccountPages(Listings listings, Members members, Accounts accounts, RoleAssignments roles, Clock clock) {
        this.listings = listings;
        this.members = members;
        this.accounts = accounts;
        this.roles = roles;
        this.clock = clock;
    }

    /** A role to give; the account stands in the address. */
    public record Give(
            @NotNull(message = "Vai trò: phải chọn một vai trò.") Role role,
            @Nullable String unit,
            @NotNull(message = "Từ ngày: phải nhập ngày bắt đầu.") LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A last day. */
    public record End(@NotNull(message = "Đến hết ngày: phải nhập ngày.") LocalDate lastDay) {}

    @GetMapping("/to-chuc/tai-khoan")
    String list(
            @RequestParam(name = "tim", required = false) @Nullable String words,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model) {
        model.addAttribute("typed", Map.of("validFrom", today().toString()));
        return listed(words == null ? "" : words, page, model);
    }

    /** Answers with the password itself instead of a redirect: it is shown once and must not rest in a session. */
    @PostMapping("/to-chuc/tai-khoan")
    ModelAndView open(
            @Valid NewAccount account, BindingResult input, Principal user, HttpServletResponse response, Model model) {
        var wrong = FormInput.wrong(input);
        if (wrong.isEmpty()) {
            var opened = accounts.open(account, user.getName());
            if (opened instanceof Opened.Done done) {
                return password(account.id(), done.password(), response, model);
            }
            wrong = List.of(((Opened.Refused) opened).message());
        }
        return FormInput.refused(wrong, model, again -> listed("", 0, again));
    }

    @GetMapping("/to-chuc/tai-khoan/{account}")
    String show(@PathVariable String account, Model model) {
        model.addAttribute("typed", Map.of("validFrom", today().toString()));
        return page(account, model);
    }

    @PostMapping("/to-chuc/tai-khoan/{account}/mat-khau")
    ModelAndView renew(@PathVariable String account, Principal user, HttpServletResponse response, Model model) {
        var renewed = accounts.renewPassword(account, user.getName());
        if (renewed instanceof Opened.Done done) {
            return password(account, done.password(), response, model);
        }
        return FormInput.refused(List.of(((Opened.Refused) renewed).message()), model, again -> page(account, again));
    }

    @PostMapping("/to-chuc/tai-khoan/{account}/ket-thuc")
    ModelAndView end(
            @PathVariable("account") String account,
            @Valid End form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(account, input, model, flash, () -> accounts.end(account, form.lastDay(), user.getName()));
    }

    @PostMapping("/to-chuc/tai-khoan/{account}/vai-tro")
    ModelAndView give(
            @PathVariable("account") String account,
            @Valid Give form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(
                account,
                input,
                model,
                flash,
                () -> roles.assign(
                        new RoleAssignments.NewRole(
                                account, form.role(), form.unit(), form.validFrom(), form.validTo()),
                        user.getName()));
    }

    @PostMapping("/to-chuc/tai-khoan/{account}/vai-tro/{assignment}/ket-thuc")
    ModelAndView endRole(
            @PathVariable("account") String account,
            @PathVariable("assignment") long assignment,
            @Valid End form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(account, input, model, flash, () -> roles.end(assignment, form.lastDay(), user.getName()));
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
                "/to-chuc/tai-khoan/{account}");
    }

    private static ModelAndView password(String account, String password, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("account", account);
        model.addAttribute("password", password);
        return new ModelAndView("to-chuc/password");
    }

    private String listed(String words, int page, Model model) {
        var at = Math.min(Math.max(page, 0), 10_000);
        var rows = listings.accounts(today(), words, at);
        model.addAttribute("rows", rows.stream().limit(Listings.PAGE).toList());
        model.addAttribute("pages", new Listings.Pages(at, rows.size() > Listings.PAGE));
        model.addAttribute("words", words);
        return "to-chuc/accounts";
    }

    private String page(String id, Model model) {
        model.addAttribute(
                "account", members.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("today", today());
        model.addAttribute("held", listings.rolesOf(id));
        model.addAttribute("roles", Listings.roleChoices());
        model.addAttribute("units", listings.unitChoices(today(), UnitKind.values()));
        return "to-chuc/account";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
