package vn.daihoi.consultation.process;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Invitee;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;

/** What the forms of a round show, in the light markup that form texts understand; the links lead to its pages. */
@Component
class RoundSummaries {

    private final Rounds rounds;

    RoundSummaries(Rounds rounds) {
        this.rounds = rounds;
    }

    /** The round and, below, one page of it to work on. */
    String with(Round round, String words, String path) {
        return head(round) + link(words, round, path);
    }

    /** Why something came back; null when it didn't. */
    static @Nullable String reason(Round round) {
        var reason = round.returnReason();
        return reason == null ? null : FormText.plain(reason);
    }

    /** What the secretary decides on. */
    String plan(Round round) {
        var skip = round.skipReason();
        return head(round)
                + (skip == null
                        ? asked(round)
                        : "- Đề nghị: không tổ chức lấy ý kiến\n- Lý do: " + FormText.plain(skip))
                + "\n\n[Đọc phiên bản được đưa ra](/van-kien/" + round.document() + "/doc"
                + (round.version() == null ? "" : "/" + round.version()) + ")";
    }

    /** The conference one unit is to hold. */
    String conference(Round round, Invitee invitee) {
        return head(round)
                + "- Đơn vị: " + FormText.plain(invitee.name()) + "\n"
                + (invitee.members() == null ? "" : "- Số đảng viên: " + invitee.members() + "\n")
                + "- Nhận ý kiến đến: "
                + VietnamTime.moment(Objects.requireNonNull(round.closesAt())) + "\n"
                + questions(round) + "\n"
                + link(
                        "Mở trang hội nghị để góp ý theo từng đoạn hoặc tải bảng mẫu lên",
                        round,
                        "/hoi-nghi/" + invitee.unit());
    }

    private static String asked(Round round) {
        return "- Phiên bản: " + round.version() + "\n"
                + "- Nhận ý kiến đến: "
                + VietnamTime.moment(Objects.requireNonNull(round.closesAt())) + "\n"
                + "- Đối tượng: "
                + titles(round.sources().stream().map(SourceGroup::title).toList()) + "\n"
                + "- Hình thức: "
                + titles(round.channels().stream().map(Channel::title).toList()) + "\n"
                + (round.silenceAgrees() ? "- Chi bộ, tổ chức không trả lời được coi là đồng ý\n" : "")
                + questions(round);
    }

    private static String questions(Round round) {
        return round.questions().isEmpty()
                ? ""
                : "- Nội dung gợi ý:\n"
                        + round.questions().stream()
                                .map(question -> "  - " + FormText.plain(question) + "\n")
                                .collect(Collectors.joining());
    }

    private static String titles(Collection<String> titles) {
        return String.join(", ", titles);
    }

    private String head(Round round) {
        return FormText.plain(rounds.title(round)) + "\n\n";
    }

    private static String link(String words, Round round, String path) {
        return "[" + words + "](/lay-y-kien/" + round.id() + path + ")";
    }
}
