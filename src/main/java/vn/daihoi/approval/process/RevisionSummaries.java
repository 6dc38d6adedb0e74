package vn.daihoi.approval.process;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Revisions;
import vn.daihoi.approval.Revisions.Event;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.VietnamTime;

/** What the forms show of a revision, in the light markup that form texts understand. */
@Component
class RevisionSummaries {

    private final Revisions revisions;

    RevisionSummaries(Revisions revisions) {
        this.revisions = revisions;
    }

    /** Which time round it is, why the documents came back last, and the way to the page with everything on it. */
    String revision(String congress) {
        var last = revisions.history(congress).stream()
                .filter(Event::returned)
                .reduce((one, next) -> next)
                .map(event -> "- Lần trước: " + FormText.plain(event.what()) + ", "
                        + VietnamTime.moment(event.at())
                        + (event.reason() == null ? "" : "\n- Lý do: " + FormText.plain(event.reason())))
                .orElse("- Hoàn thiện lần đầu, sau khi lấy ý kiến và làm việc với Tổ công tác");
        return "Lần hoàn thiện: " + revisions.number(congress) + "\n\n" + last
                + "\n\n[Mở trang “Hoàn thiện văn kiện”](/hoan-thien/" + congress + ")";
    }

    /** What is left, by document. */
    String outstanding(String congress) {
        var left = revisions.outstanding(congress).stream()
                .filter(owed -> !owed.nothing())
                .map(owed -> "- " + FormText.plain(owed.document().title()) + "\n"
                        + owed.sentences().stream()
                                .map(sentence -> "  - " + FormText.plain(sentence))
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
        return left.isEmpty() ? "Không còn việc nào. Có thể hoàn thành nhiệm vụ này." : left;
    }

    /** What is put before the executive committee. */
    String adoption(String congress) {
        return revisions.outstanding(congress).stream()
                        .map(owed -> "- " + FormText.plain(owed.document().title()) + ": "
                                + (owed.newest() == null
                                        ? "chưa có phiên bản nào"
                                        : "[phiên bản " + owed.newest() + "](/van-kien/"
                                                + owed.document().id() + "/doc/" + owed.newest() + ")"))
                        .collect(Collectors.joining("\n"))
                + "\n\nCác phiên bản này được ghi lại cùng kết quả. Phiên bản công bố sau đó phải được thông qua lại."
                + "\n\n[Xem các lần hoàn thiện, thông qua](/hoan-thien/" + congress + ")";
    }
}
