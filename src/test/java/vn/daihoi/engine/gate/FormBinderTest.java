package vn.daihoi.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Validation;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.RefusalException;

class FormBinderTest {

    enum Answer {
        YES,
        NO
    }

    record Form(
            @Label("Câu trả lời") @NotNull(message = "phải được chọn") Answer answer,
            @Label("Số người") @Min(value = 0, message = "không được âm") Integer people,
            @Label("Ngày") LocalDate day,
            @Label("Đồng ý") Boolean agreed,
            @Label("Ghi chú") @Size(max = 10, message = "dài quá {max} ký tự") String note) {}

    private final FormBinder binder =
            new FormBinder(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void bindsEveryDeclaredField() {
        var form = bind(Map.of("answer", "YES", "people", 7, "day", "2026-11-23", "agreed", true, "note", " hợp lệ "));
        assertThat(form).isEqualTo(new Form(Answer.YES, 7, LocalDate.of(2026, 11, 23), true, "hợp lệ"));
    }

    @Test
    void treatsAbsentNullAndBlankAlike() {
        var sent = new HashMap<String, @Nullable Object>();
        sent.put("answer", "NO");
        sent.put("people", null);
        sent.put("note", "  ");
        assertThat(bind(sent)).isEqualTo(new Form(Answer.NO, null, null, null, null));
    }

    @Test
    void refusesAnUndeclaredFieldAndShowsItsNameHarmlessly() {
        assertThatThrownBy(() -> bind(Map.of("answer", "YES", "<script>", 1)))
                .isInstanceOf(RefusalException.class)
                .hasMessage("Biểu mẫu không có trường «?script?».");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "people", "day", "agreed", "note"})
    void refusesAnIllTypedFieldByItsLabel(String field) {
        var sent = new HashMap<String, @Nullable Object>(Map.of("answer", "YES"));
        sent.put(field, List.of("x"));
        var refusal = catchThrowableOfType(RefusalException.class, () -> bind(sent));
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.getMessage()).startsWith("Trường «").contains("phải là");
    }

    @Test
    void refusesWhatBreaksARuleAndNamesTheFirstFieldInFormOrder() {
        var refusal = catchThrowableOfType(
                RefusalException.class, () -> bind(Map.of("people", -1, "note", "quá mười ký tự")));
        assertThat(refusal.getMessage()).isEqualTo("Trường «Câu trả lời» phải được chọn.");
        refusal = catchThrowableOfType(
                RefusalException.class, () -> bind(Map.of("answer", "YES", "note", "quá mười ký tự")));
        assertThat(refusal.getMessage()).isEqualTo("Trường «Ghi chú» dài quá 10 ký tự.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, Double.NaN, Double.POSITIVE_INFINITY, 1e12})
    void refusesNumbersThatAreNoWholeNumbersOfTheFieldsSize(double number) {
        assertThatThrownBy(() -> bind(Map.of("answer", "YES", "people", number)))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith("Trường «Số người»");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "23/11/2026", "2026-11-23T10:00:00"})
    void refusesDatesThatAreNone(String day) {
        assertThatThrownBy(() -> bind(Map.of("answer", "YES", "day", day)))
                .hasMessage("Trường «Ngày» phải là ngày hợp lệ.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "\ud800 lẻ"})
    void refusesCharactersThatNobodyTypes(String note) {
        assertThatThrownBy(() -> bind(Map.of("answer", "YES", "note", note)))
                .hasMessage("Trường «Ghi chú» có ký tự không hợp lệ.");
    }

    private Form bind(Map<String, ?> sent) {
        return binder.bind(Form.class, sent);
    }
}
