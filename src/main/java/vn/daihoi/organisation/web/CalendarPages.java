package vn.daihoi.organisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.organisation.CalendarChanges;
import vn.daihoi.organisation.CalendarChanges.NewDayOff;
import vn.daihoi.organisation.CalendarChanges.NewSwap;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.WorkingCalendar;
import vn.daihoi.organisation.listing.Listings;

/** The calendar of working days, year by year. */
@Controller
class CalendarPages {

    private final Listings listings;
    private final CalendarChanges changes;
    private final Clock clock;

    CalendarPages(Listings listings, CalendarChanges changes, Clock clock) {
        this.listings = listings;
        this.changes = changes;
        this.clock = clock;
    }

    /** A day of the calendar. */
    public record Day(@NotNull(message = "Ngày nghỉ: phải nhập ngày.") LocalDate day) {}

    /** A year. */
    public record Year(@NotNull(message = "Năm: phải nhập năm.") Integer year) {}

    @GetMapping("/to-chuc/lich")
    String list(@RequestParam(name = "nam", required = false) @Nullable Integer year, Model model) {
        return page(year == null ? thisYear() : year, model);
    }

    @PostMapping("/to-chuc/lich/ngay-nghi")
    ModelAndView add(
            @Valid NewDayOff form, BindingResult input, Principal user, Model model, RedirectAttributes flash) {
        return changed(input, model, flash, () -> form.day().getYear(), () -> changes.addDayOff(form, user.getName()));
    }

    @PostMapping("/to-chuc/lich/hoan-doi")
    ModelAndView swap(@Valid NewSwap form, BindingResult input, Principal user, Model model, RedirectAttributes flash) {
        return changed(input, model, flash, () -> form.dayOff().getYear(), () -> changes.addSwap(form, user.getName()));
    }

    @PostMapping("/to-chuc/lich/xac-nhan")
    ModelAndView confirm(@Valid Day form, BindingResult input, Principal user, Model model, RedirectAttributes flash) {
        return changed(
                input, model, flash, () -> form.day().getYear(), () -> changes.confirm(form.day(), user.getName()));
    }

    @PostMapping("/to-chuc/lich/xoa")
    ModelAndView remove(@Valid Day form, BindingResult input, Principal user, Model model, RedirectAttributes flash) {
        return changed(
                input, model, flash, () -> form.day().getYear(), () -> changes.remove(form.day(), user.getName()));
    }

    @PostMapping("/to-chuc/lich/du-nam")
    ModelAndView complete(
            @Valid Year form, BindingResult input, Principal user, Model model, RedirectAttributes flash) {
        return changed(input, model, flash, form::year, () -> changes.completeYear(form.year(), user.getName()));
    }

    private ModelAndView changed(
            BindingResult input,
            Model model,
            RedirectAttributes flash,
            Supplier<Integer> year,
            Supplier<Outcome> change) {
        int shown = input.hasErrors() ? thisYear() : year.get();
        return FormInput.answer(
                input,
                model,
                flash,
                change,
                again -> page(shown, again),
                "Đã ghi nhận thay đổi. Hạn đã đặt trước đó giữ nguyên.",
                "/to-chuc/lich?nam=" + shown);
    }

    private String page(int year, Model model) {
        var shown = Math.min(Math.max(year, 2000), 2100);
        model.addAttribute("year", shown);
        model.addAttribute("rows", listings.calendar(shown));
        model.addAttribute("entered", listings.entered(shown));
        return "to-chuc/calendar";
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE).getYear();
    }
}
