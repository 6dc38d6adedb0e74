package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static vn.daihoi.consultation.Sheets.row;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.ConferenceSheets.Fault;
import vn.daihoi.consultation.ConferenceSheets.Preview;
import vn.daihoi.consultation.ConferenceSheets.Sent;
import vn.daihoi.consultation.Conferences.NewMinutes;
import vn.daihoi.consultation.Conferences.Said;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.support.IntegrationTest;

@IntegrationTest
class ConferencesTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Conferences conferences;

    @Autowired
    private ConferenceSheets sheets;

    @Autowired
    private CoverageBoard board;

    @Autowired
    private Clock clock;

    private RoundWard ward;
    private String cell;
    private String secretary;

    @BeforeEach
    void openWard() {
        ward = RoundWard.open(context, "Mục tiêu tổng quát", "Nhiệm vụ trọng tâm", "Tổ chức thực hiện");
        cell = ward.cells.get(0);
        secretary = ward.cellSecretary(0);
    }

    @Test
    void aConferenceIsReportedOnce() {
        context.getBean(RoleAssignments.class)
                .assign(
                        new NewRole(ward.cellSecretary(1), Role.CELL_SECRETARY, cell, LocalDate.of(2025, 7, 1), null),
                        "test");

        assertThat(report(cell, minutes(30, 12, true, null), secretary)).isEqualTo(Verdict.done());
        assertThat(report(cell, minutes(30, 12, true, null), secretary))
                .as("the same once more")
                .isEqualTo(Verdict.done());
        assertThat(refusal(report(cell, minutes(31, 12, true, null), secretary)))
                .contains("đã báo cáo lúc", "bởi Tài khoản " + secretary);
        assertThat(refusal(report(cell, minutes(30, 12, true, null), ward.cellSecretary(1))))
                .contains("bởi Tài khoản " + secretary);

        var minutes = context.getBean(Rounds.class)
                .invitee(ward.round, cell)
                .orElseThrow()
                .minutes();
        assertThat(minutes).isNotNull();
        assertThat(minutes.present()).isEqualTo(30);
        assertThat(minutes.number()).isEqualTo("01-BB/CB");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = ? and action = 'CONFERENCE_REPORTED'")
                        .param("round:" + ward.round)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void twoAtOnceReportOnce() throws Exception {
        context.getBean(RoleAssignments.class)
                .assign(
                        new NewRole(ward.cellSecretary(1), Role.CELL_SECRETARY, cell, LocalDate.of(2025, 7, 1), null),
                        "test");
        var threads = Executors.newFixedThreadPool(2);
        try {
            var results = threads.invokeAll(List.<Callable<Verdict>>of(
                    () -> report(cell, minutes(30, 12, true, null), secretary),
                    () -> report(cell, minutes(31, 12, true, null), ward.cellSecretary(1))));
            var verdicts = List.of(results.get(0).get(), results.get(1).get());
            assertThat(verdicts).containsOnlyOnce(Verdict.done());
            assertThat(verdicts)
                    .filteredOn(verdict -> verdict instanceof Verdict.Refused)
                    .singleElement()
                    .satisfies(no -> assertThat(refusal(no)).contains("đã báo cáo lúc"));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void minutesThatCannotBeAreRefused() {
        var today = VietnamTime.today(clock);

        assertThat(refusal(report(cell, minutes(41, 1, true, null), secretary))).contains("(40)");
        assertThat(refusal(report(cell, minutes(0, 0, true, null), secretary))).contains("“Số người có mặt”");
        assertThat(refusal(report(cell, minutes(10, 11, true, null), secretary)))
                .contains("“Số người phát biểu”");
        assertThat(refusal(report(cell, new NewMinutes(today.plusDays(1), 1, 1, null, true, null), secretary)))
                .contains("tương lai");
        assertThat(refusal(report(cell, new NewMinutes(today.minusDays(1), 1, 1, null, true, null), secretary)))
                .contains("trước ngày mở vòng");
        assertThat(refusal(report(cell, minutes(10, 3, false, " \u200b\n"), secretary)))
                .contains("Chưa có ý kiến nào");
        assertThat(report(cell, minutes(10, 3, false, "Gửi ý kiến bằng văn bản sau."), secretary))
                .isEqualTo(Verdict.done());
    }

    @Test
    void commentsAreEnoughForAReport() {
        conferences.add(ward.round, cell, List.of(said("Nêu rõ hơn")), secretary);

        assertThat(report(cell, minutes(10, 3, false, null), secretary)).isEqualTo(Verdict.done());
    }

    @Test
    void nobodySpeaksForOthers() {
        var said = List.of(said("Nêu rõ hơn"));

        assertThat(refusal(conferences.add(ward.round, cell, said, ward.cellSecretary(1))))
                .contains("đơn vị mình");
        assertThat(refusal(conferences.add(ward.round, cell, said, ward.office)))
                .contains("đơn vị mình");
        assertThat(refusal(conferences.add(ward.round, "khong-co", said, secretary)))
                .contains("đơn vị mình");
        assertThat(refusal(report(cell, minutes(1, 1, true, null), ward.front))).contains("đơn vị mình");
        assertThat(refusal(conferences.addWritten(ward.round, SourceGroup.RESIDENT, null, said, secretary)))
                .contains("Văn phòng Đảng ủy");
        assertThat(sheets.send(ward.round, cell, "a.xlsx", new byte[0], ward.cellSecretary(1)))
                .asInstanceOf(type(Sent.Refused.class))
                .extracting(Sent.Refused::message)
                .asString()
                .contains("đơn vị mình");
        assertThat(comments()).isZero();
    }

    @Test
    void aFormSentTwiceAddsNothing() {
        var said = List.of(said("Nêu rõ hơn"), said("Nêu rõ hơn"), said("Bổ sung số liệu"));

        assertThat(conferences.add(ward.round, cell, said, "to-1", secretary)).isEqualTo(Verdict.done());
        assertThat(conferences.add(ward.round, cell, said, "to-1", secretary)).isEqualTo(Verdict.done());
        assertThat(comments()).isEqualTo(3);
        conferences.add(ward.round, cell, List.of(said("Nêu rõ hơn")), "to-2", secretary);
        assertThat(comments()).as("said once more at another moment").isEqualTo(4);
    }

    @Test
    void aBadCommentAmongGoodOnesIsNamedAndNothingStored() {
        var said = List.of(said("Nêu rõ hơn"), new Said(99, "", CommentType.ADD, "Ở đâu?"));

        assertThat(refusal(conferences.add(ward.round, cell, said, secretary))).contains("Ý kiến thứ 2", "“Vị trí”");
        assertThat(refusal(conferences.add(
                        ward.round,
                        cell,
                        List.of(new Said(1, "", CommentType.ADD, "Ai nói?", SourceGroup.RESIDENT)),
                        secretary)))
                .contains("“Nhóm”");
        assertThat(comments()).isZero();
    }

    @Test
    void organisationsSayWhoSpoke() {
        var said = List.of(said("Một"), new Said(1, "", CommentType.ADD, "Hai", SourceGroup.ASSOCIATION_MEMBER));

        assertThat(conferences.add(ward.round, ward.frontUnit(), said, ward.front))
                .isEqualTo(Verdict.done());
        assertThat(board.of(ward.round).bySource())
                .containsEntry(SourceGroup.ORGANISATION, 1)
                .containsEntry(SourceGroup.ASSOCIATION_MEMBER, 1);
    }

    @Test
    void lettersAreTakenFromEverybody() {
        var said = List.of(said("Thư góp ý"));

        assertThat(conferences.addWritten(ward.round, SourceGroup.SUPERIOR, null, said, ward.office))
                .isEqualTo(Verdict.done());
        assertThat(conferences.addWritten(ward.round, SourceGroup.RESIDENT, null, said, ward.office))
                .isEqualTo(Verdict.done());
        assertThat(conferences.addWritten(ward.round, SourceGroup.PARTY_MEMBER, cell, said, ward.office))
                .isEqualTo(Verdict.done());
        assertThat(refusal(conferences.addWritten(ward.round, SourceGroup.PARTY_MEMBER, "khong-co", said, ward.office)))
                .contains("“Đơn vị gửi”");
        assertThat(board.of(ward.round).byChannel()).containsEntry(Channel.WRITTEN, 3);
    }

    @Test
    void nothingComesInOnceTheRoundIsClosed() {
        jdbc.sql("update comment_round set closes_at = ? where id = ?")
                .params(Timestamp.from(clock.instant().minus(Duration.ofMinutes(1))), ward.round)
                .update();
        assertThat(refusal(conferences.add(ward.round, cell, List.of(said("Muộn")), secretary)))
                .contains("đã đóng lúc");

        ward.status(RoundStatus.MERGING);
        assertThat(refusal(report(cell, minutes(10, 3, true, null), secretary))).contains("đã đóng lúc");
        assertThat(refusal(conferences.addWritten(
                        ward.round, SourceGroup.RESIDENT, null, List.of(said("Muộn")), ward.office)))
                .contains("đã đóng lúc");

        ward.status(RoundStatus.PLANNED);
        assertThat(refusal(report(cell, minutes(10, 3, true, null), secretary))).contains("chưa mở");
    }

    @Test
    void goodRowsOfASpreadsheetAreTakenOnceHoweverOftenItIsSent() {
        var file = Sheets.of(
                row(1, "Đ1", "mục tiêu", "Sửa nội dung", "Nêu rõ hơn", null),
                row(2, "Đ1", null, "Sửa nội dung", "Nêu rõ hơn", null),
                row(3, "Đ1", null, "Sửa nội dung", "Nêu rõ hơn", null),
                row(4, "Đ9", null, "Bổ sung", "Ở đâu?", null),
                row(5, "Đ2", "chữ không có trong đoạn", "Bổ sung", "Thêm", null),
                row(6, "Đ2", null, null, "Loại gì?", null));

        var preview = preview(file);
        assertThat(preview.rows()).extracting(ConferenceSheets.Row::number).containsExactly(2, 3, 4);
        assertThat(preview.faults())
                .extracting(Fault::row, Fault::column)
                .containsExactly(tuple(5, "Vị trí (mã đoạn)"), tuple(6, "Trích đoạn"), tuple(7, "Loại ý kiến"));
        assertThat(comments()).as("looked at, not taken").isZero();

        var taken = sheets.take(preview.id(), ward.round, cell, secretary);
        assertThat(taken.verdict()).isEqualTo(Verdict.done());
        assertThat(taken.added()).isEqualTo(3);
        var again = sheets.take(preview.id(), ward.round, cell, secretary);
        assertThat(again.added()).isZero();
        assertThat(again.known()).isEqualTo(3);
        var resent = sheets.take(preview(file).id(), ward.round, cell, secretary);
        assertThat(resent.added()).isZero();
        assertThat(comments()).isEqualTo(3);

        var corrected = Sheets.of(
                row(1, "Đ1", "mục tiêu", "Sửa nội dung", "Nêu rõ hơn", null),
                row(4, "Đ3", null, "Bổ sung", "Ở đây", null));
        assertThat(sheets.take(preview(corrected).id(), ward.round, cell, secretary)
                        .added())
                .isEqualTo(1);
    }

    @Test
    void aSpreadsheetBelongsToWhoSentItAndIsForgotten() {
        var id = preview(Sheets.of(row(1, "Đ1", null, "Bổ sung", "Thêm", null))).id();

        assertThat(sheets.preview(id, ward.round, cell, ward.cellSecretary(1))).isEmpty();
        assertThat(sheets.preview(id, ward.round, ward.cells.get(1), secretary)).isEmpty();
        jdbc.sql("update conference_upload set uploaded_at = uploaded_at - interval '25 hours' where id = ?")
                .param(id)
                .update();
        assertThat(refusal(sheets.take(id, ward.round, cell, secretary).verdict()))
                .contains("không còn được giữ");
        preview(Sheets.of(row(1, "Đ2", null, "Bổ sung", "Thêm", null)));
        assertThat(jdbc.sql("select count(*) from conference_upload where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void coverageCountsWhatIsThere() {
        conferences.add(ward.round, cell, List.of(said("Một"), said("Hai")), secretary);
        report(cell, minutes(30, 12, false, null), secretary);
        report(ward.cells.get(1), minutes(20, 2, true, null), ward.cellSecretary(1));
        conferences.addWritten(ward.round, SourceGroup.RESIDENT, null, List.of(said("Thư")), ward.office);
        plant("d1", clock.instant().minus(Duration.ofDays(3)), null);
        plant("d2", clock.instant(), "HIDDEN");
        plant("d3", clock.instant(), "PENDING");

        var coverage = board.of(ward.round);

        assertThat(coverage.comments()).as("all but the hidden one").isEqualTo(5);
        assertThat(coverage.units())
                .extracting(unit -> unit.invitee().unit(), CoverageBoard.UnitCoverage::comments)
                .containsExactly(
                        tuple(cell, 2),
                        tuple(ward.cells.get(1), 0),
                        tuple(ward.cells.get(2), 0),
                        tuple(ward.frontUnit(), 0));
        assertThat(coverage.held()).isEqualTo(2);
        assertThat(coverage.reached()).isEqualTo(50);
        assertThat(coverage.members()).isEqualTo(120);
        assertThat(coverage.silent()).extracting(Invitee::unit).containsExactly(ward.cells.get(2), ward.frontUnit());
        assertThat(coverage.bySource())
                .containsEntry(SourceGroup.PARTY_MEMBER, 2)
                .containsEntry(SourceGroup.RESIDENT, 3)
                .containsEntry(SourceGroup.SUPERIOR, 0);
        assertThat(coverage.byChannel())
                .containsEntry(Channel.CONFERENCE, 2)
                .containsEntry(Channel.WRITTEN, 1)
                .containsEntry(Channel.PUBLIC_PAGE, 2);
        assertThat(coverage.byDay().values()).containsExactly(1, 0, 0, 4);
        assertThat(board.of("khong-co").comments()).isZero();
    }

    private void plant(String origin, Instant at, @Nullable String moderation) {
        long id = jdbc.sql(
                        """
                        insert into comment (round, source, channel, clause_id, type, text, origin, received_at)
                        values (?, 'RESIDENT', 'PUBLIC_PAGE', 1, 'OTHER', 'Ý kiến', ?, ?) returning id""")
                .params(ward.round, origin, Timestamp.from(at))
                .query(Long.class)
                .single();
        if (moderation == null) {
            return;
        }
        boolean hidden = moderation.equals("HIDDEN");
        Long cluster = hidden
                ? null
                : jdbc.sql(
                                """
                                insert into comment_cluster (round, clause_id, position, size, sources, first_comment, gist)
                                values (?, 1, 1, 1, 8, ?, 'Ý kiến') returning id""")
                        .params(ward.round, id)
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into comment_standing (comment, round, moderation, hidden_reason, cluster)
                        values (?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, ward.round, moderation, hidden ? "Nói về cá nhân" : null, cluster))
                .update();
    }

    private Preview preview(byte[] file) {
        var sent = sheets.send(ward.round, cell, "gop-y.xlsx", file, secretary);
        assertThat(sent).isInstanceOf(Sent.Kept.class);
        return sheets.preview(((Sent.Kept) sent).id(), ward.round, cell, secretary)
                .orElseThrow();
    }

    private Verdict report(String unit, NewMinutes minutes, String user) {
        return conferences.report(ward.round, unit, minutes, user);
    }

    private NewMinutes minutes(int present, int speakers, boolean agrees, @Nullable String note) {
        return new NewMinutes(VietnamTime.today(clock), present, speakers, "01-BB/CB", agrees, note);
    }

    private static Said said(String words) {
        return new Said(1, "", CommentType.AMEND, words);
    }

    private int comments() {
        return board.of(ward.round).comments();
    }

    private static String refusal(Verdict verdict) {
        return assertThat(verdict)
                .asInstanceOf(type(Verdict.Refused.class))
                .actual()
                .message();
    }
}
