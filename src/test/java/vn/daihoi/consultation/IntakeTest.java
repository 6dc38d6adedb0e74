package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.consultation.FormStamps.Age;
import vn.daihoi.consultation.Intake.Received;
import vn.daihoi.support.IntegrationTest;

/** What gets into the table, in which words, how often, and what doesn't. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    private RoundWard ward;
    private Round round;
    private long first;
    private long second;

    @BeforeAll
    void openRound() {
        ward = RoundWard.open(
                context, "Xây dựng khu phố văn hoá, phấn đấu 90 % hộ đạt chuẩn.", "Thuỷ lợi được chăm lo, “nền nếp”.");
        round = ward.round();
        first = ward.clauses().get(0).id();
        second = ward.clauses().get(1).id();
    }

    @Test
    void keepsTheWordsCleanAndTheQuotationAsTheDraftHasIt() {
        var id = accepted(
                comment(first, "khu pho  VAN HÓA phấn đấu", "  Đề nghị\u202E nêu rõ\r\ncách làm.\u0000 ", "giu"));

        assertThat(row(id))
                .containsEntry("quote", "khu phố văn hoá, phấn đấu")
                .containsEntry("text", "Đề nghị nêu rõ\ncách làm.")
                .containsEntry("clause_id", first)
                .containsEntry("unit", null)
                .containsEntry("area", "Khu phố 3")
                .containsEntry("source", "RESIDENT")
                .containsEntry("channel", "PUBLIC_PAGE");
    }

    @Test
    void keepsAQuotationThatBeginsWithinAWord() {
        var id = accepted(comment(first, "ựng khu phố văn", "Góp ý", "nua-chu"));

        assertThat(row(id)).containsEntry("quote", "ựng khu phố văn");
    }

    @Test
    void storesNoReceiptButItsHash() {
        var received = (Received.Accepted) intake.receive(round, comment(0, "", "Nhất trí", "bien-nhan"));

        assertThat(received.receipt()).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(row(received.comment())).containsEntry("receipt", Receipts.hash(received.receipt()));
        assertThat(row(received.comment()).values()).doesNotContain(received.receipt());
    }

    @Test
    void theSameSentAgainIsStoredOnceAndGetsTheSameReceipt() {
        var once = (Received.Accepted) intake.receive(round, comment(0, "", "Một lần", "hai-lan"));
        var twice = intake.receive(round, comment(0, "", "Một lần", "hai-lan"));

        assertThat(twice).isEqualTo(new Received.AlreadyThere(once.receipt()));
        assertThat(stored("hai-lan")).isOne();
    }

    @Test
    void theSameSentByManyAtOnceIsStoredOnce() throws Exception {
        var people = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Received>> sendings = new ArrayList<>();
            for (int sending = 0; sending < 64; sending++) {
                sendings.add(() -> intake.receive(round, comment(0, "", "Cùng lúc", "cung-luc")));
            }
            var accepted = new ArrayList<Received.Accepted>();
            var receipts = new ArrayList<String>();
            for (Future<Received> one : people.invokeAll(sendings)) {
                if (one.get() instanceof Received.Accepted stored) {
                    accepted.add(stored);
                    receipts.add(stored.receipt());
                } else {
                    receipts.add(((Received.AlreadyThere) one.get()).receipt());
                }
            }
            assertThat(accepted).hasSize(1);
            assertThat(receipts).hasSize(64).containsOnly(accepted.get(0).receipt());
        } finally {
            people.shutdown();
        }
        assertThat(stored("cung-luc")).isOne();
    }

    @Test
    void isStoredWhateverBecomesOfTheCallersTransaction() {
        transactions.executeWithoutResult(outer -> {
            assertThat(intake.receive(round, comment(0, "", "Góp ý", "rieng"))).isInstanceOf(Received.Accepted.class);
            outer.setRollbackOnly();
        });

        assertThat(stored("rieng")).isOne();
    }

    @Test
    void refusesWhatIsWrongByItsField() {
        assertThat(refused(comment(first, "", " \u200B\u3164 ", "x"))).isEqualTo("text");
        assertThat(refused(comment(first, "", "…!?", "x"))).isEqualTo("text");
        assertThat(refused(comment(first, "", "ă".repeat(4001), "x"))).isEqualTo("text");
        assertThat(refused(comment(first, "câu này không có", "Góp ý", "x"))).isEqualTo("quote");
        assertThat(refused(comment(second, "khu phố văn hoá", "Góp ý", "x")))
                .as("of another clause")
                .isEqualTo("quote");
        assertThat(refused(comment(first, "ă".repeat(2001), "Góp ý", "x"))).isEqualTo("quote");
        assertThat(refused(comment(4711, "", "Góp ý", "x"))).isEqualTo("clause");
        assertThat(refused(with(SourceGroup.SUPERIOR, Channel.CONFERENCE, "Góp ý", "x")))
                .as("a group not asked; its letter would be taken")
                .isEqualTo("source");
        assertThat(refused(with(SourceGroup.ORGANISATION, Channel.PUBLIC_PAGE, "Góp ý", "x")))
                .isEqualTo("source");
        assertThat(intake.faults(round, comment(4711, "", " ", "x")))
                .containsExactly(
                        "“Vị trí” không có trong dự thảo đang lấy ý kiến.", "“Nội dung góp ý” không được để trống.");
        assertThat(intake.faults(round, comment(first, "khu phố", "ă".repeat(4000), "x")))
                .isEmpty();
        assertThat(stored("x")).isZero();
    }

    @Test
    void takesNothingAfterTheRoundWasClosedAlsoFromWhoStillSeesItOpen() {
        var closing = RoundWard.open(context, "Mục tiêu");
        var stillOpen = closing.round();
        var sent = (Received.Accepted) intake.receive(stillOpen, comment(0, "", "Kịp", "kip"));
        closing.status(RoundStatus.MERGING);

        assertThat(intake.receive(stillOpen, comment(0, "", "Muộn", "muon")))
                .isInstanceOfSatisfying(
                        Received.Refused.class, no -> assertThat(no.field()).isEqualTo("round"));
        assertThat(intake.receive(stillOpen, comment(0, "", "Kịp", "kip")))
                .isEqualTo(new Received.AlreadyThere(sent.receipt()));
        assertThat(intake.receive(closing.round(), comment(0, "", "Muộn", "muon-2")))
                .isInstanceOf(Received.Refused.class);
    }

    @Test
    void takesAConferencesCommentsOnceAndWithTheCallersTransaction() {
        var said = List.of(
                with(SourceGroup.PARTY_MEMBER, Channel.CONFERENCE, "Một", "hn-1"),
                with(SourceGroup.PARTY_MEMBER, Channel.CONFERENCE, "Hai", "hn-2"));
        transactions.executeWithoutResult(outer -> {
            assertThat(intake.receiveAll(round, said)).isEqualTo(2);
            outer.setRollbackOnly();
        });
        assertThat(stored("hn-1")).isZero();

        assertThat(intake.receiveAll(round, said)).isEqualTo(2);
        assertThat(intake.receiveAll(
                        round, List.of(said.get(1), with(SourceGroup.PARTY_MEMBER, Channel.CONFERENCE, "Ba", "hn-3"))))
                .isOne();
        assertThatThrownBy(() -> intake.receiveAll(round, List.of(comment(4711, "", "Góp ý", "hn-4"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wordsOnceStoredCantBeChanged() {
        var id = accepted(comment(0, "", "Nguyên văn", "nguyen-van"));

        assertThatThrownBy(() -> jdbc.sql("update comment set text = 'khác' where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void keepsHostileWordsCleanAndNothingElse() {
        int number = 0;
        for (var hostile : HostileText.samples(150)) {
            var comment = comment(0, "", hostile + " chữ", "doc-" + number++);
            var id = accepted(comment);
            assertThat(row(id)).containsEntry("text", CleanText.lines(hostile + " chữ"));
        }
    }

    @Test
    void aStampIsGoodForItsRoundFromThreeSecondsToADay() {
        var other = RoundWard.open(context, "Mục tiêu").round();
        var secret = context.getBean(IntakeSecret.class);
        var stamp = new FormStamps(secret, clock).issue(round);
        var forged = (stamp.charAt(0) == 'A' ? 'B' : 'A') + stamp.substring(1);

        assertThat(at(Duration.ofSeconds(2)).age(round, stamp)).isEqualTo(Age.TOO_YOUNG);
        assertThat(at(Duration.ofSeconds(4)).age(round, stamp)).isEqualTo(Age.GOOD);
        assertThat(at(Duration.ofHours(23)).age(round, stamp)).isEqualTo(Age.GOOD);
        assertThat(at(Duration.ofHours(25)).age(round, stamp)).isEqualTo(Age.TOO_OLD);
        assertThat(at(Duration.ofSeconds(4)).age(other, stamp)).isEqualTo(Age.TOO_OLD);
        for (var wrong : List.of(forged, "", "x", stamp + "A", stamp.substring(1), "đ", "====")) {
            assertThat(at(Duration.ofSeconds(4)).age(round, wrong)).as(wrong).isEqualTo(Age.TOO_OLD);
        }
        // a second node finds the secret of the first
        var elsewhere = new IntakeSecret(jdbc);
        assertThat(new FormStamps(elsewhere, Clock.offset(clock, Duration.ofMinutes(1))).age(round, stamp))
                .isEqualTo(Age.GOOD);
    }

    private FormStamps at(Duration later) {
        return new FormStamps(context.getBean(IntakeSecret.class), Clock.offset(clock, later));
    }

    private long accepted(NewComment comment) {
        return ((Received.Accepted) intake.receive(round, comment)).comment();
    }

    private String refused(NewComment comment) {
        return ((Received.Refused) intake.receive(round, comment)).field();
    }

    private Map<String, Object> row(long id) {
        return jdbc.sql("select * from comment where id = ?").param(id).query().singleRow();
    }

    private int stored(String origin) {
        return jdbc.sql("select count(*) from comment where origin = ?")
                .param(origin)
                .query(Integer.class)
                .single();
    }

    private static NewComment comment(long clause, String quote, String text, String origin) {
        return new NewComment(
                SourceGroup.RESIDENT,
                Channel.PUBLIC_PAGE,
                null,
                " Khu phố\u00a03 ",
                clause,
                quote,
                CommentType.AMEND,
                text,
                origin,
                null);
    }

    private static NewComment with(SourceGroup source, Channel channel, String text, String origin) {
        return new NewComment(source, channel, null, null, 0, "", CommentType.OTHER, text, origin, "mttq");
    }
}
