package vn.daihoi.consultation.cluster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Comments of a ward of which it is known who says the same: each want is written once and then again as others would type
 * it. Two wants differ in what they want, where, or how many, and often in nothing else.
 */
public final class Planted {

    private static final List<String> OPENINGS = List.of(
            "Đề nghị",
            "Kiến nghị",
            "Đề xuất",
            "Tôi đề nghị",
            "Theo tôi cần",
            "Mong phường",
            "Rất mong lãnh đạo phường",
            "Cần",
            "Nên");

    private static final List<String> WANTS = List.of(
            "lắp thêm {n} camera an ninh {p}",
            "lắp đặt {n} bộ đèn chiếu sáng công cộng {p}",
            "đặt {n} thùng rác phân loại tại nguồn {p}",
            "trồng thay thế {n} cây xanh bị đổ sau mùa mưa {p}",
            "nạo vét hệ thống thoát nước dài {n} mét {p}",
            "mở rộng lòng đường thêm {n} mét {p} để xe cứu hỏa vào được",
            "xây dựng nhà văn hóa {n} chỗ ngồi phục vụ bà con {p}",
            "bố trí {n} buổi tiếp công dân mỗi tháng cho người dân {p}",
            "hỗ trợ {n} triệu đồng cho mỗi hộ nghèo sửa nhà {p}",
            "tổ chức {n} lớp học bơi miễn phí cho trẻ em {p}",
            "giao chỉ tiêu mỗi năm kết nạp {n} đảng viên mới là người trẻ {p}",
            "giảm {n} phần trăm phí thu gom rác cho hộ cận nghèo {p}",
            "bỏ quy định thu {n} nghìn đồng tiền gửi xe ban đêm {p}",
            "tuyên truyền ít nhất {n} lần mỗi quý về phòng cháy chữa cháy {p}",
            "mở {n} điểm hướng dẫn người cao tuổi làm thủ tục hành chính trên mạng {p}",
            "khám sức khỏe định kỳ {n} lần một năm cho người cao tuổi {p}",
            "xử lý dứt điểm {n} điểm đen về ô nhiễm tiếng ồn {p}",
            "rút ngắn thời gian cấp phép sửa nhà xuống còn {n} ngày {p}",
            "không cho xe tải trên {n} tấn chạy vào giờ cao điểm {p}",
            "dành {n} mét vuông đất công làm sân chơi cho thiếu nhi {p}",
            "phấn đấu {n} phần trăm hộ gia đình đạt chuẩn văn hóa {p}",
            "thành lập {n} tổ tự quản về an ninh trật tự {p}",
            "vận động doanh nghiệp tặng {n} suất học bổng cho học sinh khó khăn {p}",
            "đầu tư {n} trạm sạc xe điện công cộng {p}");

    private static final List<String> PLACE_HEADS = List.of(
            "ở hẻm",
            "dọc tuyến đường",
            "tại khu phố",
            "quanh chợ",
            "trước trường tiểu học",
            "khu vực cầu",
            "trong công viên",
            "bờ kênh");

    private static final List<String> PLACE_NAMES = List.of(
            "Hoa Sứ",
            "Bàu Sen",
            "Rạch Dừa",
            "Lộc An",
            "Tân Quế",
            "Giồng Me",
            "Thủy Trúc",
            "Bình Khê",
            "Gò Mít",
            "Cây Bàng",
            "Vườn Ươm",
            "Bến Than",
            "Xóm Lưới",
            "Đồng Tâm",
            "Hòa Lân",
            "Phú Khoái",
            "Long Uyển",
            "Đình Mới",
            "Ao Cá",
            "Nhị Tỳ",
            "Mai Lĩnh",
            "Suối Đá",
            "Thạch Bàn",
            "Kim Giang",
            "Đông Phú");

    private static final List<String> REASONS = List.of(
            "vì buổi tối đi lại rất nguy hiểm",
            "do nhiều năm nay chưa được quan tâm đúng mức",
            "để người già và trẻ nhỏ yên tâm sinh hoạt",
            "bởi mùa mưa nào bà con cũng khổ sở",
            "nhằm giữ gìn nếp sống văn minh đô thị",
            "vì dân số ở đây tăng nhanh trong thời gian qua",
            "để các doanh nghiệp nhỏ có thêm cơ hội",
            "do báo cáo chưa nêu rõ trách nhiệm của cơ quan nào",
            "cho xứng với tiềm năng của địa phương",
            "");

    private static final List<String> BEFORE = List.of(
            "", "", "Kính gửi ban biên tập, ", "Kính thưa lãnh đạo phường. ", "Dạ thưa, ", "Chào ban soạn thảo! ");
    private static final List<String> AFTER =
            List.of("", "", " Xin cảm ơn!", " Trân trọng cảm ơn.", " ạ", " Rất mong được xem xét.");

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("không", "ko"),
            Map.entry("được", "đc"),
            Map.entry("khu phố", "kp"),
            Map.entry("người", "ng"),
            Map.entry("phường", "p."),
            Map.entry("đảng viên", "đv"),
            Map.entry("học sinh", "hs"));

    private static final Map<String, String> OLD_TONE =
            Map.of("óa", "oá", "òa", "oà", "ỏa", "oả", "ủy", "uỷ", "úy", "uý", "ỏe", "oẻ", "ọa", "oạ");

    private static final Map<String, String> FELLOWS = Map.of(
            "trẻ em", "thiếu nhi",
            "người cao tuổi", "người già",
            "xử lý dứt điểm", "giải quyết dứt điểm",
            "nguy hiểm", "mất an toàn",
            "xây dựng", "xây",
            "vận động", "tuyên truyền");

    private final Random random;
    private final List<Item> items = new ArrayList<>();

    private Planted(long seed) {
        random = new Random(seed);
    }

    /** A comment, and the number of the want it bears. */
    public record Item(Saying saying, int want) {}

    /** What was grouped rightly: of the pairs joined, and of the pairs that should be. */
    public record Score(double precision, double recall, long joined, long planted) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "precision %.4f, recall %.4f (%d pairs joined, %d planted)",
                    precision,
                    recall,
                    joined,
                    planted);
        }
    }

    /** So many comments, of which about a third repeat what another says, in an order of chance. */
    public static List<Item> comments(int count, long seed) {
        var planted = new Planted(seed);
        planted.fill(count);
        return planted.items;
    }

    /** Compares groups with what was planted. */
    public static Score score(List<Item> items, List<Long> groups) {
        var joined = new HashMap<Long, Integer>();
        var wanted = new HashMap<Integer, Integer>();
        var both = new HashMap<String, Integer>();
        for (int at = 0; at < items.size(); at++) {
            joined.merge(groups.get(at), 1, Integer::sum);
            wanted.merge(items.get(at).want(), 1, Integer::sum);
            both.merge(groups.get(at) + "/" + items.get(at).want(), 1, Integer::sum);
        }
        long right = pairs(both);
        long all = pairs(joined);
        long planted = pairs(wanted);
        return new Score(
                all == 0 ? 1 : (double) right / all, planted == 0 ? 1 : (double) right / planted, all, planted);
    }

    private static long pairs(Map<?, Integer> sizes) {
        return sizes.values().stream()
                .mapToLong(size -> (long) size * (size - 1) / 2)
                .sum();
    }

    private void fill(int count) {
        var texts = new ArrayList<Item>();
        Set<String> wants = new HashSet<>();
        int want = 0;
        while (texts.size() < count) {
            var place = one(PLACE_HEADS) + " " + one(PLACE_NAMES);
            var number = String.valueOf(2 + random.nextInt(98));
            var core = one(WANTS).replace("{n}", number).replace("{p}", place);
            if (!wants.add(core)) {
                continue;
            }
            want++;
            long clause = random.nextInt(40);
            var stance = core.startsWith("bỏ") ? Stance.REMOVE : Stance.ADD;
            var text = (one(OPENINGS) + " " + core + " " + one(REASONS)).strip() + ".";
            texts.add(new Item(new Saying(0, clause, stance, "", text), want));
            int repeats = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(3);
            for (int i = 0; i < repeats && texts.size() < count; i++) {
                texts.add(new Item(new Saying(0, clause, stance, "", again(text)), want));
            }
        }
        Collections.shuffle(texts, random);
        for (var each : texts) {
            var said = each.saying();
            items.add(new Item(
                    new Saying(items.size() + 1L, said.clause(), said.stance(), said.quote(), said.text()),
                    each.want()));
        }
    }

    /** The same as another would write and type it. */
    public static String again(String text, long seed) {
        return new Planted(seed).again(text);
    }

    private String again(String text) {
        var again = text;
        for (var opening : OPENINGS) {
            if (again.startsWith(opening + " ") && random.nextBoolean()) {
                again = one(OPENINGS) + again.substring(opening.length());
                break;
            }
        }
        again = sometimes(again, 0.3, FELLOWS);
        again = one(BEFORE) + again + one(AFTER);
        again = sometimes(again, 0.3, SHORT);
        if (random.nextInt(4) == 0) {
            again = again.replaceFirst(" (cho|để|vì|do) ", " nhanh chóng $1 ");
        }
        again = sometimes(again, 0.4, OLD_TONE);
        if (random.nextInt(6) == 0) {
            again = slip(again);
        }
        return habit().apply(again);
    }

    private Function<String, String> habit() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> Planted::withoutAccents;
            case 2 -> text -> text.toLowerCase(Locale.ROOT);
            case 3 -> text -> text.toUpperCase(Locale.ROOT);
            case 4 -> text -> Normalizer.normalize(text, Normalizer.Form.NFD);
            case 5 -> text -> text.replaceAll("[.,!]", " ");
            case 6 -> text -> withoutAccents(text).toLowerCase(Locale.ROOT).replace(" ", "  ");
            default -> text -> text;
        };
    }

    /** A letter of a long word struck twice or left out. */
    private String slip(String text) {
        var words = text.split(" ");
        int at = random.nextInt(words.length);
        var word = words[at];
        if (word.length() >= 5 && word.chars().allMatch(Character::isLowerCase)) {
            int letter = 1 + random.nextInt(word.length() - 2);
            words[at] = word.substring(0, letter) + word.charAt(letter) + word.substring(letter);
        }
        return String.join(" ", words);
    }

    private String sometimes(String text, double share, Map<String, String> changes) {
        var changed = text;
        for (var change : new java.util.TreeMap<>(changes).entrySet()) {
            if (random.nextDouble() < share) {
                changed = changed.replace(change.getKey(), change.getValue());
            }
        }
        return changed;
    }

    /** As typed where Vietnamese can't be typed. */
    public static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
