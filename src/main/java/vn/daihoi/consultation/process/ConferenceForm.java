package vn.daihoi.consultation.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.daihoi.engine.Label;

/** What a conference reports; cells and organisations report the same. */
record ConferenceForm(
        @Label("Ngày tổ chức") @NotNull LocalDate heldOn,
        @Label("Số biên bản") @Nullable @Size(max = 50) String minutesNumber,
        @Label("Số người có mặt") @NotNull @PositiveOrZero @Max(MOST) Integer present,
        @Label("Số người phát biểu") @NotNull @PositiveOrZero @Max(MOST) Integer speakers,
        @Label("Thống nhất với toàn bộ dự thảo") @Nullable Boolean agrees,
        @Label("Ý kiến chung về dự thảo") @Nullable @Size(max = 20_000) String comments,
        @Label("Ghi chú") @Nullable @Size(max = 2000) String note) {

    // no conference is larger, a typing slip easily is
    private static final int MOST = 100_000;
}
