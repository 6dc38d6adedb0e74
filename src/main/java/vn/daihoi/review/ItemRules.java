package vn.daihoi.review;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Verdict;
import vn.daihoi.organisation.RoleLevel;
import vn.daihoi.review.Conclusion.Part;
import vn.daihoi.review.Conclusions.Wording;

/** What an item of a conclusion may say. */
final class ItemRules {

    static final int TEXT_LENGTH = 4000;

    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

    /** A form of address and a name behind it; two words in capitals, since "đồng chí Bí thư" names nobody. */
    private static final Pattern NAME = Pattern.compile(
            "(?:[Đđ]ồng chí|[Đđ]/c|[Đđ]c|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị) (?:\\p{Lu}\\p{Ll}*\\.? ){1,4}\\p{Lu}\\p{Ll}*",
            FLAGS);

    private static final Pattern COUNT = Pattern.compile(
            "\\d[\\d.,]* ?(?:%|phần trăm)? ?(?:số )?(?:phiếu|điểm)\\b|\\bđạt \\d[\\d.,]* ?%",
            FLAGS | Pattern.CASE_INSENSITIVE);

    private ItemRules() {}

    /** What is wrong with it, null for nothing. */
    static Verdict.@Nullable Refused fault(Wording wording, LocalDate today) {
        if (wording.text().isEmpty()) {
            return Verdict.refused("text", "Phải ghi “Nội dung”.");
        }
        if (wording.text().length() > TEXT_LENGTH) {
            return Verdict.refused("text", "“Nội dung” không quá " + TEXT_LENGTH + " ký tự.");
        }
        var owner = wording.owner();
        var due = wording.dueOn();
        if (owner != null && owner.level() != RoleLevel.WARD) {
            return Verdict.refused("owner", "“Nơi thực hiện” phải là một cơ quan, chức danh của phường.");
        }
        if (owner != null && due == null) {
            return Verdict.refused("dueOn", "Đã giao “Nơi thực hiện” thì phải ghi “Thời hạn”.");
        }
        if (owner == null && due != null) {
            return Verdict.refused("owner", "Đã ghi “Thời hạn” thì phải chọn “Nơi thực hiện”.");
        }
        if (due != null && due.isBefore(today)) {
            return Verdict.refused("dueOn", "“Thời hạn” không được ở trong quá khứ.");
        }
        return wording.part() == Part.PERSONNEL ? personnel(wording.text()) : null;
    }

    /** Personnel is status only: no names of candidates, no scores, no counts of votes (domain study §7.2). */
    private static Verdict.@Nullable Refused personnel(String text) {
        if (NAME.matcher(text).find()) {
            return Verdict.refused(
                    "text",
                    "“Nội dung” về nhân sự chỉ nêu tình trạng, số và ngày văn bản; không ghi họ tên. Nội dung nhân sự gửi"
                            + " bằng bản giấy.");
        }
        return COUNT.matcher(text).find()
                ? Verdict.refused("text", "“Nội dung” về nhân sự không ghi số phiếu, điểm hay tỷ lệ tín nhiệm.")
                : null;
    }
}
