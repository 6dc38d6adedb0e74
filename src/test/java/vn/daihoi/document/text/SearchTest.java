package vn.daihoi.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Search.Stretch;

class SearchTest {

    @Test
    void normalTextHasNeitherAccentsNorSigns() {
        assertThat(Search.normal("  Đảng bộ – ĐẢNG UỶ, 8,02 %/năm! ")).isEqualTo("dang bo dang uy 8 02 nam");
        assertThat(Search.normal("…")).isEmpty();
    }

    @Test
    void oldAndNewToneMarksAreTheSame() {
        assertThat(Search.normal("hoà bình, thuỷ lợi, khoẻ")).isEqualTo(Search.normal("hòa bình, thủy lợi, khỏe"));
    }

    @Test
    void decomposedLettersAreTheSame() {
        var text = "Đại hội đại biểu Đảng bộ phường";
        assertThat(Search.normal(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(Search.normal(text));
    }

    @Test
    void foundStretchesAreOfTheTextAsItIs() {
        var text = "Phát huy dân chủ; dân  chủ\nđi đôi với kỷ cương.";
        assertThat(found(text, "DAN CHU")).containsExactly("dân chủ", "dân  chủ");
        assertThat(found(text, "chủ đi")).containsExactly("chủ\nđi");
    }

    @Test
    void foundStretchesOfADecomposedTextHoldItsAccents() {
        var text = Normalizer.normalize("Vì hoà bình.", Normalizer.Form.NFD);
        assertThat(found(text, "hòa")).containsExactly(Normalizer.normalize("hoà", Normalizer.Form.NFD));
        assertThat(found(text, "hoa binh")).containsExactly(Normalizer.normalize("hoà bình", Normalizer.Form.NFD));
    }

    @Test
    void wordsAreWholeAndInOrder() {
        assertThat(Search.find("Phát triển hoạt động", "hoa")).isEmpty();
        assertThat(Search.find("dân chủ", "chủ dân")).isEmpty();
        assertThat(Search.find("dân chủ", " ,; ")).isEmpty();
        assertThat(Search.find("", "dân")).isEmpty();
    }

    @Test
    void repeatedWordsDoNotOverlap() {
        assertThat(Search.find("a a a a", "a a")).isEqualTo(List.of(new Stretch(0, 3), new Stretch(4, 7)));
    }

    @Test
    void oneCharacterMayStandForSeveral() {
        assertThat(found("½ ¾ ﬁ ㎢ và m² đất", "m2")).containsExactly("m²");
    }

    @Property(seed = "14")
    void everyTextIsFoundInItself(@ForAll String text) {
        var normal = Search.normal(text);
        var found = Search.find(text, normal);
        assertThat(found.isEmpty()).isEqualTo(normal.isEmpty());
        assertThat(Search.normal(normal)).isEqualTo(normal);
        for (var stretch : found) {
            assertThat(Search.normal(text.substring(stretch.start(), stretch.end())))
                    .isEqualTo(normal);
        }
    }

    private static List<String> found(String text, String typed) {
        return Search.find(text, typed).stream()
                .map(stretch -> text.substring(stretch.start(), stretch.end()))
                .toList();
    }
}
