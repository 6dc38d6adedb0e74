package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.support.IntegrationTest;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {

    private static final String WHY = "Chỉ tiêu đã được tính theo điều kiện của phường.";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Answers answers;

    @Autowired
    private AnswerStore store;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Clock clock;

    private RoundWard ward;
    private RoundWard neighbour;
    private PlantedClusters planted;

    @BeforeAll
    void openWards() {
        ward = RoundWard.open(context, "Mục tiêu", "Nhiệm vụ");
        neighbour = RoundWard.open(context, "Mục tiêu");
        planted = new PlantedClusters(context, ward.round);
    }

    @BeforeEach
    void reopen() {
        ward.status(RoundStatus.PROPOSING);
    }

    private Cluster read(long cluster) {
        return store.find(ward.round, List.of(cluster)).get(0);
    }

    private static String refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }

    private Verdict propose(long cluster, Disposition disposition, String reason) {
        return answers.propose(ward.round, List.of(cluster), disposition, reason, ward.editor);
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void allButTheTwoThatFollowTheCommentNeedAReason(Disposition disposition) {
        long cluster = planted.cluster("Cần nêu rõ nguồn vốn");
        var bare = propose(cluster, disposition, " \r\n ");
        if (disposition.accepts()) {
            done(bare);
        } else {
            assertThat(refusal(bare)).contains(disposition.title(), "Lý do, nội dung giải trình");
            assertThat(read(cluster).proposal()).isNull();
            done(propose(cluster, disposition, WHY));
        }
        assertThat(read(cluster).proposal().disposition()).isEqualTo(disposition);
    }

    @Test
    void aReasonIsKeptWithoutWhatCannotBePrinted() {
        long cluster = planted.cluster("Bỏ cụm từ “cơ bản”");
        done(propose(cluster, Disposition.KEPT, " Dòng một\r\nDòng\u0000 hai\u202E\ud800 \u0007Hoa\u0300 "));
        assertThat(read(cluster).proposal().reason()).isEqualTo("Dòng một\nDòng hai Hoà");

        assertThat(refusal(propose(cluster, Disposition.KEPT, "á".repeat(4001))))
                .contains("4000 ký tự");
        done(propose(cluster, Disposition.KEPT, "á".repeat(4000)));
    }

    @Test
    void theSameAgainChangesNothingAndIsNotLogged() {
        long cluster = planted.cluster("Thêm chỉ tiêu cây xanh");
        done(propose(cluster, Disposition.PARTLY, WHY));
        var first = read(cluster);
        int logged = audit.of("round:" + ward.round).size();
        done(answers.propose(ward.round, List.of(cluster), Disposition.PARTLY, WHY + "\r\n", ward.secondEditor));
        assertThat(read(cluster)).isEqualTo(first);
        assertThat(audit.of("round:" + ward.round)).hasSize(logged);
    }

    @Test
    void anotherProposalMakesWayUnlessItWasNotSeen() {
        long cluster = planted.cluster("Làm rõ khái niệm đô thị thông minh");
        done(answers.proposeHavingSeen(ward.round, cluster, Disposition.NOTED, WHY, null, ward.editor));
        var meanwhile =
                answers.proposeHavingSeen(ward.round, cluster, Disposition.ACCEPTED, null, null, ward.secondEditor);
        assertThat(refusal(meanwhile)).contains("Tài khoản " + ward.editor, "Ghi nhận", "lúc", "số " + cluster);
        assertThat(read(cluster).proposal().disposition()).isEqualTo(Disposition.NOTED);

        var seen = read(cluster).proposal().signed().at();
        done(answers.proposeHavingSeen(ward.round, cluster, Disposition.ACCEPTED, null, seen, ward.secondEditor));
        assertThat(read(cluster).proposal().signed().by()).isEqualTo(ward.secondEditor);
    }

    /** What somebody may do with one cluster, and in which states of the round. */
    record Deed(String name, Function<Long, Verdict> doing) {

        @Override
        public String toString() {
            return name;
        }
    }

    private List<Deed> deeds(String user) {
        var round = ward.round;
        return List.of(
                new Deed("propose", id -> answers.propose(round, List.of(id), Disposition.NOTED, WHY, user)),
                new Deed("decide", id -> answers.decide(round, List.of(id), Disposition.NOTED, WHY, user)),
                new Deed("adopt", id -> answers.adoptProposals(round, List.of(id), user)),
                new Deed("assign", id -> answers.assign(round, List.of(id), ward.secondEditor, null, user)),
                new Deed("contest", id -> answers.contest(round, List.of(id), true, user)),
                new Deed(
                        "template",
                        id -> answers.keepTemplate(ward.id, "Mẫu của " + user, Disposition.NOTED, WHY, user)));
    }

    Stream<String> everybody() {
        return Stream.of(
                ward.editor,
                ward.secretary,
                ward.office,
                ward.front,
                ward.cellSecretary(0),
                neighbour.editor,
                neighbour.secretary,
                "admin",
                "");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyoneDoesWhatIsTheirsAndNothingElse(String user) {
        ward.status(RoundStatus.DECIDING);
        for (var deed : deeds(user)) {
            long cluster = planted.cluster("Một ý kiến cho " + deed.name());
            done(answers.propose(ward.round, List.of(cluster), Disposition.PARTLY, WHY, ward.secondEditor));
            var before = read(cluster);
            var verdict = deed.doing().apply(cluster);
            boolean allowed = user.equals(ward.editor)
                            && List.of("propose", "assign", "contest", "template")
                                    .contains(deed.name())
                    || user.equals(ward.secretary)
                            && List.of("decide", "adopt", "assign", "contest").contains(deed.name());
            assertThat(verdict instanceof Verdict.Done)
                    .as("%s by %s", deed, user)
                    .isEqualTo(allowed);
            if (!allowed) {
                assertThat(refusal(verdict)).contains("Việc này thuộc về");
                assertThat(read(cluster)).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RoundStatus.class)
    void eachDeedHasItsTime(RoundStatus status) {
        ward.status(RoundStatus.PROPOSING);
        long cluster = planted.cluster("Ý kiến về lịch trình");
        done(answers.propose(ward.round, List.of(cluster), Disposition.PARTLY, WHY, ward.secondEditor));
        ward.status(status);
        var editors = deeds(ward.editor);
        for (int at : new int[] {0, 3, 4}) {
            var verdict = editors.get(at).doing().apply(cluster);
            assertThat(verdict instanceof Verdict.Done)
                    .as("%s while %s", editors.get(at), status)
                    .isEqualTo(status.answering());
        }
        var decided = deeds(ward.secretary).get(1).doing().apply(cluster);
        assertThat(decided instanceof Verdict.Done).isEqualTo(status == RoundStatus.DECIDING);
        if (status != RoundStatus.DECIDING) {
            assertThat(refusal(decided)).contains(status.title());
        }
    }

    @Test
    void theDecisionStandsBesideTheProposal() {
        long cluster = planted.cluster("Tăng số phòng học");
        done(propose(cluster, Disposition.ACCEPTED, null));
        ward.status(RoundStatus.DECIDING);
        done(answers.decide(ward.round, List.of(cluster), Disposition.KEPT, WHY, ward.secretary));
        var read = read(cluster);
        assertThat(read.proposal().disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(read.decision().disposition()).isEqualTo(Disposition.KEPT);
        assertThat(read.answer()).isEqualTo(read.decision());

        assertThat(refusal(propose(cluster, Disposition.NOTED, WHY)))
                .contains("Tài khoản " + ward.secretary, "quyết định “Giải trình, giữ nguyên” lúc");
        done(propose(cluster, Disposition.ACCEPTED, ""));
        done(answers.decide(ward.round, List.of(cluster), Disposition.PARTLY, "", ward.secretary));
        assertThat(read(cluster).decision().disposition())
                .as("who decided may correct it while the committee is at it")
                .isEqualTo(Disposition.PARTLY);
    }

    @Test
    void whoProposedDoesNotDecide() {
        long own = planted.cluster("Của chính người quyết định");
        long other = planted.cluster("Của người khác");
        done(propose(other, Disposition.ACCEPTED, null));
        jdbc.sql("update comment_cluster set proposal = 'ACCEPTED', proposal_reason = '', proposed_by = ?,"
                        + " proposed_at = now() where id = ?")
                .params(ward.secretary, own)
                .update();
        ward.status(RoundStatus.DECIDING);
        for (var verdict : List.of(
                answers.decide(ward.round, List.of(other, own), Disposition.NOTED, WHY, ward.secretary),
                answers.adoptProposals(ward.round, List.of(other, own), ward.secretary))) {
            assertThat(refusal(verdict)).contains("không được tự quyết định", "số " + own);
        }
        assertThat(read(other).decision()).isNull();
        jdbc.sql("update comment_cluster set proposed_by = ? where id = ?")
                .params(ward.editor, own)
                .update();
        done(answers.adoptProposals(ward.round, List.of(other, own), ward.secretary));
        assertThat(read(own).decision().disposition()).isEqualTo(Disposition.ACCEPTED);
    }

    @Test
    void allOrNothingAndOneSentenceSaysWhichStandsInTheWay() {
        var round = RoundWard.open(context, "Mục tiêu");
        var plant = new PlantedClusters(context, round.round);
        var many = new ArrayList<>(LongStream.range(0, 1000)
                .mapToObj(n -> plant.cluster("Ý kiến thứ " + n))
                .toList());
        assertThat(answers.unproposed(round.round)).isEqualTo(1000);
        many.set(999, -7L);
        assertThat(refusal(answers.propose(round.round, many, Disposition.ACCEPTED, null, round.editor)))
                .contains("số -7");
        assertThat(answers.unproposed(round.round)).isEqualTo(1000);
        many.set(999, planted.cluster("Của vòng khác"));
        assertThat(refusal(answers.propose(round.round, many, Disposition.ACCEPTED, null, round.editor)))
                .contains("số " + many.get(999));

        many.remove(999);
        done(answers.propose(round.round, many, Disposition.NOTED, WHY, round.editor));
        assertThat(answers.unproposed(round.round)).isEqualTo(1);
        round.status(RoundStatus.DECIDING);
        assertThat(refusal(answers.adoptProposals(round.round, List.of(), round.secretary)))
                .contains("chưa có đề xuất", "Ý kiến thứ 999");
        assertThat(answers.undecided(round.round)).isEqualTo(1000);
        done(answers.propose(
                round.round,
                jdbc.sql("select id from comment_cluster where round = ? and proposal is null")
                        .param(round.round)
                        .query(Long.class)
                        .list(),
                Disposition.ACCEPTED,
                null,
                round.editor));
        done(answers.adoptProposals(round.round, List.of(), round.secretary));
        assertThat(answers.undecided(round.round)).isZero();
        done(answers.adoptProposals(round.round, List.of(), round.secretary));

        assertThat(refusal(answers.contest(
                        round.round, LongStream.range(0, 1001).boxed().toList(), true, round.editor)))
                .contains("tối đa 1000", "1001");
        assertThat(refusal(answers.contest(round.round, List.of(), true, round.editor)))
                .contains("ít nhất một");
        assertThat(audit.of("round:" + round.round))
                .extracting(entry -> entry.entry().action())
                .containsExactly(
                        "ANSWER_PROPOSED",
                        "ANSWER_PROPOSED",
                        "ANSWER_PROPOSED",
                        "ANSWER_PROPOSED",
                        "ANSWER_PROPOSED",
                        "ANSWER_DECIDED");
    }

    @Test
    void ownersAreEditorsOfTheWardAndDueDaysLieAhead() {
        long cluster = planted.cluster("Ai phụ trách");
        var today = VietnamTime.today(clock);
        assertThat(refusal(answers.assign(ward.round, List.of(cluster), neighbour.editor, null, ward.editor)))
                .contains("Người phụ trách");
        assertThat(refusal(answers.assign(ward.round, List.of(cluster), ward.secretary, null, ward.editor)))
                .contains("Người phụ trách");
        assertThat(refusal(answers.assign(ward.round, List.of(cluster), null, today.minusDays(1), ward.editor)))
                .contains("Hạn trả lời");
        done(answers.assign(ward.round, List.of(cluster), ward.secondEditor, today, ward.editor));
        assertThat(read(cluster).owner()).isEqualTo(ward.secondEditor);
        assertThat(read(cluster).dueOn()).isEqualTo(today);
        done(answers.assign(ward.round, List.of(cluster), null, null, ward.editor));
        assertThat(read(cluster).owner()).isNull();
    }

    @Test
    void templatesAreOfTheWard() {
        done(answers.keepTemplate(ward.id, " Đã có trong dự thảo ", Disposition.KEPT, WHY, ward.editor));
        done(answers.keepTemplate(ward.id, "Đã có trong dự thảo", Disposition.NOTED, WHY, ward.secondEditor));
        assertThat(answers.templates(ward.id))
                .filteredOn(template -> template.title().equals("Đã có trong dự thảo"))
                .singleElement()
                .satisfies(template -> {
                    assertThat(template.disposition()).isEqualTo(Disposition.NOTED);
                    assertThat(template.reason()).isEqualTo(WHY);
                });
        assertThat(answers.templates(neighbour.id)).isEmpty();
        assertThat(refusal(answers.keepTemplate(ward.id, " ", Disposition.NOTED, WHY, ward.editor)))
                .contains("Tên mẫu");
        assertThat(refusal(answers.keepTemplate(ward.id, "Trống", Disposition.NOTED, " ", ward.editor)))
                .contains("Lý do");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsToldByWhomAndWhen() throws Exception {
        var round = RoundWard.open(context, "Mục tiêu");
        var plant = new PlantedClusters(context, round.round);
        context.getBean(RoleAssignments.class)
                .assign(
                        new NewRole(round.front, Role.WARD_SECRETARY, round.id, LocalDate.of(2025, 7, 1), null),
                        "test");
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (int turn = 0; turn < 20; turn++) {
                long cluster = plant.cluster("Tranh nhau lượt " + turn);
                round.status(RoundStatus.DECIDING);
                var start = new CyclicBarrier(2);
                var both = new ArrayList<Future<Verdict>>();
                for (var who : List.of(round.secretary, round.front)) {
                    var disposition = who.equals(round.front) ? Disposition.KEPT : Disposition.NOTED;
                    both.add(pool.submit(() -> {
                        start.await();
                        return answers.decide(round.round, List.of(cluster), disposition, WHY, who);
                    }));
                }
                var verdicts = List.of(both.get(0).get(), both.get(1).get());
                assertThat(verdicts).filteredOn(Verdict.Done.class::isInstance).hasSize(1);
                var decision = store.find(round.round, List.of(cluster)).get(0).decision();
                assertThat(verdicts)
                        .filteredOn(Verdict.Refused.class::isInstance)
                        .singleElement()
                        .satisfies(no -> assertThat(refusal(no))
                                .contains(
                                        "đã được Tài khoản " + decision.signed().by(),
                                        decision.disposition().title(),
                                        VietnamTime.moment(decision.signed().at())));
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
