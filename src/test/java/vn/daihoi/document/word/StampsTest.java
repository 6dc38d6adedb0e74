package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.document.word.Docx.cell;
import static vn.daihoi.document.word.Docx.p;
import static vn.daihoi.document.word.Docx.para;
import static vn.daihoi.document.word.Docx.piece;
import static vn.daihoi.document.word.Docx.row;
import static vn.daihoi.document.word.Docx.table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stamps of secrecy are noticed where they are put; ordinary words are not taken for them. */
class StampsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MẬT",
                "Mật",
                "(MẬT)",
                "TỐI MẬT",
                "Tuyệt mật",
                "Độ mật: Tối mật",
                "ĐẢNG ỦY PHƯỜNG - TỐI MẬT",
                "Số 05-BC/ĐU MẬT"
            })
    void stampsAreFound(String line) {
        assertThat(Readings.propose(Docx.of(p(line), p("Nội dung"))).secrecyWords())
                .containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Giữ bí mật nhà nước",
                "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
                "QUY CHẾ BẢO MẬT",
                "quan hệ mật thiết với Nhân dân",
                "QUAN HỆ MẬT THIẾT VỚI NHÂN DÂN",
                "MẬT ĐỘ DÂN CƯ",
                "Công tác cơ mật",
                "Tuyệt mật là độ mật cao nhất theo quy định."
            })
    void ordinaryWordsAreNot(String line) {
        assertThat(Readings.propose(Docx.of(p(line))).secrecyWords()).isEmpty();
    }

    @Test
    void headersCellsBoxesAndWatermarksAreLookedAt() {
        String box = piece("<w:pict><v:shape id=\"s\"><v:textbox><w:txbxContent>" + p("TUYỆT MẬT")
                + "</w:txbxContent></v:textbox></v:shape></w:pict>");
        String watermark =
                para("", piece("<w:pict><v:shape id=\"w\"><v:textpath string=\"TỐI MẬT\"/></v:shape></w:pict>"));
        WordFile file =
                Readings.propose(Docx.of(para("", Docx.r("Chữ"), box), table(row(cell(p("Dấu")), cell(p("MẬT")))))
                        .header(watermark));
        assertThat(file.secrecyWords()).containsExactlyInAnyOrder("TUYỆT MẬT", "MẬT", "TỐI MẬT");
    }

    @Test
    void capitalsInTheMiddleOfALongTextAreNoStamp() {
        String[] body = new String[40];
        java.util.Arrays.setAll(body, i -> p("Dòng " + i + " của văn bản."));
        body[20] = p("Hồ sơ MẬT được lưu riêng.");
        assertThat(Readings.propose(Docx.of(body)).secrecyWords()).isEmpty();
    }
}
