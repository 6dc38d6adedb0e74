package vn.daihoi.document.process;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Change;
import vn.daihoi.organisation.Members;

/** What the forms show, in the light markup that form texts understand; a link leads to the page of the document. */
@Component
class Summaries {

    /** As many digits as tell two versions apart at a glance. */
    private static final int SHORT = 12;

    private final Versions versions;
    private final Drafts drafts;
    private final Members members;

    Summaries(Versions versions, Drafts drafts, Members members) {
        this.versions = versions;
        this.drafts = drafts;
        this.members = members;
    }

    /** Where a document stands for those who write it. */
    String drafting(Document document) {
        var waiting = drafts.of(document.id()).size();
        return head(document)
                + "- Phiên bản mới nhất: "
                + versions.latest(document.id())
                        .map(version -> version.number() + ", " + published(version))
                        .orElse("chưa có")
                + "\n"
                + "- Bản nháp đang soạn: " + waiting + "\n\n"
                + link("Mở trang văn kiện để tải dự thảo lên và công bố", document, "");
    }

    /** The version that was handed in, for the one who decides. */
    String submitted(Document document) {
        var number = document.submitted();
        var version =
                number == null ? null : versions.numbered(document.id(), number).orElse(null);
        if (number == null || version == null) {
            return head(document);
        }
        var note = document.submitNote();
        return head(document)
                + "- Phiên bản: " + number + ", " + published(version) + "\n"
                + "- SHA-256: " + version.sha256().substring(0, SHORT) + "…\n"
                + "- Trình: " + signed(document.submittedBy()) + "\n"
                + (note == null ? "" : "- Ghi chú: " + FormText.plain(note) + "\n")
                + counts(version)
                + "\n" + link("Đọc phiên bản " + number, document, "/doc/" + number)
                + (number > 1
                        ? "\n\n"
                                + link(
                                        "So sánh với phiên bản " + (number - 1),
                                        document,
                                        "/so-sanh?tu=" + (number - 1) + "&den=" + number)
                        : "");
    }

    private String counts(DocumentVersion version) {
        var text = versions.read(version);
        var lines = "- Số đoạn: " + text.clauses().size() + "\n"
                + (text.intact() ? "" : "- **Cảnh báo: nội dung không còn khớp với SHA-256 khi công bố.**\n");
        return lines
                + versions.numbered(version.document(), version.base())
                        .map(base -> versions.compare(base, version).changes().stream()
                                .filter(Change::visible)
                                .collect(Collectors.groupingBy(Change::kind, Collectors.counting())))
                        .map(kinds -> "- So với phiên bản " + version.base() + ": "
                                + kinds.getOrDefault(Change.Kind.INSERTED, 0L) + " đoạn thêm, "
                                + kinds.getOrDefault(Change.Kind.DELETED, 0L) + " đoạn bỏ, "
                                + kinds.getOrDefault(Change.Kind.REWRITTEN, 0L) + " đoạn sửa, "
                                + kinds.getOrDefault(Change.Kind.MOVED_HERE, 0L) + " đoạn chuyển chỗ\n")
                        .orElse("");
    }

    private static String head(Document document) {
        return FormText.plain(document.title()) + "\n\n" + "- Trạng thái: "
                + document.status().title() + "\n";
    }

    private String published(DocumentVersion version) {
        return "công bố: " + signed(version.published());
    }

    private String signed(@Nullable Signed signed) {
        return signed == null
                ? ""
                : FormText.plain(members.displayName(signed.by())) + ", " + VietnamTime.moment(signed.at());
    }

    private static String link(String words, Document document, String rest) {
        return "[" + words + "](/van-kien/" + document.id() + rest + ")";
    }
}
