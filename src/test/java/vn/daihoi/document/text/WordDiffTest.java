package vn.daihoi.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Piece.Kind;

class WordDiffTest {

    @Test
    void sameTextIsOnePiece() {
        assertThat(shown("Phát huy dân chủ.", "Phát huy dân chủ.")).isEqualTo("Phát huy dân chủ.");
        assertThat(WordDiff.between("", "")).isEmpty();
    }

    @Test
    void newAndGoneTextsAreOnePieceEach() {
        assertThat(shown("", "Phát huy dân chủ.")).isEqualTo("{+Phát huy dân chủ.+}");
        assertThat(shown("Phát huy dân chủ.", "")).isEqualTo("[-Phát huy dân chủ.-]");
    }

    @Test
    void numberIsOneWord() {
        assertThat(shown("Tăng trưởng bình quân đạt 6,2%/năm.", "Tăng trưởng bình quân đạt 8,02%/năm."))
                .isEqualTo("Tăng trưởng bình quân đạt [-6,2-]{+8,02+}%/năm.");
    }

    @Test
    void wordsComeAndGoWithOneBlank() {
        assertThat(shown("Xây dựng Đảng vững mạnh", "Xây dựng Đảng trong sạch, vững mạnh"))
                .isEqualTo("Xây dựng Đảng{+ trong sạch,+} vững mạnh");
        assertThat(shown("Tiếp tục xây dựng Đảng", "xây dựng Đảng")).isEqualTo("[-Tiếp tục -]xây dựng Đảng");
    }

    @Test
    void loneWordBetweenChangesDoesNotInterruptThem() {
        assertThat(shown(
                        "Đại hội giao Ban Chấp hành nhiệm kỳ trước và các chi bộ thực hiện nghị quyết",
                        "Đại hội giao Ban Chấp hành khoá mới và toàn đảng bộ thực hiện nghị quyết"))
                .isEqualTo(
                        "Đại hội giao Ban Chấp hành [-nhiệm kỳ trước và các chi-]{+khoá mới và toàn đảng+} bộ thực hiện"
                                + " nghị quyết");
    }

    @Test
    void rewrittenTextIsOneDeletionAndOneInsertion() {
        assertThat(shown(
                        "Kinh tế của phường tăng khá, thu ngân sách vượt dự toán, đời sống của nhân dân tốt lên.",
                        "Công tác kiểm tra của chi bộ còn chậm, việc khắc phục sau kiểm tra của cấp uỷ chưa rõ."))
                .isEqualTo(
                        "[-Kinh tế của phường tăng khá, thu ngân sách vượt dự toán, đời sống của nhân dân tốt lên-]{+Công"
                                + " tác kiểm tra của chi bộ còn chậm, việc khắc phục sau kiểm tra của cấp uỷ chưa rõ+}.");
    }

    @Test
    void longAdditionLeavesSmallChangesReadable() {
        assertThat(shown(
                        "Thu ngân sách đạt 12 tỷ đồng.",
                        "Thu ngân sách đạt 15 tỷ đồng. Trong đó thu từ đất chiếm một nửa, thu từ hộ kinh doanh tăng dần"
                                + " qua từng năm của nhiệm kỳ."))
                .isEqualTo("Thu ngân sách đạt [-12-]{+15+} tỷ đồng.{+ Trong đó thu từ đất chiếm một nửa, thu từ hộ kinh"
                        + " doanh tăng dần qua từng năm của nhiệm kỳ.+}");
    }

    @Test
    void addedPointOfAnEnumerationIsWhole() {
        assertThat(shown("Ba việc: (1) học; (3) làm.", "Ba việc: (1) học; (2) nghĩ; (3) làm."))
                .isEqualTo("Ba việc: (1) học; {+(2) nghĩ; +}(3) làm.");
        assertThat(shown("(2) làm.", "(1) học; (2) làm.")).isEqualTo("{+(1) học; +}(2) làm.");
    }

    @Test
    void rowsAreComparedCellByCell() {
        assertThat(shown("Thu ngân sách\ttỷ đồng\t12\t15", "Thu ngân sách\ttriệu đồng\t12 000\t15 000"))
                .isEqualTo("Thu ngân sách\t[-tỷ-]{+triệu+} đồng\t12{+ 000+}\t15{+ 000+}");
        assertThat(shown("Hộ nghèo\t%\t", "\tngười\t0,8")).isEqualTo("[-Hộ nghèo-]\t[-%-]{+người+}\t{+0,8+}");
    }

    @Test
    void otherBlanksAreAChangeOfTheirOwn() {
        assertThat(shown("Đoàn kết\tDân chủ", "Đoàn kết\nDân chủ")).isEqualTo("Đoàn kết[-\t-]{+\n+}Dân chủ");
    }

    @Property(seed = "14")
    void bothTextsCanBeReadOffThePieces(@ForAll("texts") String older, @ForAll("texts") String newer) {
        var pieces = WordDiff.between(older, newer);
        assertThat(joined(pieces, Kind.DELETED)).isEqualTo(older);
        assertThat(joined(pieces, Kind.INSERTED)).isEqualTo(newer);
        assertThat(pieces).noneMatch(piece -> piece.text().isEmpty());
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).kind()).isNotEqualTo(pieces.get(i - 1).kind());
        }
    }

    @Test
    void hugeHostileTextsAreCompared() {
        var words = IntStream.range(0, 25_000).mapToObj(i -> "từ" + i % 9_000).collect(Collectors.toList());
        var older = String.join(" ", words);
        Collections.shuffle(words, new Random(1));
        var twoWords = new Random(2)
                .ints(50_000, 0, 2)
                .mapToObj(i -> "ab".substring(i, i + 1))
                .toList();
        var texts = List.of(
                older,
                String.join(" ", words),
                IntStream.range(0, 25_000).mapToObj(i -> "khác" + i).collect(Collectors.joining(" ")),
                String.join(" ", twoWords),
                String.join(" ", new ArrayList<>(twoWords).subList(7, 49_000)),
                "x ".repeat(50_000),
                "y" + " x".repeat(50_001));
        for (var one : texts) {
            for (var other : texts) {
                var pieces = WordDiff.between(one, other);
                // compared by hand, since a message of this size helps nobody
                assertThat(joined(pieces, Kind.DELETED).equals(one)).isTrue();
                assertThat(joined(pieces, Kind.INSERTED).equals(other)).isTrue();
            }
        }
    }

    @Test
    void smallChangesOfAHugeTextStaySmall() {
        var words = new Random(3).ints(25_000, 0, 800).mapToObj(i -> "từ" + i).collect(Collectors.toList());
        var older = String.join(" ", words);
        for (int i = 100; i < words.size(); i += 500) {
            words.set(i, "mới" + i);
        }
        var pieces = WordDiff.between(older, String.join(" ", words));
        var inserted = pieces.stream()
                .filter(piece -> piece.kind() == Kind.INSERTED)
                .map(Piece::text)
                .toList();
        assertThat(inserted.size()).isEqualTo(50);
        assertThat(inserted.stream().allMatch(text -> text.matches("mới\\d+"))).isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "Đảng", "đảng", "bộ", "phường", "8,02", "1.450", "a\u0301", "\u0301", ",", ".", "(", ". ", " ",
                        " ", " ", "\t", "\n", "😀", "\ud83d")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    private static String shown(String older, String newer) {
        return WordDiff.between(older, newer).stream()
                .map(piece -> switch (piece.kind()) {
                    case SAME -> piece.text();
                    case DELETED -> "[-" + piece.text() + "-]";
                    case INSERTED -> "{+" + piece.text() + "+}";
                })
                .collect(Collectors.joining());
    }

    private static String joined(List<Piece> pieces, Kind other) {
        return pieces.stream()
                .filter(piece -> piece.kind() == Kind.SAME || piece.kind() == other)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
