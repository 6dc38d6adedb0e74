package vn.daihoi.consultation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

class PlacesTest {

    private final List<Clause> clauses = new ArrayList<>();

    private void add(ClauseKind kind, int depth, String label, String text) {
        clauses.add(new Clause(clauses.size() + 1L, kind, depth, label, text, List.of()));
    }

    private String place(int number) {
        var places = new Places(clauses);
        var headings = places.headings(number);
        return places.name(number) + " | " + places.within(number) + " | "
                + headings.get(headings.size() - 1).title();
    }

    @Test
    void aPlaceIsCalledByTheLabelsAboveIt() {
        add(ClauseKind.TITLE, 0, "", "BÁO CÁO");
        add(ClauseKind.PART, 0, "Phần thứ nhất:", "KẾT QUẢ");
        add(ClauseKind.SECTION, 1, "I.", "Xây dựng Đảng");
        add(ClauseKind.PARAGRAPH, 2, "", "Một.");
        add(ClauseKind.SECTION, 2, "(2)", "Công tác cán bộ");
        add(ClauseKind.ITEM, 3, "a)", "Hai.");
        add(ClauseKind.ITEM, 3, "-", "Ba.");
        add(ClauseKind.SECTION, 3, "2.1.", "Sâu");
        add(ClauseKind.PARAGRAPH, 4, "", "Bốn.");
        add(ClauseKind.TABLE, 4, "", "");
        add(ClauseKind.ROW, 5, "", "Chỉ tiêu\t8%");
        add(ClauseKind.PART, 0, "", "PHỤ LỤC");
        add(ClauseKind.PARAGRAPH, 1, "", "Năm.");

        assertThat(place(1)).isEqualTo("Tên văn bản | Tên văn bản | Nội dung dự thảo");
        assertThat(place(2)).isEqualTo("Phần thứ nhất |  | Phần thứ nhất. KẾT QUẢ");
        assertThat(place(4)).isEqualTo("Phần thứ nhất, mục I, đoạn 1 | Đoạn 1 | Mục I. Xây dựng Đảng");
        assertThat(place(6)).isEqualTo("Phần thứ nhất, mục I.2, điểm a | Điểm a | Mục I.2. Công tác cán bộ");
        assertThat(place(7)).isEqualTo("Phần thứ nhất, mục I.2, đoạn 2 | Đoạn 2 | Mục I.2. Công tác cán bộ");
        assertThat(place(9))
                .as("headings below the third are named in full under the third")
                .isEqualTo("Phần thứ nhất, mục I.2.1, đoạn 1 | Phần thứ nhất, mục I.2.1, đoạn 1"
                        + " | Mục I.2. Công tác cán bộ");
        assertThat(place(11)).startsWith("Phần thứ nhất, mục I.2.1, bảng, dòng 1");
        assertThat(place(13)).isEqualTo("Đoạn 1 | Đoạn 1 | PHỤ LỤC");
    }

    @Test
    void withoutHeadingsThereAreParagraphsOnly() {
        add(ClauseKind.PARAGRAPH, 0, "", "Một.");
        add(ClauseKind.PARAGRAPH, 0, "", "Hai.");

        assertThat(place(2)).isEqualTo("Đoạn 2 | Đoạn 2 | Nội dung dự thảo");
        assertThat(place(0)).isEqualTo("Toàn văn dự thảo |  | Ý kiến chung về toàn văn dự thảo");
    }
}
