package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Cluster;
import vn.daihoi.consultation.Clusters;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.Intake;
import vn.daihoi.consultation.NewComment;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.consultation.cluster.Planted;
import vn.daihoi.support.IntegrationTest;

/** The pages of the clusters and of moderation. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterPagesTest {

    private static final String LIGHT = "Đề nghị lắp thêm 5 bộ đèn chiếu sáng dọc bờ kênh cho bà con đi lại an toàn.";
    private static final String HOSTILE =
            "<script>alert(1)</script> Viết lại đoạn này cho dễ hiểu hơn, có số liệu cụ thể.";

    @Autowired
    ApplicationContext context;

    @Autowired
    Clusters clusters;

    @Autowired
    Comments comments;

    @LocalServerPort
    int port;

    private RoundWard ward;
    private long first;
    private long second;
    private long six;
    private long hostile;
    private @Nullable Chromium chromium;

    @BeforeAll
    void openRound() {
        ward = RoundWard.open(context, "Mục tiêu chung của nhiệm kỳ", "Nhiệm vụ trọng tâm về hạ tầng");
        first = say(LIGHT, 1);
        second = say("de nghi lap them 5 bo den chieu sang doc bo kenh cho ba con di lai an toan a", 1);
        six = say(LIGHT.replace("5", "6"), 1);
        hostile = say(HOSTILE, 2);
        Planted.comments(60, 9).forEach(other -> say(other.saying().text(), 2));
        clusters.assignNew(ward.round);
        chromium = Chromium.installed() ? Chromium.start(port) : null;
    }

    @AfterAll
    void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void clustersAreFoundSplitMergedAndLeadOn() {
        var editor = Session.signIn(port, ward.editor);
        long cluster = clusterOf(first).id();
        var list = editor.get(path("/cum")).body();
        assertThat(list)
                .contains("Có thể cùng một ý", "Gộp cụm " + clusterOf(six).id() + " vào cụm " + cluster);
        assertThat(list.indexOf(">Cụm " + cluster + " ·"))
                .isLessThan(list.indexOf(">Cụm " + clusterOf(hostile).id() + " ·"));
        assertThat(editor.get(path("/cum?tim=viet+lai+doan")).body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
        assertThat(editor.get(path("/cum?tim=khong+co+tu+nay")).body()).contains("Không có cụm nào.");
        assertThat(editor.get(path("/cum?doan=2&trang=1")).body()).contains("Trang 2", "Trang trước");

        var page = path("/cum/" + cluster);
        assertThat(editor.get(page).body())
                .contains("YK-" + second, "giống 100 %", "đại diện cho cụm", "Chờ kiểm duyệt");
        assertThat(editor.submit(page, page + "/tach").body()).contains("Hãy chọn ít nhất một ý kiến");
        var apart = editor.submit(page, page + "/tach", "y-kien", "" + second);
        assertThat(apart.body()).contains("Đã tách 1 ý kiến", "YK-" + second);
        long other = clusterOf(second).id();
        assertThat(apart.uri().getPath()).isEqualTo(path("/cum/" + other));
        assertThat(editor.submit(page, page + "/tach", "y-kien", "" + second).body())
                .as("pressed twice")
                .contains("Đã tách 1 ý kiến");

        assertThat(editor.submit(page, path("/cum/gop"), "cum", "" + other, "vao", "x")
                        .body())
                .contains("phải là một số");
        var merged = editor.submit(page, path("/cum/gop"), "cum", "" + other, "vao", "" + cluster);
        assertThat(merged.uri().getPath()).isEqualTo(page);
        assertThat(merged.body()).contains("Đã gộp cụm " + other);
        assertThat(editor.get(path("/cum/" + other)).uri().getPath())
                .as("where it went")
                .isEqualTo(page);

        assertThat(editor.submit(
                                path("/cum"),
                                path("/cum/khac"),
                                "cum",
                                "" + cluster,
                                "vao",
                                "" + clusterOf(six).id(),
                                "ve",
                                "danh-sach")
                        .body())
                .contains("hai ý khác nhau")
                .doesNotContain("Gộp cụm " + clusterOf(six).id() + " vào cụm " + cluster);
    }

    @Test
    void whoHasNoBusinessThereIsTurnedAway() {
        var cell = Session.signIn(port, ward.cellSecretary(0));
        assertThat(cell.get(path("/cum")).statusCode()).isEqualTo(403);
        assertThat(cell.get(path("/kiem-duyet")).statusCode()).isEqualTo(403);
        var secretary = Session.signIn(port, ward.secretary);
        assertThat(secretary.get(path("/cum/" + clusterOf(hostile).id())).body())
                .doesNotContain("/tach\"");
        assertThat(secretary.get(path("/cum/999999999")).statusCode()).isEqualTo(404);
        assertThat(secretary.get(path("/kiem-duyet")).body()).doesNotContain("value=\"hien\"");
    }

    @Test
    void theQueueIsWorkedOffAndWhatIsHiddenStaysListed() {
        var office = Session.signIn(port, ward.office);
        long good = say("Tổ chức ngày hội đọc sách hằng năm cho học sinh toàn phường.", 1);
        long bad = say("Bán đất nền giá rẻ, gọi ngay cho tôi để được tư vấn tận tình.", 1);
        clusters.assignNew(ward.round);
        var page = path("/kiem-duyet");
        assertThat(office.submit(page, page, "viec", "an", "y-kien", "" + bad).body())
                .contains("Lý do ẩn");
        assertThat(office.submit(page, page, "viec", "hien").body()).contains("Hãy chọn ít nhất một ý kiến");
        assertThat(office.submit(page, page, "viec", "an", "y-kien", "" + bad, "ly-do", "Quảng cáo <b>đất</b>")
                        .body())
                .contains("Đã ẩn", "YK-" + bad, "Quảng cáo &lt;b&gt;đất");
        assertThat(comments.clusterOf(bad)).isEmpty();
        assertThat(office.submit(page, page, "viec", "hien", "y-kien", "" + good)
                        .body())
                .contains("Đã cho hiển thị");
        assertThat(Session.signIn(port, ward.editor)
                        .submit(page, page, "viec", "an", "y-kien", "" + good, "ly-do", "Spam")
                        .body())
                .contains("YK-" + good + " đã được Tài khoản " + ward.office + " cho hiển thị lúc");
        assertThat(office.submit(page, page, "viec", "xoa", "y-kien", "" + good).statusCode())
                .isEqualTo(400);
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void thePagesAreAccessible() {
        var browser = java.util.Objects.requireNonNull(chromium);
        var page = browser.signedIn(ward.editor);
        for (var path : List.of("/cum", "/cum/" + clusterOf(first).id(), "/kiem-duyet")) {
            Chromium.looksRight(page, path(path), "clusters" + path.replaceAll("[^a-z]+", "-"));
        }
        page.context().close();
    }

    private Cluster clusterOf(long comment) {
        return comments.clusterOf(comment).orElseThrow();
    }

    private String path(String below) {
        return "/lay-y-kien/" + ward.round + below;
    }

    private long say(String text, long clause) {
        var said = context.getBean(Intake.class)
                .receive(
                        ward.round(),
                        new NewComment(
                                SourceGroup.RESIDENT,
                                Channel.PUBLIC_PAGE,
                                null,
                                "Khu phố 3",
                                clause,
                                "",
                                CommentType.ADD,
                                text,
                                UUID.randomUUID().toString(),
                                null));
        assertThat(said).isInstanceOf(Intake.Received.Accepted.class);
        return ((Intake.Received.Accepted) said).comment();
    }
}
