package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.support.IntegrationTest;

/** The pages of a working session as its working group, its ward and strangers use them. */
@IntegrationTest
class SessionPagesTest {

    private static final String MEMBER = "tct.tv1";
    private static final String HOSTILE = "<script>alert(1)</script> Đề nghị ghi rõ số trường \"><img src=x>";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void theGroupReadsAndSpeaksTheWardReadsAndStrangersStayOutside() {
        var ward = JourneyWard.open(context, port, "lamviec", 1);
        var congress = ward.startUpToCells("2030-2035");
        var document = ward.document(congress, "POLITICAL_REPORT");
        ward.publish(document, "Xây thêm một trường mầm non công lập.", "Trồng cây xanh dọc bờ kênh.");
        var session = open(ward, congress);
        var page = "/lam-viec/" + session;
        var opinions = page + "/y-kien";

        var office = Session.signIn(port, ward.office());
        assertThat(office.get("/lam-viec?tim=lamviec").body()).contains(page, "Phòng họp &lt;1&gt;");
        assertThat(office.get(page).body()).contains("Tổ trưởng Tổ công tác", "Đã chuẩn bị xong", "Tải lịch (ICS)");
        assertThat(office.get(page + "/tai-lieu").body())
                .contains("/van-kien/" + document + "/doc/1", "Chưa có phiên bản công bố.", "Đã chuẩn bị xong");
        var invitation = office.get(page + "/lich.ics");
        assertThat(invitation.body()).startsWith("BEGIN:VCALENDAR").contains(session + "@daihoi");
        assertThat(invitation.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));

        assertThat(office.get(opinions).body()).doesNotContain("Gửi ý kiến");
        assertThat(office.submit("/van-kien", opinions, opinion(document, stamp(1), "Ý kiến của phường"))
                        .body())
                .contains("Chỉ Tổ trưởng và thành viên Tổ công tác", "Chưa có ý kiến nào.");
        assertThat(office.submit("/van-kien", page + "/thu-hoi", "reason", "Không họp")
                        .body())
                .contains("Việc này thuộc về");

        var tomorrow = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1).toString();
        assertThat(Session.signIn(port, "thanhuy.vp")
                        .submit(page, page + "/doi-lich", "day", tomorrow, "part", "MORNING", "room", "Phòng C")
                        .body())
                .contains("Phải ghi “Lý do dời lịch”", "value=\"Phòng C\"");

        movedWithItsDates(session);

        var member = Session.signIn(port, MEMBER);
        var choice = opinions + "?van-kien=" + document + "&doan=d1";
        assertThat(member.get(choice).body()).contains("đoạn Đ1", "Câu chữ hiện nay", "Xây thêm một trường");
        assertThat(member.get(opinions + "?van-kien=" + document + "&doan=d99").body())
                .contains("không có đoạn");
        assertThat(member.submit(choice, opinions, opinion(document, stamp(2), " "))
                        .body())
                .contains("Phải ghi “Nội dung ý kiến”", stamp(2));
        member.submit(choice, opinions, opinion(document, stamp(2), HOSTILE));
        // pressed twice
        var filed = member.submit(choice, opinions, opinion(document, stamp(2), HOSTILE));
        assertThat(filed.body())
                .contains("Đã gửi ý kiến.", "Các ý kiến (<span>1</span>)", "&lt;script&gt;alert(1)", "phiên bản 1, Đ1")
                .doesNotContain("<script>alert", "<img src=x");
        member.submit(choice, opinions, opinion(document, stamp(3), "Bổ sung cây xanh"));
        assertThat(member.get(opinions + "?tim=cay+xanh").body()).contains("Tìm thấy <span>1</span>");

        var mine = Pattern.compile("y-kien/(\\d+)/rut")
                .matcher(member.get(opinions + "?tim=cay+xanh").body());
        assertThat(mine.find()).isTrue();
        var takingBack = opinions + "/" + mine.group(1) + "/rut";
        assertThat(office.submit("/van-kien", takingBack).body()).contains("Chỉ người đã cho ý kiến");
        assertThat(member.submit(opinions, takingBack).body())
                .contains("Đã rút lại ý kiến.", "Các ý kiến (<span>1</span>)");

        var task = filing(session);
        assertThat(member.get("/lam-viec/viec/" + task).uri()).hasPath(page);
        var elsewhere = Session.signIn(port, "vanphong.dm");
        for (var path : List.of(page, page + "/tai-lieu", opinions, page + "/lich.ics")) {
            assertThat(elsewhere.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(elsewhere.get("/lam-viec").body()).doesNotContain(session);
        assertThat(elsewhere.get("/lam-viec/viec/" + task).body()).contains("không thuộc buổi làm việc nào");

        try (var chromium = Chromium.start(port)) {
            var window = chromium.signedIn(MEMBER);
            Chromium.looksRight(window, "/lam-viec?tim=lamviec", "session-list");
            Chromium.looksRight(window, page + "/tai-lieu", "session-room");
            Chromium.looksRight(window, choice, "session-opinions");
            chromium.signIn(window = chromium.window(1280, 800), "thanhuy.vp");
            Chromium.looksRight(window, page, "session");
            window.locator("#room").fill("Hội trường B");
            window.locator("#reason").fill("Trùng hội nghị");
            window.locator("#despite").check();
            window.locator("#conflictReason").fill("Cùng tổ");
            window.locator("form[action$=doi-lich] button").click();
            assertThat(window.content()).contains("Đã dời lịch buổi làm việc.", "Hội trường B");
            assertThat(chromium.trouble()).isEmpty();
        }
    }

    /** Brings the first session of a congress to where opinions are filed. */
    private String open(JourneyWard ward, String congress) {
        var session = jdbc.sql("select id from working_session where congress = ?")
                .param(congress)
                .query(String.class)
                .single();
        ward.complete(
                "thanhuy.vp",
                "UserTask_ScheduleSession",
                session,
                Map.of(
                        "choice",
                        "HOLD",
                        "workingGroup",
                        "tct1",
                        "day",
                        LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(9).toString(),
                        "part",
                        "MORNING",
                        "room",
                        "Phòng họp <1>",
                        "despiteConflicts",
                        true,
                        "conflictReason",
                        "Cùng tổ"));
        ward.complete(ward.office(), "UserTask_ReportPreparation", session, Map.of("results", "Đã chuẩn bị xong"));
        return session;
    }

    /** The open tasks and the waiting reminder follow the new time. */
    private void movedWithItsDates(String session) {
        var day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(12);
        var page = "/lam-viec/" + session;
        Awaitility.await("opened")
                .until(() -> !dates(session, "act_ru_job j", "duedate_").isEmpty());
        Session.signIn(port, "thanhuy.vp")
                .submit(
                        page,
                        page + "/doi-lich",
                        "day",
                        day.toString(),
                        "part",
                        "HOURS",
                        "fromTime",
                        "13:00",
                        "toTime",
                        "16:15",
                        "room",
                        "Phòng C",
                        "despiteConflicts",
                        "true",
                        "conflictReason",
                        "Cùng tổ",
                        "reason",
                        "Trùng kỳ họp");
        var ends = day.atTime(16, 15).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
        Awaitility.await("due when it ends").atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(dates(session, "act_ru_task j", "due_date_")).contains(ends);
            assertThat(dates(session, "act_ru_job j", "duedate_"))
                    .singleElement()
                    .satisfies(reminder -> assertThat(reminder).isAfter(ends));
        });
    }

    private List<Instant> dates(String session, String table, String column) {
        var instance = table.startsWith("act_ru_job") ? "process_instance_id_" : "proc_inst_id_";
        return jdbc
                .sql("select j." + column + " from " + table + " join act_ru_variable v on v.execution_id_ = j."
                        + instance + " where v.name_ = 'sessionId' and v.text_ = ? and j." + column + " is not null")
                .param(session)
                .query(Timestamp.class)
                .list()
                .stream()
                .map(Timestamp::toInstant)
                .toList();
    }

    /** The member's own task; each member has one. */
    private String filing(String session) {
        return jdbc.sql(
                        """
                select t.id_ from act_ru_task t join act_ru_variable v on v.execution_id_ = t.proc_inst_id_
                where v.name_ = 'sessionId' and v.text_ = :session and t.assignee_ = :member
                  and t.task_def_key_ = 'UserTask_FileOpinions'""")
                .param("session", session)
                .param("member", MEMBER)
                .query(String.class)
                .single();
    }

    private static String stamp(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }

    private static String[] opinion(String document, String stamp, String text) {
        return new String[] {
            "stamp",
            stamp,
            "document",
            document,
            "version",
            "1",
            "clause",
            "1",
            "type",
            "AMEND",
            "text",
            text,
            "proposed",
            "Xây thêm hai trường"
        };
    }
}
