package vn.daihoi.consultation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsTest {

    private static final double ENOUGH = 0.95;

    @Test
    void plantedCommentsAreFound() {
        for (long seed : new long[] {1, 2, 3}) {
            var items = Planted.comments(6000, seed);
            var score = Planted.score(
                    items, grouped(items.stream().map(Planted.Item::saying).toList()));
            System.out.println("Planted comments, seed " + seed + ": " + score);
            assertThat(score.precision()).isGreaterThanOrEqualTo(ENOUGH);
            assertThat(score.recall()).isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        Đề nghị hoà giải ở cơ sở tốt hơn, chăm lo thuỷ lợi cho bà con | đề nghị hòa giải ở cơ sở tốt hơn, chăm lo thủy lợi cho bà con
        Đề nghị UBND phường không thu phí gửi xe ở công viên nữa ạ | de nghi uy ban nhan dan p. ko thu phi gui xe o cong vien nua
        Chợ tạm phải đc di dời trước mùa mưa, xin cảm ơn | Kính gửi ban biên tập! Chợ tạm phải được di dời trước mùa mưa
        Nhất trí | Đồng ý ạ.
        Phân luồng lại giao thông quanh trường học vào giờ tan trường cho đỡ kẹt xe | Phaan luoofng laij giao thoong quanh trwowfng hocj vaof giowf tan truwowfng cho ddowx ketj xe
        Bố trí quầy hướng dẫn cho người cao tuổi làm hồ sơ | Bố trí quầy hướng dẫn cho người già làm hồ sơ
        Chi 10.000 đồng mỗi suất | Chi 10000 đồng mỗi suất
        Quận 3 cần hỗ trợ phường về mặt bằng | Q3 cần hỗ trợ phường về mặt bằng
        Đạt tỷ lệ 95 % trẻ được tiêm chủng đầy đủ | đạt tỉ lệ 95 phần trăm trẻ đc tiêm chủng đầy đủ
        """)
    void theSameInOtherLettersIsJoined(String one, String other) {
        assertThat(together(one, other)).isTrue();
        assertThat(together(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        Tăng mức hỗ trợ cho hộ nghèo trên địa bàn phường trong giai đoạn tới | Giảm mức hỗ trợ cho hộ nghèo trên địa bàn phường trong giai đoạn tới
        Nên cho xe tải vào khu dân cư trong giờ hành chính để giao hàng | Không nên cho xe tải vào khu dân cư trong giờ hành chính để giao hàng
        Đề nghị bổ sung chỉ tiêu về cây xanh vào phần mục tiêu của báo cáo | Đề nghị bỏ chỉ tiêu về cây xanh ra khỏi phần mục tiêu của báo cáo
        Nâng thu nhập bình quân lên 120 triệu đồng mỗi người vào cuối nhiệm kỳ | Nâng thu nhập bình quân lên 130 triệu đồng mỗi người vào cuối nhiệm kỳ
        Đào tạo cán bộ trẻ về kỹ năng giao tiếp với người dân khi giải quyết hồ sơ | Đào tạo cán bộ nữ về kỹ năng giao tiếp với người dân khi giải quyết hồ sơ
        Thay cụm từ “phấn đấu” bằng cụm từ “quyết tâm” ở đoạn mở đầu của báo cáo | Thay cụm từ “quyết tâm” bằng cụm từ “phấn đấu” ở đoạn mở đầu của báo cáo
        Sửa vỉa hè trước cổng chợ Bàu Sen cho bà con đi lại thuận tiện hơn | Sửa vỉa hè trước cổng chợ Rạch Dừa cho bà con đi lại thuận tiện hơn
        Tăng chi cho giáo dục và giảm chi cho hội họp trong dự toán hằng năm | Giảm chi cho giáo dục và tăng chi cho hội họp trong dự toán hằng năm
        Chuyển 5 phòng học và 3 phòng họp sang làm thư viện cho khu phố | Chuyển 3 phòng học và 5 phòng họp sang làm thư viện cho khu phố
        Mở cửa nhà văn hóa khu phố A vào buổi tối cho thanh niên sinh hoạt | Mở cửa nhà văn hóa khu phố B vào buổi tối cho thanh niên sinh hoạt
        Đặt biển báo ở hẻm chùa cho người lạ khỏi nhầm đường mỗi khi vào xóm | Đặt biển báo ở hẻm chúa cho người lạ khỏi nhầm đường mỗi khi vào xóm
        Sửa đường | Sửa cầu
        """)
    void whatDiffersInOneThingThatCountsIsNotJoined(String one, String other) {
        assertThat(together(one, other)).isFalse();
        assertThat(together(other, one)).isFalse();
    }

    @Test
    void aShortCommentMeansItsOwnPlace() {
        assertThat(together(
                        said(1, 5, Stance.CHANGE, "", "Viết lại câu này"),
                        said(2, 6, Stance.CHANGE, "", "Viết lại câu này")))
                .isFalse();
        assertThat(together(
                        said(1, 5, Stance.CHANGE, "tăng trưởng", "Viết lại câu này"),
                        said(2, 5, Stance.CHANGE, "thu ngân sách", "Viết lại câu này")))
                .isFalse();
        assertThat(together(
                        said(1, 5, Stance.CHANGE, "tăng trưởng", "Viết lại câu này"),
                        said(2, 5, Stance.CHANGE, "Tang truong", "viet lai cau nay")))
                .isTrue();
        var text = "Khu đất trống cuối đường ven kênh nên dành làm sân bóng cho thiếu niên, đừng phân lô bán nền";
        assertThat(together(said(1, 5, Stance.ADD, "", text), said(2, 6, Stance.ADD, "", text)))
                .isTrue();
    }

    @Test
    void opposedCommentsAreNotJoined() {
        var text = "Giữ nguyên phương án di dời bến đò về cuối kênh như dự thảo đã nêu";
        assertThat(together(said(1, 5, Stance.KEEP, "", text), said(2, 5, Stance.REMOVE, "", text)))
                .isFalse();
        assertThat(together(said(1, 5, Stance.OPEN, "", text), said(2, 5, Stance.REMOVE, "", text)))
                .isTrue();
    }

    @Property(tries = 200, seed = "41")
    void theHandsOfATypistDoNotMatter(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        var text = Planted.comments(1, seed).get(0).saying().text();
        for (var typed : List.of(
                Planted.withoutAccents(text),
                text.toUpperCase(Locale.ROOT),
                text.toLowerCase(Locale.ROOT),
                Normalizer.normalize(text, Normalizer.Form.NFD),
                text.replace("òa", "oà").replace("ủy", "uỷ").replace("ỏe", "oẻ"),
                text.replace(",", " ,").replace(".", "…") + "!!!",
                "Kính gửi ban biên tập, " + text + " Xin cảm ơn.")) {
            assertThat(together(text, typed)).as(typed).isTrue();
        }
    }

    @Property(tries = 300, seed = "42")
    void commentsWithOtherNumbersAreNeverJoined(
            @ForAll @IntRange(min = 0, max = 100_000) int seed, @ForAll @IntRange(min = 100, max = 9999) int number) {
        var text = Planted.comments(1, seed).get(0).saying().text();
        var other = text.replaceFirst("\\d+", String.valueOf(number));
        assertThat(together(text, Planted.again(other, seed))).isFalse();
        assertThat(together(text, text + " Ít nhất " + number + ".")).isFalse();
    }

    @Property(tries = 300, seed = "43")
    void aNegatedCommentIsNeverJoined(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        var text = Planted.comments(1, seed).get(0).saying().text();
        int blank = text.indexOf(' ', text.length() / 2);
        for (var word : List.of("không", "ko", "chưa", "giảm", "khong", "xóa bỏ")) {
            var negated = text.substring(0, blank) + " " + word + text.substring(blank);
            assertThat(together(text, negated)).as(negated).isFalse();
        }
    }

    @Property(tries = 60, seed = "44")
    void theOrderDoesNotMatterForWhatIsTypedAlike(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        var wants =
                Planted.comments(20, seed).stream().map(Planted.Item::saying).toList();
        var all = new ArrayList<Saying>();
        for (var want : wants) {
            for (var text : List.of(
                    want.text(),
                    Planted.withoutAccents(want.text()),
                    want.text().toUpperCase(Locale.ROOT))) {
                all.add(new Saying(all.size() + 1L, want.clause(), want.stance(), "", text));
            }
        }
        var before = partition(all);
        Collections.shuffle(all, new Random(seed));
        assertThat(partition(all)).isEqualTo(before);
    }

    @Property(tries = 500, seed = "45")
    void anyTextIsTakenAndIsLikeItself(@ForAll @StringLength(max = 300) String text) {
        assertThat(together(text, text)).isTrue();
    }

    @Test
    void theSameCommentsGiveTheSameGroups() {
        var sayings =
                Planted.comments(2000, 7).stream().map(Planted.Item::saying).toList();
        assertThat(grouped(sayings)).isEqualTo(grouped(sayings));
    }

    private static Set<Set<Long>> partition(List<Saying> sayings) {
        var groups = new HashMap<Long, Set<Long>>();
        var leaders = grouped(sayings);
        for (int at = 0; at < sayings.size(); at++) {
            groups.computeIfAbsent(leaders.get(at), none -> new HashSet<>())
                    .add(sayings.get(at).id());
        }
        return new HashSet<>(groups.values());
    }

    private static boolean together(String one, String other) {
        return together(said(1, 5, Stance.OPEN, "", one), said(2, 5, Stance.OPEN, "", other));
    }

    private static boolean together(Saying one, Saying other) {
        var leaders = grouped(List.of(one, other));
        return leaders.get(0).equals(leaders.get(1));
    }

    private static List<Long> grouped(List<Saying> sayings) {
        var groups = new Groups();
        return sayings.stream().map(groups::add).toList();
    }

    private static Saying said(long id, long clause, Stance stance, String quote, String text) {
        return new Saying(id, clause, stance, quote, text);
    }
}
