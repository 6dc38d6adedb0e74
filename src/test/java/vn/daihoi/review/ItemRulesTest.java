package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.consultation.TypedText;
import vn.daihoi.organisation.Role;
import vn.daihoi.review.Conclusion.Part;
import vn.daihoi.review.Conclusions.Wording;

class ItemRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 5);

    private static @Nullable String fault(Part part, String text, @Nullable Role owner, @Nullable LocalDate due) {
        var fault = ItemRules.fault(new Wording(part, text, owner, due), TODAY);
        return fault == null ? null : fault.field();
    }

    @Test
    void anOwnerAndADayGoTogetherAndTheDayIsStillToCome() {
        assertThat(fault(Part.DOCUMENTS, "Bổ sung chỉ tiêu", null, null)).isNull();
        assertThat(fault(Part.DOCUMENTS, "Bổ sung chỉ tiêu", Role.EDITOR, TODAY))
                .isNull();
        assertThat(fault(Part.DOCUMENTS, "Bổ sung chỉ tiêu", Role.EDITOR, null)).isEqualTo("dueOn");
        assertThat(fault(Part.DOCUMENTS, "Bổ sung chỉ tiêu", null, TODAY)).isEqualTo("owner");
        assertThat(fault(Part.DOCUMENTS, "Bổ sung chỉ tiêu", Role.EDITOR, TODAY.minusDays(1)))
                .isEqualTo("dueOn");
    }

    @Test
    void dotsAndDashesSayNothingAnybodyCouldAnswer() {
        for (var typed : new String[] {"...", "---", "?!", "• •"}) {
            assertThat(TypedText.required("text", "Nội dung ý kiến", typed, 10).fault())
                    .as(typed)
                    .isNotNull();
        }
        assertThat(TypedText.required("text", "Nội dung ý kiến", "8%", 10).fault())
                .isNull();
        assertThat(TypedText.optional("text", "Nội dung", "...", 10).fault()).isNull();
    }

    @Test
    void itSaysSomethingAndNotTooMuch() {
        assertThat(fault(Part.SECURITY, " \u200b\u0000\n", null, null)).isEqualTo("text");
        assertThat(fault(Part.SECURITY, "a".repeat(4000), null, null)).isNull();
        assertThat(fault(Part.SECURITY, "a".repeat(4001), null, null)).isEqualTo("text");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CELL_SECRETARY", "MASS_ORGANISATION", "WORKING_GROUP_HEAD", "SUPERIOR_OFFICE", "ADMIN"})
    void onlyTheWardItselfOwnsATask(Role role) {
        assertThat(fault(Part.DOCUMENTS, "Bổ sung chỉ tiêu", role, TODAY)).isEqualTo("owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bổ sung đồng chí Nguyễn Văn A vào danh sách",
                "Giới thiệu Đ/c Trần Thị B",
                "xem xét ông Lê Văn C",
                "được 42 phiếu giới thiệu",
                "có 95% số phiếu đồng ý",
                "đạt 8,5 điểm",
                "tín nhiệm đạt 97%"
            })
    void personnelIsStatusOnly(String text) {
        assertThat(fault(Part.PERSONNEL, text, null, null)).isEqualTo("text");
        assertThat(fault(Part.PUBLICITY, text, null, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đề án nhân sự đã trình tại Tờ trình số 12-TTr/ĐU ngày 01/3/2027",
                "Đã hoàn thành bước 3; đồng chí Bí thư chỉ đạo hoàn thiện hồ sơ",
                "Hoàn thiện hồ sơ theo hướng dẫn, gửi bản giấy cho Ban Tổ chức"
            })
    void aReferenceToPersonnelPapersIsFine(String text) {
        assertThat(fault(Part.PERSONNEL, text, null, null)).isNull();
    }
}
