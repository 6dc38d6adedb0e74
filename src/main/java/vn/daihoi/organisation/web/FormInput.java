package vn.daihoi.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
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

    /** One Vietnamese sentence for each thing wrong, naming its field; empty when all is well. */
    static List<String> wrong(BindingResult result) {
        var sentences = new ArrayList<String>();
        for (var error : result.getFieldErrors()) {
            var text = error.getDefaultMessage();
            var own = !error.isBindingFailure() && text != null;
            sentences.add(
                    own
                            ? text
                            : LABELS.getOrDefault(error.getField(), error.getField())
                                    + ": giá trị không đúng định dạng.");
        }
        return sentences;
    }

    /** What a refusal says; empty when it was done. */
    static List<String> wrong(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? List.of(refused.message()) : List.of();
    }

    /** What was typed, to show it again. */
    static Map<String, String> typed(HttpServletRequest request) {
        var typed = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, values.length == 0 ? "" : values[0]));
        return typed;
    }
}
