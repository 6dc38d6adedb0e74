package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Verdict;
import vn.daihoi.support.IntegrationTest;

@IntegrationTest
class ClustersTest {

    private static final String LIGHT =
            "Đề nghị lắp đặt hệ thống chiếu sáng dọc tuyến đường ven kênh cho bà con đi lại.";
    private static final String LIGHT_AGAIN =
            "de nghi lap dat he thong chieu sang doc tuyen duong ven kenh cho ba con di lai a";
    private static final String PARK =
            "Cần quy hoạch thêm công viên cây xanh ở khu dân cư phía nam, trẻ em chưa có chỗ chơi.";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Clusters clusters;

    @Autowired
    private Comments comments;

    @Autowired
    private JdbcClient jdbc;

    private RoundWard ward;

    @BeforeEach
    void open() {
        ward = RoundWard.open(context, "Mục tiêu chung", "Nhiệm vụ trọng tâm");
    }

    @Test
    void commentsThatSayTheSameAreGroupedAsTheyCome() {
        long first = say(1, CommentType.ADD, LIGHT);
        long other = say(1, CommentType.ADD, PARK);
        assertThat(clusters.assignNew(ward.round)).isEqualTo(2);
        long again = say(1, CommentType.ADD, LIGHT_AGAIN, SourceGroup.PARTY_MEMBER, Channel.CONFERENCE);
        assertThat(clusters.assignNew(ward.round)).isEqualTo(1);
        assertThat(clusters.assignNew(ward.round)).isZero();

        var light = comments.clusterOf(first).orElseThrow();
        assertThat(comments.clusterOf(again)).contains(light);
        assertThat(light.size()).isEqualTo(2);
        assertThat(light.firstComment()).isEqualTo(first);
        assertThat(light.sources()).containsExactly(SourceGroup.PARTY_MEMBER, SourceGroup.RESIDENT);
        assertThat(light.position()).isEqualTo(1);
        assertThat(light.gist()).isEqualTo(LIGHT);
        assertThat(comments.ofCluster(light.id(), 0, 10))
                .extracting(Comment::id)
                .containsExactly(first, again);
        assertThat(comments.clusterOf(other).orElseThrow().size()).isEqualTo(1);
        assertThat(clusters.ofRound(ward.round)).hasSize(2);
        assertThat(comments.pending(ward.round)).isEqualTo(2);
        assertThat(comments.pending(ward.round, 0, 10)).extracting(Comment::id).containsExactly(first, other);
        assertThat(comments.ofRound(ward.round))
                .extracting(Comments.Grouped::cluster)
                .containsExactly(
                        light.id(), comments.clusterOf(other).orElseThrow().id(), light.id());
    }

    @Test
    void whatEditorsSplitStaysSoAndNewcomersJoinTheNearestOfThem() {
        long first = say(1, CommentType.ADD, LIGHT);
        long second = say(1, CommentType.ADD, LIGHT_AGAIN);
        long third = say(1, CommentType.ADD, LIGHT + " Xin cảm ơn.");
        clusters.assignNew(ward.round);
        var whole = comments.clusterOf(first).orElseThrow();
        assertThat(whole.size()).isEqualTo(3);

        done(clusters.split(ward.round, whole.id(), List.of(first), ward.editor));
        var apart = comments.clusterOf(first).orElseThrow();
        var rest = comments.clusterOf(second).orElseThrow();
        assertThat(apart.id()).isNotEqualTo(whole.id());
        assertThat(apart.size()).isEqualTo(1);
        assertThat(rest.id()).isEqualTo(whole.id());
        assertThat(rest.size()).isEqualTo(2);
        assertThat(rest.firstComment()).as("another stands for it now").isEqualTo(second);
        assertThat(rest.gist()).isEqualTo(LIGHT_AGAIN);
        assertThat(comments.clusterOf(third)).contains(rest);

        assertThat(clusters.assignNew(ward.round)).isZero();
        long likeFirst = say(1, CommentType.ADD, LIGHT);
        long likeSecond = say(1, CommentType.ADD, LIGHT_AGAIN);
        clusters.assignNew(ward.round);
        assertThat(comments.clusterOf(likeFirst).orElseThrow().id()).isEqualTo(apart.id());
        assertThat(comments.clusterOf(likeSecond).orElseThrow().id()).isEqualTo(rest.id());

        done(clusters.split(ward.round, whole.id(), List.of(second), ward.editor));
        done(clusters.split(ward.round, whole.id(), List.of(second), ward.editor));
        assertThat(refused(clusters.split(ward.round, whole.id(), List.of(first), ward.secondEditor)))
                .contains("không còn trong cụm");
        assertThat(refused(clusters.split(ward.round, whole.id(), List.of(third, likeSecond), ward.editor)))
                .contains("ít nhất một");
    }

    @Test
    void mergedClustersAreOneAndGoOnGrowing() {
        long light = say(1, CommentType.ADD, LIGHT);
        long park = say(2, CommentType.ADD, PARK, SourceGroup.PARTY_MEMBER, Channel.CONFERENCE);
        clusters.assignNew(ward.round);
        long one = comments.clusterOf(light).orElseThrow().id();
        long other = comments.clusterOf(park).orElseThrow().id();

        done(clusters.merge(ward.round, List.of(other), one, ward.editor));
        done(clusters.merge(ward.round, List.of(other), one, ward.editor));
        assertThat(refused(clusters.merge(ward.round, List.of(other), one, ward.secondEditor)))
                .contains("Tài khoản " + ward.editor, "gộp vào cụm " + one);
        var whole = clusters.find(ward.round, one).orElseThrow();
        assertThat(whole.size()).isEqualTo(2);
        assertThat(whole.sources()).containsExactly(SourceGroup.PARTY_MEMBER, SourceGroup.RESIDENT);
        assertThat(clusters.find(ward.round, other).orElseThrow().size()).isZero();
        assertThat(clusters.successor(ward.round, other)).contains(whole);

        long parkAgain = say(2, CommentType.ADD, PARK + " Xin cảm ơn!");
        clusters.assignNew(ward.round);
        assertThat(comments.clusterOf(parkAgain).orElseThrow().id()).isEqualTo(one);
    }

    @Test
    void nobodyTouchesWhatIsDecidedOrIsNotTheirs() {
        long light = say(1, CommentType.ADD, LIGHT);
        long again = say(1, CommentType.ADD, LIGHT_AGAIN);
        long park = say(2, CommentType.ADD, PARK);
        clusters.assignNew(ward.round);
        long one = comments.clusterOf(light).orElseThrow().id();
        long other = comments.clusterOf(park).orElseThrow().id();

        assertThat(refused(clusters.merge(ward.round, List.of(other), one, ward.cellSecretary(0))))
                .contains("Tổ biên tập");
        jdbc.sql(
                        """
                        update comment_cluster set decision = 'NOTED', decision_reason = 'x', decided_by = 'y',
                        decided_at = now() where id = ?""")
                .param(one)
                .update();
        assertThat(refused(clusters.merge(ward.round, List.of(other), one, ward.editor)))
                .contains("quyết định");
        assertThat(refused(clusters.split(ward.round, one, List.of(again), ward.editor)))
                .contains("quyết định");
        assertThat(refused(comments.hide(ward.round, List.of(again), "Xúc phạm", ward.editor)))
                .contains("quyết định");
        ward.status(RoundStatus.REPORTING);
        assertThat(refused(comments.hide(ward.round, List.of(park), "Xúc phạm", ward.editor)))
                .contains(RoundStatus.REPORTING.title());
    }

    @Test
    void aHiddenCommentLeavesItsClusterAndNewcomersDoNotFollowIt() {
        long first = say(1, CommentType.ADD, LIGHT, SourceGroup.PARTY_MEMBER, Channel.CONFERENCE);
        long second = say(1, CommentType.ADD, LIGHT_AGAIN);
        clusters.assignNew(ward.round);
        long cluster = comments.clusterOf(first).orElseThrow().id();

        assertThat(refused(comments.hide(ward.round, List.of(first), " ", ward.editor)))
                .contains("Lý do ẩn");
        done(comments.hide(ward.round, List.of(first), "Lộ thông tin cá nhân", ward.editor));
        done(comments.hide(ward.round, List.of(first), "Lộ thông tin cá nhân", ward.editor));
        assertThat(refused(comments.show(ward.round, List.of(first), ward.secondEditor)))
                .contains("YK-" + first, "Tài khoản " + ward.editor, "ẩn lúc");
        assertThat(comments.clusterOf(first)).isEmpty();
        var left = clusters.find(ward.round, cluster).orElseThrow();
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.firstComment()).isEqualTo(second);
        assertThat(left.sources()).containsExactly(SourceGroup.RESIDENT);
        assertThat(comments.hidden(ward.round))
                .extracting(one -> one.comment().id(), Comments.Hidden::reason, Comments.Hidden::by)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(first, "Lộ thông tin cá nhân", ward.editor));

        long again = say(1, CommentType.ADD, LIGHT);
        clusters.assignNew(ward.round);
        assertThat(comments.clusterOf(again).orElseThrow().id()).isEqualTo(cluster);

        done(comments.hide(ward.round, List.of(second, again), "Spam", ward.office));
        assertThat(clusters.find(ward.round, cluster).orElseThrow().size()).isZero();
        assertThat(clusters.ofRound(ward.round)).isEmpty();
        long last = say(1, CommentType.ADD, LIGHT);
        clusters.assignNew(ward.round);
        assertThat(comments.clusterOf(last).orElseThrow().id()).isNotEqualTo(cluster);
    }

    @Test
    void fromTheQueueWhoActsFirstDecides() {
        long comment = say(1, CommentType.ADD, LIGHT);
        clusters.assignNew(ward.round);
        done(comments.show(ward.round, List.of(comment), ward.editor));
        done(comments.show(ward.round, List.of(comment), ward.editor));
        assertThat(comments.pending(ward.round)).isZero();
        assertThat(refused(comments.hidePending(ward.round, List.of(comment), "Spam", ward.office)))
                .contains("Tài khoản " + ward.editor, "cho hiển thị lúc");
        done(comments.hide(ward.round, List.of(comment), "Spam", ward.office));
    }

    @Test
    void whatDiffersInANumberIsSuggestedAndStaysApartWhenToldSo() {
        long five =
                say(1, CommentType.AMEND, "Đề nghị nâng chỉ tiêu trồng mới cây xanh của phường lên 500 cây mỗi năm.");
        long six =
                say(1, CommentType.AMEND, "Đề nghị nâng chỉ tiêu trồng mới cây xanh của phường lên 600 cây mỗi năm.");
        clusters.assignNew(ward.round);
        long one = comments.clusterOf(five).orElseThrow().id();
        long other = comments.clusterOf(six).orElseThrow().id();
        assertThat(one).isNotEqualTo(other);
        assertThat(clusters.suggestions(ward.round, 10))
                .extracting(pair -> pair.one().id(), pair -> pair.other().id())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(one, other));
        done(clusters.keepApart(ward.round, one, other, ward.editor));
        assertThat(clusters.suggestions(ward.round, 10)).isEmpty();
    }

    @Test
    void aClauseOnWhichPeopleDisagreeIsContestedUntilEditorsSayOtherwise() {
        long agree = say(1, CommentType.AGREE, "Hoàn toàn nhất trí với mục tiêu này.");
        long add = say(1, CommentType.ADD, PARK);
        clusters.assignNew(ward.round);
        assertThat(comments.clusterOf(agree).orElseThrow().contested()).isFalse();
        long amend = say(1, CommentType.AMEND, "Mục tiêu còn chung chung, cần viết lại cho có số liệu.");
        clusters.assignNew(ward.round);
        assertThat(comments.clusterOf(agree).orElseThrow().contested()).isTrue();
        assertThat(comments.clusterOf(amend).orElseThrow().contested()).isTrue();
        assertThat(comments.clusterOf(add).orElseThrow().contested()).isFalse();

        jdbc.sql("update comment_cluster set contested = false where round = ?")
                .param(ward.round)
                .update();
        long remove = say(1, CommentType.REMOVE, "Bỏ hẳn đoạn văn trùng lặp ở cuối trang.");
        clusters.assignNew(ward.round);
        assertThat(comments.clusterOf(agree).orElseThrow().contested()).isFalse();
        assertThat(comments.clusterOf(remove).orElseThrow().contested()).isTrue();
    }

    @Test
    void twoNodesPlaceEachCommentOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            say(1, CommentType.ADD, i % 3 == 0 ? LIGHT : PARK + " Tổ " + i);
        }
        // a second node has its own memory
        var secondNode = context.getAutowireCapableBeanFactory();
        var other = new Clusters(
                context.getBean(RoundStore.class),
                context.getBean(ClusterStore.class),
                context.getBean(CommentStore.class),
                secondNode.createBean(LiveRounds.class),
                context.getBean(vn.daihoi.congress.Congresses.class),
                context.getBean(vn.daihoi.organisation.Members.class),
                context.getBean(vn.daihoi.audit.AuditLog.class),
                context.getBean(org.springframework.transaction.support.TransactionTemplate.class),
                context.getBean(java.time.Clock.class));
        var pool = Executors.newFixedThreadPool(4);
        try {
            var tasks = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 4; i++) {
                var node = i % 2 == 0 ? clusters : other;
                tasks.add(() -> node.assignNew(ward.round));
            }
            int placed = 0;
            for (var result : pool.invokeAll(tasks)) {
                placed += result.get();
            }
            assertThat(placed).isEqualTo(60);
        } finally {
            pool.shutdown();
        }
        for (int i = 0; i < 4; i++) {
            long late = say(1, CommentType.ADD, LIGHT_AGAIN);
            (i % 2 == 0 ? clusters : other).assignNew(ward.round);
            assertThat(comments.clusterOf(late).orElseThrow().size()).isEqualTo(21 + i);
        }
        assertThat(clusters.ofRound(ward.round)).hasSize(41);
    }

    @Test
    void twoEditorsMergingAtOnceGiveOneResult() throws Exception {
        long light = say(1, CommentType.ADD, LIGHT);
        long park = say(2, CommentType.ADD, PARK);
        clusters.assignNew(ward.round);
        long one = comments.clusterOf(light).orElseThrow().id();
        long other = comments.clusterOf(park).orElseThrow().id();
        var pool = Executors.newFixedThreadPool(2);
        try {
            var results = pool.invokeAll(List.<Callable<Verdict>>of(
                    () -> clusters.merge(ward.round, List.of(other), one, ward.editor),
                    () -> clusters.merge(ward.round, List.of(one), other, ward.secondEditor)));
            var verdicts = List.of(results.get(0).get(), results.get(1).get());
            assertThat(verdicts).hasAtLeastOneElementOfType(Verdict.Done.class);
            assertThat(verdicts).hasAtLeastOneElementOfType(Verdict.Refused.class);
        } finally {
            pool.shutdown();
        }
        assertThat(clusters.ofRound(ward.round)).extracting(Cluster::size).containsExactly(2);
    }

    @Test
    void whatAFailedTransactionPlacedIsForgotten() {
        say(1, CommentType.ADD, LIGHT);
        clusters.assignNew(ward.round);
        context.getBean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    say(1, CommentType.ADD, PARK);
                    clusters.assignNew(ward.round);
                    status.setRollbackOnly();
                });
        long park = say(1, CommentType.ADD, PARK + " Xin cảm ơn.");
        // the way in commits by itself, so both are there and stand nowhere
        assertThat(clusters.assignNew(ward.round)).isEqualTo(2);
        assertThat(comments.clusterOf(park).orElseThrow().size()).isEqualTo(2);
    }

    private long say(long clause, CommentType type, String text) {
        return say(clause, type, text, SourceGroup.RESIDENT, Channel.PUBLIC_PAGE);
    }

    private long say(long clause, CommentType type, String text, SourceGroup source, Channel channel) {
        var said = context.getBean(Intake.class)
                .receive(
                        ward.round(),
                        new NewComment(
                                source,
                                channel,
                                channel == Channel.PUBLIC_PAGE ? null : ward.cells.get(0),
                                null,
                                clause,
                                "",
                                type,
                                text,
                                java.util.UUID.randomUUID().toString(),
                                channel == Channel.PUBLIC_PAGE ? null : ward.cellSecretary(0)));
        assertThat(said).isInstanceOf(Intake.Received.Accepted.class);
        return ((Intake.Received.Accepted) said).comment();
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Done.class);
    }

    private static String refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }
}
