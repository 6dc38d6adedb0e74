package vn.daihoi.organisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.organisation.Units;
import vn.daihoi.organisation.WorkingCalendar;
import vn.daihoi.organisation.listing.Listings;

/** Units as a tree with their dated superiors, and what may be changed about each. */
@Controller
class UnitPages {

    private final Listings listings;
    private final Units units;
    private final UnitChanges changes;
    private final Clock clock;

    UnitPages(Listings listings, Units units, UnitChanges changes, Clock clock) {
        this.listings = listings;
        this.units = units;
        this.changes = changes;
        this.clock = clock;
    }

    /** New number of members. */
    public record MemberCount(@NotNull(message = "Số đảng viên: không được để trống.") Integer memberCount) {}

    /** New superior. */
    public record Move(
            @NotNull(message = "Đơn vị cấp trên: phải chọn một đơn vị.") String superior,
            @NotNull(message = "Từ ngày: phải nhập ngày.") LocalDate from) {}

    /** End or merger. */
    public record End(
            @NotNull(message = "Đến hết ngày: phải nhập ngày.") LocalDate lastDay, @Nullable String mergedInto) {}

    @GetMapping("/to-chuc")
    String tree(
            @RequestParam(name = "ngay", required = false) @Nullable LocalDate day,
            @RequestParam(name = "tim", required = false) @Nullable String words,
            @RequestParam(name = "trang", defaultValue = "0") int page,
            Model model) {
        var on = day == null ? today() : day;
        var at = Math.min(Math.max(page, 0), 10_000);
        var rows = listings.units(on, words == null ? "" : words, at);
        model.addAttribute("rows", rows.stream().limit(Listings.PAGE).toList());
        model.addAttribute("pages", new Listings.Pages(at, rows.size() > Listings.PAGE));
        model.addAttribute("day", on.toString());
        model.addAttribute("words", words == null ? "" : words);
        return "to-chuc/units";
    }

    @GetMapping("/to-chuc/them")
    String form(Model model) {
        model.addAttribute("typed", Map.of("kind", "CELL", "sortOrder", "1", "validFrom", today().toString()));
        return page(model);
    }

    @PostMapping("/to-chuc/them")
    ModelAndView add(@Valid NewUnit unit, BindingResult input, Principal user, Model model, RedirectAttributes flash) {
        return FormInput.answer(
                input,
                model,
                flash,
                () -> changes.add(unit, user.getName()),
                this::page,
                "Đã thêm đơn vị " + unit.name() + ".",
                "/to-chuc/don-vi/" + unit.id());
    }

    @GetMapping("/to-chuc/don-vi/{id}")
    String show(@PathVariable String id, Model model) {
        var unit = units.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var today = today();
        model.addAttribute("unit", unit);
        model.addAttribute("today", today);
        model.addAttribute("superiors", listings.superiors(id));
        model.addAttribute("roles", listings.rolesIn(id));
        model.addAttribute("cell", unit.kind() == UnitKind.CELL);
        model.addAttribute("body", unit.kind() == UnitKind.WORKING_GROUP);
        model.addAttribute("ended", unit.validTo() != null);
        model.addAttribute(
                "above",
                listings.unitChoices(
                        today,
                        Arrays.stream(UnitKind.values())
                                .filter(kind -> unit.kind().fitsBelow(kind))
                                .toArray(UnitKind[]::new)));
        model.addAttribute(
                "alike",
                listings.unitChoices(today, unit.kind()).stream()
                        .filter(choice -> !choice.value().equals(id))
                        .toList());
        return "to-chuc/unit";
    }

    @PostMapping("/to-chuc/don-vi/{id}/so-dang-vien")
    ModelAndView members(
            @PathVariable("id") String id,
            @Valid MemberCount form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(id, input, model, flash, () -> changes.setMemberCount(id, form.memberCount(), user.getName()));
    }

    @PostMapping("/to-chuc/don-vi/{id}/cap-tren")
    ModelAndView move(
            @PathVariable("id") String id,
            @Valid Move form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(
                id, input, model, flash, () -> changes.moveBelow(id, form.superior(), form.from(), user.getName()));
    }

    @PostMapping("/to-chuc/don-vi/{id}/ket-thuc")
    ModelAndView end(
            @PathVariable("id") String id,
            @Valid End form,
            BindingResult input,
            Principal user,
            Model model,
            RedirectAttributes flash) {
        return changed(
                id, input, model, flash, () -> changes.end(id, form.lastDay(), form.mergedInto(), user.getName()));
    }

    private ModelAndView changed(
            String id, BindingResult input, Model model, RedirectAttributes flash, Supplier<Outcome> change) {
        return FormInput.answer(
                input, model, flash, change, again -> show(id, again), "Đã ghi nhận thay đổi.", "/to-chuc/don-vi/{id}");
    }

    private String page(Model model) {
        model.addAttribute("kinds", Listings.kindChoices());
        model.addAttribute("cellTypes", Listings.cellTypeChoices());
        model.addAttribute(
                "superiors",
                listings.unitChoices(
                        today(),
                        UnitKind.CENTRAL,
                        UnitKind.CITY,
                        UnitKind.DISTRICT,
                        UnitKind.WARD,
                        UnitKind.DEPARTMENT));
        return "to-chuc/new-unit";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
