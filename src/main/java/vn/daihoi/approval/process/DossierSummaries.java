package vn.daihoi.approval.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Completeness;
import vn.daihoi.approval.Dossier;
import vn.daihoi.approval.DossierReceipts;
import vn.daihoi.approval.DossierStatus;
import vn.daihoi.approval.Submissions;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.VietnamTime;

/** What the forms of a dossier show, in the light markup that form texts understand; a link leads to its page. */
@Component
class DossierSummaries {

    private final Congresses congresses;
    private final Completeness completeness;
    private final Submissions submissions;
    private final DossierReceipts receipts;

    DossierSummaries(
            Congresses congresses, Completeness completeness, Submissions submissions, DossierReceipts receipts) {
        this.congresses = congresses;
        this.completeness = completeness;
        this.submissions = submissions;
        this.receipts = receipts;
    }

    /** One that isn't sent yet: how much of it is there and what is missing. */
    String open(Dossier dossier) {
        var report = completeness.of(dossier);
        return head(dossier)
                + (report.checklist() == null
                        ? ""
                        : "- Danh mục: đủ " + report.there() + "/"
                                + report.lines().size() + " mục\n")
                + section("Còn thiếu", report.missing())
                + section("Lưu ý", report.remarks())
                + link(dossier, "Mở trang hồ sơ để xem từng mục, tải tệp lên và ghi biên nhận bản giấy");
    }

    /** One that was sent. */
    String sent(Dossier dossier) {
        return head(dossier)
                + submissions
                        .numbered(dossier.id(), dossier.submission())
                        .map(sent -> "- Lần gửi: " + sent.number() + ", lúc " + VietnamTime.moment(sent.sentAt())
                                + "\n- Số tệp: " + submissions.files(sent).size() + "\n- Mục lục SHA-256: "
                                + sent.sha256() + "\n")
                        .orElse("")
                + "\n" + link(dossier, "Mở trang hồ sơ để kiểm tra từng mục và đánh dấu mục còn thiếu");
    }

    /** The items marked as missing; null for none. */
    @Nullable
    String findings(Dossier dossier) {
        var marked = receipts.findings(dossier);
        return marked.isEmpty() ? null : FormText.list(marked);
    }

    /** Why it came back and with which items; null when it didn't. */
    @Nullable
    String returned(Dossier dossier) {
        var reason = dossier.returnReason();
        if (reason == null) {
            return null;
        }
        // the secretary names no items
        var items = dossier.status() == DossierStatus.INCOMPLETE ? receipts.findings(dossier) : List.<String>of();
        return FormText.plain(reason) + (items.isEmpty() ? "" : "\n\n" + FormText.list(items));
    }

    private String head(Dossier dossier) {
        return FormText.plain(dossier.title() + " – " + congresses.title(congresses.get(dossier.congress()))) + "\n\n";
    }

    private static String section(String title, List<String> sentences) {
        return sentences.isEmpty() ? "" : "\n**" + title + "**\n\n" + FormText.list(sentences) + "\n\n";
    }

    private static String link(Dossier dossier, String words) {
        return "\n[" + words + "](/trinh-duyet/" + dossier.id() + ")";
    }
}
