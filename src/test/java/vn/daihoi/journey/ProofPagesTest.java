package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.Planted;
import vn.daihoi.consultation.Proofs;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.support.IntegrationTest;

/** The answers beside the new version and the places of comments in it, as browsers with and without scripts use them. */
@IntegrationTest
class ProofPagesTest {

    private static final String HOSTILE = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> \u202Edảo ngược";
    private static final String ROADS =
            "Nâng cấp các tuyến hẻm dưới bốn mét, thắp sáng toàn bộ hẻm nhỏ, vận động Nhân dân hiến đất mở rộng lối đi chung.";
    private static final String SCHOOLS =
            "Xây thêm một trường mầm non công lập, giảm sĩ số mỗi lớp, giữ vững phổ cập giáo dục ở mọi bậc học trên địa bàn.";
    private static final String HEALTH =
            "Trạm y tế có đủ bác sĩ và thuốc thiết yếu, lập hồ sơ sức khỏe điện tử cho toàn dân, tiêm chủng mở rộng đầy đủ.";
    private static final String GREEN =
            "Trồng cây xanh dọc bờ kênh, phân loại rác tại nguồn, xóa các điểm đổ rác trộm, bảo vệ nguồn nước sinh hoạt chung.";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Proofs proofs;

    @LocalServerPort
    int port;

    private RoundWard ward;
    private String page;
    private String places;
    private long roads;
    private long schools;
    private long hostile;

    private void prepare() {
        ward = RoundWard.open(context, ROADS, SCHOOLS, HEALTH, GREEN);
        ward.status(RoundStatus.REVISING);
        var planted = new Planted(ward, context);
        roads = planted.accepted(1, "Đề nghị bổ sung lắp gương cầu lồi tại các khúc cua nguy hiểm trong hẻm.");
        schools = planted.cluster(
                2,
                CommentType.AMEND,
                "Nên ghi rõ hai trường thay vì một trường",
                "thêm một trường mầm non",
                Disposition.PARTLY,
                null);
        hostile = planted.cluster(3, CommentType.ADD, HOSTILE, HOSTILE, Disposition.ACCEPTED, null);
        for (int more = 0; more < 22; more++) {
            planted.accepted(4, "Ý kiến khác về cây xanh số " + more);
        }
        var texts = new ArrayList<>(List.of(ROADS, SCHOOLS, HEALTH, GREEN));
        texts.set(0, ROADS.replace("chung.", "chung, lắp gương cầu lồi tại các khúc cua nguy hiểm."));
        texts.set(1, SCHOOLS.replace("một trường", "hai trường"));
        texts.set(2, HEALTH.replace("toàn dân", "người cao tuổi <b>trước</b>"));
        ward.publish(texts.toArray(String[]::new));
        jdbc.sql("update comment_anchor set confidence = 0.6 where comment in (select id from comment where round = ?)")
                .param(ward.round)
                .update();
        page = "/lay-y-kien/" + ward.round + "/doi-chieu";
        places = "/lay-y-kien/" + ward.round + "/vi-tri";
    }

    @Test
    void editorsWorkTheOfficeReadsAndOthersStayOutside() {
        prepare();
        var elsewhere = RoundWard.open(context, ROADS);
        for (var path : List.of(page, page + "?phan=ngoai", page + "?phan=xong", places)) {
            assertThat(Session.signIn(port, ward.cellSecretary(0)).get(path).statusCode())
                    .isEqualTo(403);
            assertThat(Session.signIn(port, elsewhere.editor).get(path).statusCode())
                    .isEqualTo(404);
            for (var reader : Stream.of(ward.office, ward.secretary).toList()) {
                var read = Session.signIn(port, reader).get(path);
                assertThat(read.statusCode()).isEqualTo(200);
                assertThat(read.body()).doesNotContain("method=\"post\" class", "Ghi lý do và bỏ qua", "Đúng như trên");
            }
            assertThat(Session.signIn(port, ward.editor).get(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void hostileWordsAreShownAsTheyWereTyped() {
        prepare();
        var editor = Session.signIn(port, ward.editor);
        for (var path : List.of(page, page + "?phan=ngoai", page + "?cum=" + hostile + "&tim=%3Cscript%3E", places)) {
            assertThat(editor.get(path).body()).doesNotContain("<script>alert", "<img src=x", "<b>trước</b>");
        }
        assertThat(editor.get(page + "?cum=" + hostile).body()).contains("&lt;script&gt;alert(1)");
    }

    @Test
    void anEditorMakesTheRoundContentWithoutScripts() {
        prepare();
        var editor = Session.signIn(port, ward.editor);
        assertThat(editor.get(page).body()).contains("YK-", "Xác nhận 2 gợi ý chắc chắn");
        editor.submit(page, page + "/chac-chan", "phien-ban", "2");
        assertThat(proofs.confirmed(roads)).containsExactly(1L);
        assertThat(proofs.confirmed(schools)).containsExactly(2L);

        assertThat(editor.submit(page, page + "/bo", "cum", "" + schools, "doan", "2")
                        .body())
                .contains("Đã bỏ xác nhận.");
        assertThat(proofs.confirmed(schools)).isEmpty();
        editor.submit(page, page + "/xac-nhan", "cum", "" + schools, "doan", "2", "phien-ban", "2");
        // pressed twice
        var again = editor.submit(page, page + "/xac-nhan", "cum", "" + schools, "doan", "2", "phien-ban", "2");
        assertThat(again.body()).contains("Đã xác nhận nơi thể hiện.");
        assertThat(proofs.confirmed(schools)).containsExactly(2L);
        assertThat(editor.submit(page, page + "/xac-nhan", "cum", "" + schools, "phien-ban", "2")
                        .body())
                .contains("hãy chọn ít nhất một thay đổi");

        var wrong = editor.submit(page + "?phan=ngoai", page + "/bo-qua", "doan", "3", "ly-do", " ");
        assertThat(wrong.body()).contains("Lý do: hãy nhập");
        var code = new Planted(ward, context).commentOf(hostile);
        assertThat(editor.submit(page, page + "/gan", "doan", "3", "ma", "yk " + code, "phien-ban", "2")
                        .body())
                .contains("Đã gắn thay đổi với ý kiến.");
        assertThat(editor.submit(page, page + "/gan", "doan", "3", "ma", "YK-1x", "phien-ban", "2")
                        .body())
                .contains("nhập mã như YK-123");
        assertThat(proofs.check(ward.round).unexplained()).isEmpty();

        for (var cluster : proofs.check(ward.round).unproved()) {
            editor.submit(page, page + "/bo-qua", "cum", "" + cluster.id(), "ly-do", HOSTILE);
        }
        assertThat(proofs.check(ward.round).content()).isTrue();
        assertThat(editor.get(page + "?phan=xong").body())
                .contains("mọi thay đổi đều có lý do")
                .doesNotContain("<script>alert");
    }

    @Test
    void anEditorSettlesPlacesWithoutScripts() {
        prepare();
        var editor = Session.signIn(port, ward.editor);
        var planted = new Planted(ward, context);
        var one = planted.commentOf(roads);
        var other = planted.commentOf(schools);
        assertThat(editor.get(places).body()).contains("YK-" + one, "Cần xem lại 25;");

        editor.submit(places, places + "/xac-nhan", "y-kien", "" + one, "y-kien", "" + other, "phien-ban", "2");
        assertThat(editor.get(places).body()).contains("Cần xem lại 23;");
        var last = planted.commentOf(hostile);
        assertThat(editor.get(places + "?y-kien=" + last + "&tim=cay+xanh").body())
                .contains("<option value=\"4\">");
        assertThat(editor.submit(places, places + "/chon", "y-kien", "" + last, "doan", "4", "phien-ban", "2")
                        .body())
                .contains("Đã chuyển ý kiến sang đoạn đã chọn.");
        assertThat(editor.submit(places, places + "/khong-con", "y-kien", "" + one, "phien-ban", "2")
                        .statusCode())
                .isEqualTo(200);
        assertThat(editor.get(places + "?trang=1").body()).contains("Trang 2 trên 2");
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void thePagesAreAccessible() {
        prepare();
        var editor = Session.signIn(port, ward.editor);
        editor.submit(page, page + "/bo-qua", "cum", "" + hostile, "ly-do", "Đã có trong chương trình hành động.");
        proofs.confirm(ward.round, schools, List.of(2L), ward.editor);
        try (var chromium = Chromium.start(port)) {
            var window = chromium.signedIn(ward.editor);
            for (var path : List.of(
                    page,
                    page + "?phan=ngoai",
                    page + "?phan=xong",
                    page + "?cum=" + roads + "&tim=guong",
                    places,
                    places + "?y-kien=" + new Planted(ward, context).commentOf(roads))) {
                Chromium.looksRight(
                        window, path, "proof" + path.replace(ward.round, "").replaceAll("[^a-z]+", "-"));
            }
            assertThat(chromium.trouble()).isEmpty();
        }
    }
}
