package vn.daihoi.organisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.organisation.WorkingCalendar;
import vn.daihoi.organisation.WorkingGroups;
import vn.daihoi.organisation.WorkingGroups.NewDecision;
import vn.daihoi.organisation.WorkingGroups.WorkingGroup;
import vn.daihoi.organisation.listing.Listings;

/** Working groups as bodies: what formed them, who is in them and which wards they look after. */
@Controller
class WorkingGroupPages {

    private final Listings listings;
    private final WorkingGroups groups;
    private final RoleAssignments roles;
    private final UnitChanges units;
    private final Members members;
    private final Clock clock;

    WorkingGroupPages(
            Listings listings,
            WorkingGroups groups,
            RoleAssignments roles,
            UnitChanges units,
            Members members,
            Clock clock) {
        this.listings = listings;
        this.groups = groups;
        this.roles = roles;
        this.units = units;
        this.members = members;
        this.clock = clock;
    }

    /** A new head, or a new member, from a day on. */
    public record Person(
            @NotBlank(message = "Tài khoản: phải chọn một tài khoản.") String account,
            @NotNull(message = "Từ ngày: phải nhập ngày.") LocalDate from) {}

    /** A ward to look after. */
    public record Serve(
            @NotBlank(message = "Đảng bộ phường: phải chọn một đảng bộ.") String ward,
            @NotNull(message = "Từ ngày: phải nhập ngày.") LocalDate from,
            @Nullable LocalDate validTo) {}

    /** A last day. */
    public record End(@NotNull(message = "Đến hết ngày: phải nhập ngày.") LocalDate lastDay) {}

    /** One line of the list. */
    public record Line(String id, String name, String decision, String head, int members, int wards, boolean unusual) {}

    @GetMapping("/to-chuc/to-cong-tac")
    String list(@RequestParam(name = "ngay", required = false) @Nullable LocalDate day, Model model) {
        var on = day == null ? today() : day;
        model.addAttribute("day", on.toString());
        model.addAttribute("rows", groups.all(on).stream().map(this::line).toList());
        return "to-chuc/working-groups";
    }

    private Line line(WorkingGroup group) {
        var decision = group.decision();
        return new Line(
                group.unit().id(),
                group.unit().name(),
                decision == null ? "Chưa ghi" : decision.number(),
                String.join(
                        ", ", group.heads().stream().map(members::displayName).toList()),
                group.members().size(),
                group.wards().size(),
                group.unusualWards());
    }

    @GetMapping("/to-chuc/to-cong-tac/{id}")
    String show(@PathVariable String id, Model model) {
        var today = today();
        var group = groups.of(id, today).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("group", group);
        model.addAttribute("today", today);
        model.addAttribute("people", listings.rolesIn(id));
        model.addAttribute("served", listings.served(id));
        model.addAttribute("accounts", listings.accountChoices(today));
        model.addAttribute("wards", listings.unitChoices(today, UnitKind.WARD));
        return "to-chuc/working-group";
    }

    @PostMapping("/to-chuc/to-cong-tac/{id}/quyet-dinh")
    ModelAndView decide(
            @PathVariable("id") String id,
            @Valid NewDecision form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(id, input, model, flash, () -> groups.recordDecision(id, form, user.getName()));
    }

    @PostMapping("/to-chuc/to-cong-tac/{id}/to-truong")
    ModelAndView head(
            @PathVariable("id") String id,
            @Valid Person form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(
                id, input, model, flash, () -> groups.replaceHead(id, form.account(), form.from(), user.getName()));
    }

    @PostMapping("/to-chuc/to-cong-tac/{id}/thanh-vien")
    ModelAndView member(
            @PathVariable("id") String id,
            @Valid Person form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(
                id,
                input,
                model,
                flash,
                () -> roles.assign(
                        new NewRole(form.account(), Role.WORKING_GROUP_MEMBER, id, form.from(), null), user.getName()));
    }

    @PostMapping("/to-chuc/to-cong-tac/{id}/vai-tro/{assignment}/ket-thuc")
    ModelAndView leave(
            @PathVariable("id") String id,
            @PathVariable("assignment") long assignment,
            @Valid End form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(id, input, model, flash, () -> roles.end(assignment, form.lastDay(), user.getName()));
    }

    @PostMapping("/to-chuc/to-cong-tac/{id}/phu-trach")
    ModelAndView serve(
            @PathVariable("id") String id,
            @Valid Serve form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(
                id,
                input,
                model,
                flash,
                () -> units.assignBody(id, form.ward(), form.from(), form.validTo(), user.getName()));
    }

    @PostMapping("/to-chuc/to-cong-tac/{id}/phu-trach/{assignment}/ket-thuc")
    ModelAndView serveNoMore(
            @PathVariable("id") String id,
            @PathVariable("assignment") long assignment,
            @Valid End form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(
                id, input, model, flash, () -> units.endBodyAssignment(assignment, form.lastDay(), user.getName()));
    }

    private ModelAndView changed(
            String id, BindingResult input, Model model, RedirectAttributes flash, Supplier<Outcome> change) {
        return FormInput.answer(
                input,
                model,
                flash,
                change,
                again -> show(id, again),
                "Đã ghi nhận thay đổi.",
                "/to-chuc/to-cong-tac/{id}");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
