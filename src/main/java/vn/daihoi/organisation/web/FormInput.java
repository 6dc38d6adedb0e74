package vn.daihoi.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.daihoi.organisation.Outcome;

/** How these pages read what was typed, and say what is wrong with it. */
@ControllerAdvice(basePackages = "vn.daihoi.organisation.web")
class FormInput {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("id", "Mã"),
            Map.entry("kind", "Loại đơn vị"),
            Map.entry("memberCount", "Số đảng viên"),
            Map.entry("cellType", "Loại chi bộ"),
            Map.entry("sortOrder", "Thứ tự"),
            Map.entry("validFrom", "Từ ngày"),
            Map.entry("validTo", "Đến ngày"),
            Map.entry("from", "Từ ngày"),
            Map.entry("lastDay", "Đến hết ngày"),
            Map.entry("role", "Vai trò"),
            Map.entry("day", "Ngày nghỉ"),
            Map.entry("dayOff", "Ngày được nghỉ"),
            Map.entry("dayWorked", "Ngày làm bù"),
            Map.entry("year", "Năm"),
            Map.entry("issuedOn", "Ngày ban hành"),
            Map.entry("superior", "Đơn vị cấp trên"),
            Map.entry("ward", "Đảng bộ phường"));

    /** A field left empty is no value; dates come as browsers send them. */
    @InitBinder
    void input(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
        binder.registerCustomEditor(LocalDate.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(@Nullable String text) {
                if (text == null || text.isBlank()) {
                    setValue(null);
                    return;
                }
                try {
                    setValue(LocalDate.parse(text.strip()));
                } catch (DateTimeException e) {
                    throw new IllegalArgumentException("not a date", e);
                }
            }
        });
    }

    /** What was typed into a form, to show it again; a page that is only read says for itself what its forms begin with. */
    @ModelAttribute
    void typed(HttpServletRequest request, Model model) {
        var typed = new HashMap<String, String>();
        if (request.getMethod().equals("POST")) {
            request.getParameterMap().forEach((name, values) -> typed.put(name, values.length == 0 ? "" : values[0]));
        }
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", List.of());
    }

    /**
     * One form, one deed, one answer: the page of the form again with what is wrong, or on to the next with what was done.
     *
     * @param page shows the page of the form
     * @param next address of the next page, which may refer to what stands in the address of this one
     */
    static ModelAndView answer(
            BindingResult input,
            Model model,
            RedirectAttributes flash,
            Supplier<Outcome> deed,
            Function<Model, String> page,
            String done,
            String next) {
        var wrong = wrong(input);
        if (wrong.isEmpty() && deed.get() instanceof Outcome.Refused refused) {
            wrong = List.of(refused.message());
        }
        if (!wrong.isEmpty()) {
            return refused(wrong, model, page);
        }
        flash.addFlashAttribute("message", done);
        return new ModelAndView("redirect:" + next);
    }

    /** The page of a form again with what is wrong. */
    static ModelAndView refused(List<String> wrong, Model model, Function<Model, String> page) {
        model.addAttribute("wrong", wrong);
        return new ModelAndView(page.apply(model), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** One Vietnamese sentence for each thing wrong, naming its field; empty when all is well. */
    static List<String> wrong(BindingResult result) {
        return result.getFieldErrors().stream().map(FormInput::sentence).toList();
    }

    private static String sentence(FieldError error) {
        var own = error.getDefaultMessage();
        return error.isBindingFailure() || own == null
                ? LABELS.getOrDefault(error.getField(), error.getField()) + ": giá trị không đúng định dạng."
                : own;
    }
}
