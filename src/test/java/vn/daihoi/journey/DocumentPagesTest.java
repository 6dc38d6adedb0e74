package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.support.IntegrationTest;

/** The pages of the documents as browsers without scripts use them: who may open what, and what they answer. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentPagesTest {

    private static final Pattern DRAFT = Pattern.compile("/van-kien/[0-9a-f-]+/nhap/([0-9a-f-]+)");
    private static final String FIRST = "Kinh tế phường tăng trưởng khá, thu ngân sách vượt dự toán.";
    private static final String SECOND = "Công tác hoà giải ở cơ sở đi vào nền nếp, thuỷ lợi được chăm lo.";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private JourneyWard elsewhere;
    private String congress;
    /** Two published versions and a draft. */
    private String report;
    /** For tests that publish. */
    private String resolution;
    /** For tests that damage. */
    private String review;

    private Session editor;

    @BeforeAll
    void openWards() {
        ward = JourneyWard.open(context, port, "vankien", 1);
        elsewhere = JourneyWard.open(context, port, "vankienkhac", 1);
        congress = ward.startUpToCells("2025–2030");
        report = ward.document(congress, "POLITICAL_REPORT");
        resolution = ward.document(congress, "RESOLUTION");
        review = ward.document(congress, "SELF_REVIEW");
        editor = Session.signIn(port, ward.editor());
        publish(report, "I. Kinh tế", FIRST, "II. Xã hội", SECOND);
        publish(report, "I. Kinh tế", FIRST.replace("khá", "cao"), "II. Xã hội", SECOND);
        upload(editor, report, "I. Kinh tế", FIRST, "II. Xã hội", SECOND, "Thêm một đoạn mới hoàn toàn.");
    }

    private HttpResponse<String> upload(Session session, String document, String... lines) {
        return session.upload(
                "/van-kien/" + document,
                "/van-kien/" + document + "/tep",
                WordFiles.report(context, lines),
                "secrecy",
                "NONE",
                "trackedChanges",
                "PROPOSE");
    }

    private void publish(String document, String... lines) {
        var page = upload(editor, document, lines).uri().getPath();
        editor.submit(page, page + "/doan", "tat-ca", "true");
        var published = editor.submit(page, page + "/cong-bo");
        assertThat(published.body()).contains("Đã công bố phiên bản mới.");
    }

    private String draft(String document) {
        var found = DRAFT.matcher(editor.get("/van-kien/" + document).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    // who may open what

    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryPage() {
        var here = "/van-kien/" + report;
        var draft = here + "/nhap/" + draft(report);
        var reading = List.of(
                here,
                here + "/doc",
                here + "/doc/1",
                here + "/doc?tim=hoa+giai",
                here + "/so-sanh",
                here + "/so-sanh?tu=1&den=2&tat-ca=true",
                here + "/ban/1.docx",
                here + "/ban/2.pdf",
                here + "/so-sanh.docx?tu=1&den=2",
                "/van-kien?dai-hoi=" + congress);
        var editing = List.of(draft, draft + "/xem", draft + "/so-sanh");
        // reading, editing
        var answers = Map.of(
                ward.editor(),
                List.of(200, 200),
                ward.secondEditor(),
                List.of(200, 200),
                ward.office(),
                List.of(200, 200),
                ward.secretary(),
                List.of(200, 403),
                ward.cellSecretary(1),
                List.of(200, 403),
                JourneyWard.SUPERVISOR,
                List.of(200, 403),
                elsewhere.editor(),
                List.of(404, 404),
                elsewhere.secretary(),
                List.of(404, 404),
                "quytrinh",
                List.of(403, 403),
                "admin",
                List.of(403, 403));
        return answers.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    var session = Session.signIn(port, entry.getKey());
                    for (var page : reading) {
                        assertThat(session.get(page).statusCode())
                                .as(page)
                                .isEqualTo(entry.getValue().get(0));
                    }
                    for (var page : editing) {
                        assertThat(session.get(page).statusCode())
                                .as(page)
                                .isEqualTo(entry.getValue().get(1));
                    }
                }));
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        var here = "/van-kien/" + report;
        var draft = here + "/nhap/" + draft(report);
        var before = state();
        for (var person : Map.of(
                        ward.secretary(), 403, ward.cellSecretary(1), 403, elsewhere.editor(), 404, "admin", 403)
                .entrySet()) {
            var session = Session.signIn(port, person.getKey());
            for (var deed : List.of(
                    draft + "/cong-bo",
                    draft + "/bo",
                    draft + "/cap-nhat",
                    draft + "/doan",
                    draft + "/de-xuat?accept=true",
                    draft + "/de-xuat/1?accept=true",
                    here + "/ban-giay")) {
                assertThat(session.submit("/", deed, "receivedOn", "2026-01-05").statusCode())
                        .as("%s by %s", deed, person.getKey())
                        .isEqualTo(person.getValue());
            }
            assertThat(session.upload("/", here + "/tep", new byte[] {1}, "secrecy", "NONE")
                            .statusCode())
                    .isEqualTo(person.getValue());
        }
        assertThat(Session.signIn(port, ward.secretary())
                        .submit("/", "/van-kien", "dai-hoi", congress, "type", "ANNEX")
                        .body())
                .contains("Việc này thuộc về");
        assertThat(Session.signIn(port, elsewhere.editor())
                        .submit("/", "/van-kien", "dai-hoi", congress, "type", "ANNEX")
                        .statusCode())
                .isEqualTo(404);
        assertThat(state()).isEqualTo(before);
    }

    private Map<String, Object> state() {
        return jdbc.sql(
                        """
                        select (select count(*) from document) as documents,
                               (select md5(string_agg(v::text, ',' order by v.id)) from document_version v) as versions,
                               (select count(*) from paper_receipt) as papers,
                               (select count(*) from audit_entry) as audited
                        """)
                .query()
                .singleRow();
    }

    @Test
    void readersAreOfferedNothingToChange() {
        var page = Session.signIn(port, ward.secretary())
                .get("/van-kien/" + report)
                .body();
        assertThat(page).contains("Phiên bản 2").doesNotContain("Tải tệp Word lên", "Bản nháp của");
    }

    // what they answer

    @Test
    void theListFindsWithoutAccents() {
        assertThat(editor.get("/van-kien?tim=bao+cao+chinh+tri").body())
                .contains(report)
                .doesNotContain(resolution);
        assertThat(editor.get("/van-kien?xep=ten").body()).contains(report, resolution);
        assertThat(editor.get("/van-kien?dai-hoi=none").statusCode()).isEqualTo(404);
    }

    @Test
    void aTextThatDidNotChangeIsNotSentAgain() {
        var page = "/van-kien/" + report + "/doc/1";
        var first = editor.get(page, "Accept", "text/html");
        var tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache, private");
        assertThat(editor.get(page, "If-None-Match", tag))
                .returns(304, HttpResponse::statusCode)
                .returns("", HttpResponse::body);
        assertThat(editor.get(page + "?tim=kinh", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(editor.get(page, "If-None-Match", tag, "Sec-Fetch-Dest", "iframe")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Session.signIn(port, ward.editor())
                        .get(page, "If-None-Match", tag)
                        .statusCode())
                .as("another session, whose forms carry another token")
                .isEqualTo(200);
    }

    @Test
    void aPageInsideAnotherHasNoHeaderAndOnlyOurPagesMayFrameIt() {
        var page = editor.get("/van-kien/" + report + "?khung=1");
        assertThat(page.body()).contains("Phiên bản 2").doesNotContain("frame-header", "frame-footer");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(editor.get("/van-kien/" + report + "/doc", "Sec-Fetch-Dest", "iframe")
                        .body())
                .doesNotContain("frame-header");
        assertThat(editor.get("/van-kien/" + report).body()).contains("frame-header");
    }

    @Test
    void theReaderFindsWordsWhereverTheirToneMarksStand() {
        var page = editor.get("/van-kien/" + report + "/doc/2?tim=h%C3%B2a+gi%E1%BA%A3i")
                .body();
        assertThat(page).contains("<mark>hoà giải</mark>").contains("Có 1 đoạn");
        assertThat(editor.get("/van-kien/" + report + "/doc/2?tim=khong+co+dau").body())
                .contains("Không tìm thấy.");
    }

    @Test
    void theComparisonShowsWhatChangedAndLeavesTheRestOut() {
        var page = editor.get("/van-kien/" + report + "/so-sanh?tu=1&den=2").body();
        assertThat(page).contains("sửa 1", "khá", "cao", "đoạn không đổi").doesNotContain("hoà giải");
        assertThat(editor.get("/van-kien/" + report + "/so-sanh?tu=1&den=2&tat-ca=true")
                        .body())
                .contains("hoà giải");
        assertThat(editor.get("/van-kien/" + report + "/so-sanh?tu=2&den=2").body())
                .contains("Hai văn bản giống nhau.");
        assertThat(editor.get("/van-kien/" + report + "/so-sanh?tu=1&den=9").statusCode())
                .isEqualTo(404);
    }

    @Test
    void filesBearTheirTypeAndAVietnameseName() {
        var word = editor.download("/van-kien/" + report + "/ban/2.docx");
        assertThat(word.headers().firstValue("Content-Type"))
                .contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(word.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(word.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"Bao cao chinh tri - phien ban 2.docx\"; filename*=UTF-8''"
                        + "B%C3%A1o%20c%C3%A1o%20ch%C3%ADnh%20tr%E1%BB%8B%20-%20phi%C3%AAn%20b%E1%BA%A3n%202.docx");
        assertThat(word.body()).startsWith('P', 'K');
        var pdf = editor.download("/van-kien/" + report + "/ban/2.pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(editor.download("/van-kien/" + report + "/so-sanh.docx?tu=1&den=2")
                        .body())
                .startsWith('P', 'K');
    }

    @Test
    void aTextThatWasTamperedWithRaisesAnAlarmAndLeavesTheHouseInNoForm() {
        publish(review, "I. Kiểm điểm", FIRST);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("alter table clause disable trigger user").update();
            jdbc.sql("update clause set text = 'Đã bị sửa' where position = 1 and version_id ="
                            + " (select id from document_version where document = ? and number = 1)")
                    .param(review)
                    .update();
            jdbc.sql("alter table clause enable trigger user").update();
        });

        assertThat(editor.get("/van-kien/" + review + "/doc/1").body()).contains("Cảnh báo: nội dung lưu trữ");
        for (var file : List.of("/ban/1.docx", "/ban/1.pdf", "/so-sanh.docx?tu=1&den=1")) {
            var answer = editor.get("/van-kien/" + review + file);
            assertThat(answer.uri().getPath()).as(file).endsWith("/doc/1");
            assertThat(answer.body()).contains("Không tải xuống được");
        }
        assertThat(editor.get("/van-kien/" + report + "/doc/1").body()).doesNotContain("Cảnh báo: nội dung lưu trữ");
    }

    // files that are not taken

    @Test
    void whatMayNotBeTakenIsSaidAndNothingIsStored() {
        var here = "/van-kien/" + resolution;
        var before = state();
        var plain = "không phải Word".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(editor.upload(here, here + "/tep", plain, "secrecy", "NONE"))
                .returns(422, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains(".docx"));
        assertThat(editor.upload(here, here + "/tep", plain).body()).contains("Phải chọn “Độ mật” của tệp.");
        assertThat(editor.upload(here, here + "/tep", new byte[0], "secrecy", "NONE")
                        .body())
                .contains("Phải chọn “Tệp Word” có nội dung.");
        assertThat(editor.upload(here, here + "/tep", plain, "secrecy", "CONFIDENTIAL", "note", "Ghi <chú>")
                        .body())
                .contains("Ghi phiếu nhận bản giấy", "Ghi &lt;chú&gt;");
        assertThat(editor.upload(here, here + "/tep", new byte[20 * 1024 * 1024 + 1], "secrecy", "NONE")
                        .body())
                .contains("lớn hơn 20 MB");
        assertThat(editor.get(here + "/tep").uri().getPath()).isEqualTo(here);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void wordsLikeAStampAskForAConfirmation() {
        var here = "/van-kien/" + resolution;
        var stamped = WordFiles.report(context, "TUYỆT MẬT", "I. Nghị quyết", FIRST);

        var asked = editor.upload(here, here + "/tep", stamped, "secrecy", "NONE");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("giống dấu chỉ độ mật", "TUYỆT MẬT", "chọn lại tệp", "name=\"notSecret\"");

        var taken = editor.upload(here, here + "/tep", stamped, "secrecy", "NONE", "notSecret", "true");
        assertThat(taken.body()).contains("Đã đọc tệp thành bản nháp.");
        var page = taken.uri().getPath();
        assertThat(editor.submit(page, page + "/bo").body()).contains("Đã bỏ bản nháp.");
        assertThat(editor.get(page).body()).as("back to a draft that is gone").contains("Bản nháp này không còn");
    }

    @Test
    void whoPublishesSecondIsToldByWhomAndWhenAndLosesNothing() {
        var programme = ward.document(congress, "ACTION_PROGRAMME");
        var second = Session.signIn(port, ward.secondEditor());
        publish(programme, "I. Chương trình", FIRST, SECOND);
        var mine = upload(editor, programme, "I. Chương trình", FIRST.replace("khá", "nhanh"), SECOND);
        var theirs = upload(second, programme, "I. Chương trình", FIRST, SECOND.replace("nền nếp", "chiều sâu"));
        editor.submit(mine.uri().getPath(), mine.uri().getPath() + "/cong-bo");

        var page = theirs.uri().getPath();
        var lost = second.submit(page, page + "/cong-bo");
        assertThat(lost.body())
                .contains("Tài khoản " + ward.editor(), "Chuyển sang phiên bản mới nhất")
                .containsPattern("\\d{2}:\\d{2} ngày \\d{2}/\\d{2}/\\d{4}");
        var rebased = second.submit(page, page + "/cap-nhat");
        assertThat(rebased.body()).contains("không mất chữ nào");
        assertThat(second.get(page + "/xem").body()).contains("chiều sâu");
        second.submit(page, page + "/doan", "tat-ca", "true");
        assertThat(second.submit(page, page + "/cong-bo").body()).contains("Đã công bố phiên bản mới.", "Phiên bản 3");
    }

    @Test
    void hostileWordsStayWords() {
        var title = "<script>alert(1)</script> \u202Eđảo";
        var added = editor.submit("/van-kien", "/van-kien", "dai-hoi", congress, "type", "ANNEX", "title", title);
        assertThat(added.body())
                .contains("Đã thêm văn kiện.", "&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
        var annex = ward.document(congress, "ANNEX");
        publish(annex, "I. <img src=x onerror=alert(2)>", "\u202E</p><script>alert(3)</script> & \"nháy\"");

        for (var page : List.of("", "/doc", "/doc?tim=%3Cscript%3E", "/so-sanh?tat-ca=true", "/doc?tim=%22onfocus")) {
            assertThat(editor.get("/van-kien/" + annex + page).body())
                    .as(page)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert", "<img src=x", "\"onfocus");
        }
        assertThat(editor.download("/van-kien/" + annex + "/ban/1.docx")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .startsWith("attachment; filename=\"script alert(1) script dao - phien ban 1.docx\"");
    }

    @Test
    void paperIsNotedWithoutItsTitle() {
        var here = "/van-kien/" + report;
        assertThat(editor.submit(
                                here,
                                here + "/ban-giay",
                                "registerNumber",
                                "12-M",
                                "receivedOn",
                                "2026-01-05",
                                "holder",
                                "Văn phòng")
                        .body())
                .contains("Đã ghi phiếu nhận bản giấy.", "12-M", "05/01/2026");
        assertThat(editor.submit(here, here + "/ban-giay", "registerNumber", "13", "holder", "x")
                        .body())
                .contains("Phải ghi “Ngày nhận” bản giấy.");
    }
}
