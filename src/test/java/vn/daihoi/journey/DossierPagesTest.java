package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.approval.Contributions;
import vn.daihoi.approval.DossierWard;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.OfficeFiles;
import vn.daihoi.support.IntegrationTest;

/** The pages of a dossier as ward and superior use them, and as those see them who have no business there. */
@IntegrationTest
class DossierPagesTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Contributions contributions;

    @LocalServerPort
    private int port;

    @Test
    void theOfficeBringsPapersInAndOthersOnlyRead() {
        var ward = DossierWard.open(context);
        var other = DossierWard.open(context);
        var page = "/trinh-duyet/" + ward.dossier();
        var office = Session.signIn(port, ward.office);
        assertThat(office.get(page).body())
                .contains("Chưa trình được vì còn", "Tờ trình xin tổ chức đại hội", "Tải tệp lên")
                .contains("phiên bản 1");

        var taken = office.upload(page, page + "/tep", OfficeFiles.pdf("To trinh"), "muc", "SUBMISSION_LETTER");
        assertThat(taken.body()).contains("Đã nhận tệp.", "du-thao.pdf");
        assertThat(office.upload(
                                page,
                                page + "/tep",
                                "<script>".getBytes(StandardCharsets.UTF_8),
                                "muc",
                                "WORKING_RULES")
                        .body())
                .contains("phải là PDF");
        assertThat(office.upload(page, page + "/tep", OfficeFiles.pdf("a"), "muc", "WORKING_RULES", "mat", "true")
                        .body())
                .contains("biên nhận bản giấy");
        assertThat(office.upload(page, page + "/tep", new byte[20 * 1024 * 1024 + 1], "muc", "WORKING_RULES")
                        .body())
                .contains("lớn hơn 20 MB");
        assertThat(office.submit(
                                page,
                                page + "/ban-giay",
                                "muc",
                                "PERSONNEL_SCHEME",
                                "so",
                                "07<b>",
                                "ngay",
                                "2026-01-05",
                                "noi",
                                "Két \"hồ sơ\"")
                        .body())
                .contains("Đã ghi biên nhận bản giấy.", "số đăng ký 07&lt;b&gt;");

        var upload = office.download(page + "/muc/SUBMISSION_LETTER/tep");
        assertThat(upload.body())
                .isEqualTo(contributions.bytes(
                        contributions.uploads(ward.dossier()).get("SUBMISSION_LETTER")));
        assertThat(upload.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(upload.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(upload.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox");
        var word = office.download(page + "/muc/POLITICAL_REPORT/1");
        assertThat(word.statusCode()).isEqualTo(200);
        assertThat(word.body()).startsWith('P', 'K');
        assertThat(office.get(page + "/muc/POLITICAL_REPORT/9").statusCode()).isEqualTo(404);

        var editor = Session.signIn(port, ward.editor);
        assertThat(editor.get(page).body()).contains("Tờ trình").doesNotContain("enctype=\"multipart");
        assertThat(editor.submit("/van-kien", page + "/bo", "muc", "SUBMISSION_LETTER")
                        .body())
                .contains("Việc này thuộc về");
        var superior = Session.signIn(port, ward.superiorOffice);
        assertThat(superior.get(page).body()).contains("Phường đang lập hồ sơ").doesNotContain("Tờ trình xin");
        assertThat(superior.get(page + "/muc/SUBMISSION_LETTER/tep").statusCode())
                .isEqualTo(404);
        assertThat(superior.get(page + "/muc/POLITICAL_REPORT/1").statusCode()).isEqualTo(404);
        for (var stranger : List.of(other.office, ward.cellSecretary)) {
            var session = Session.signIn(port, stranger);
            assertThat(session.get(page).statusCode()).isEqualTo(404);
            assertThat(session.get(page + "/muc/SUBMISSION_LETTER/tep").statusCode())
                    .isEqualTo(404);
            assertThat(session.get("/trinh-duyet").body()).doesNotContain(ward.dossier());
        }
    }

    @Test
    void theSuperiorMarksAndDownloadsWhatWasSent() {
        var ward = DossierWard.open(context);
        var dossier = ward.sent();
        var page = "/trinh-duyet/" + dossier;
        var superior = Session.signIn(port, ward.superiorOffice);
        assertThat(superior.get("/trinh-duyet?tim=dang+bo+phuong+" + ward.id).body())
                .contains(dossier, "Đã trình, chờ tiếp nhận");
        assertThat(superior.get("/trinh-duyet?trang-thai=APPROVED&tim=" + ward.id)
                        .body())
                .contains("Tìm thấy <span>0</span>");
        assertThat(superior.submit(page, page + "/danh-dau", "muc", "WORKING_RULES")
                        .body())
                .contains("Đã lưu đánh dấu", "checked");
        var manifest = superior.get(page + "/lan/1/muc-luc.txt");
        assertThat(manifest.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("MUC-LUC.txt"));
        assertThat(superior.download(page + "/lan/1/ho-so.zip").body()).startsWith('P', 'K');
        assertThat(superior.get(page + "/lan/2/ho-so.zip").statusCode()).isEqualTo(404);
        assertThat(superior.get(page + "/lan/1/tep/1").statusCode()).isEqualTo(200);

        var office = Session.signIn(port, ward.office);
        assertThat(office.upload("/van-kien", page + "/tep", OfficeFiles.pdf("a"), "muc", "WORKING_RULES")
                        .body())
                .contains("không sửa được nữa");
        assertThat(office.submit("/van-kien", page + "/danh-dau", "muc", "WORKING_RULES")
                        .body())
                .contains("Việc này thuộc về");
        assertThat(office.get(page).body()).contains("Nội dung đã gửi, lần").doesNotContain("Còn thiếu hoặc chưa đúng");
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void thePagesFitATelephoneAndEveryReader() {
        var open = DossierWard.open(context);
        var dossier = open.dossier();
        var returned = DossierWard.open(context);
        var sent = returned.sent();
        try (var chromium = Chromium.start(port)) {
            look(chromium, open.office, "/trinh-duyet", "dossier-list");
            look(chromium, open.office, "/trinh-duyet/" + dossier, "dossier-open");
            look(chromium, returned.superiorOffice, "/trinh-duyet/" + sent, "dossier-sent");
            dossiers.mark(sent, Set.of(), Set.of("WORKING_RULES"), returned.superiorOffice);
            dossiers.returnIncomplete(sent, "Quy chế chưa có chữ ký", returned.superiorOffice);
            look(chromium, returned.office, "/trinh-duyet/" + sent, "dossier-returned");
        }
    }

    private static void look(Chromium chromium, String user, String path, String picture) {
        var page = chromium.signedIn(user);
        Chromium.looksRight(page, path, picture);
        page.context().close();
    }
}
