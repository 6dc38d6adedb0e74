package vn.daihoi.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.cell.CellCongress;
import vn.daihoi.cell.CellCongresses;
import vn.daihoi.cell.CellHistory;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.CoverageBoard;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.demo.DemoStory.State;
import vn.daihoi.document.Document;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.indicator.Finding;
import vn.daihoi.document.indicator.IndicatorCheck;
import vn.daihoi.document.indicator.Indicators;
import vn.daihoi.document.text.Clause;
import vn.daihoi.engine.WorkList;
import vn.daihoi.review.Opinion;
import vn.daihoi.review.OpinionType;
import vn.daihoi.review.Opinions;
import vn.daihoi.review.SessionStatus;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.support.IntegrationTest;

@IntegrationTest
class DemoStoryTest {

    @Autowired
    DemoStory story;

    @Autowired
    Congresses congresses;

    @Autowired
    CellCongresses cells;

    @Autowired
    CellHistory history;

    @Autowired
    Documents documents;

    @Autowired
    Versions versions;

    @Autowired
    Indicators indicators;

    @Autowired
    Rounds rounds;

    @Autowired
    CoverageBoard coverage;

    @Autowired
    Comments comments;

    @Autowired
    WorkingSessions sessions;

    @Autowired
    Opinions opinions;

    @Autowired
    WorkList work;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void told() {
        // by two at once, as two nodes starting together would
        var other = CompletableFuture.runAsync(this::tell);
        tell();
        other.join();
    }

    private void tell() {
        await("the demo's story")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> story.tell() == State.TOLD);
    }

    @Test
    void tenCellsAreRecognisedAfterSomeTrouble() {
        var opened = cells.openedIds(congress().id()).stream().map(cells::get).toList();
        assertThat(opened).hasSize(10).allMatch(cell -> cell.decisionNumber() != null);
        assertThat(cell(opened, "dm.cb05").round()).isEqualTo(2);
        assertThat(history.of(cell(opened, "dm.cb07").id()))
                .extracting(CellHistory.Event::kind)
                .contains(CellHistory.Kind.INCOMPLETE);
        assertThat(congresses.visible("vanphong.mau"))
                .noneMatch(one -> one.ward().equals("mau"));
    }

    @Test
    void theTextsBecomeTheClausesTheyWereWrittenAs() {
        for (var text :
                List.of("bao-cao-chinh-tri", "bao-cao-kiem-diem", "du-thao-nghi-quyet", "chuong-trinh-hanh-dong")) {
            var written = words(DemoText.clauses(text + ".txt"));
            assertThat(documents.openedIds(congress().id()).stream().map(id -> words(clauses(id))))
                    .as(text)
                    .contains(written);
        }
        var report = clauses(report().id());
        assertThat(DemoComments.all())
                .allSatisfy(said -> assertThat(said.clauseIn(report)).isNotNegative());
    }

    @Test
    void theReportQuotesItsFourteenTargetsAndGetsOneOfThemWrong() {
        var version = versions.latest(report().id()).orElseThrow();
        var table = indicators.of(version);
        assertThat(table).hasSize(14);
        assertThat(IndicatorCheck.of(table, versions.read(version).clauses()))
                .extracting(Finding::code, Finding::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("XH1", Finding.Kind.OTHER_TARGET));
    }

    @Test
    void theFirstRoundHasAllThatWasSaidAndTheOthersWaitForTheirPlans() {
        var round = rounds.ofDocument(report().id()).get(0);
        assertThat(round.status()).isEqualTo(RoundStatus.OPEN);
        var reached = coverage.of(round.id());
        assertThat(reached.comments()).isEqualTo(240);
        assertThat(reached.byChannel())
                .containsEntry(Channel.PUBLIC_PAGE, 50)
                .containsEntry(Channel.WRITTEN, 5)
                .containsEntry(Channel.CONFERENCE, 185);
        assertThat(reached.units()).hasSize(15);
        assertThat(reached.held()).isEqualTo(14);
        assertThat(documents.openedIds(congress().id()).stream()
                        .filter(id -> !id.equals(report().id()))
                        .flatMap(id -> rounds.ofDocument(id).stream()))
                .hasSize(3)
                .allMatch(one -> one.status() == RoundStatus.PLANNING);
    }

    @Test
    void whatSaysTheSameIsFoundTogether() {
        var round = rounds.ofDocument(report().id()).get(0).id();
        var planted = DemoComments.all().stream()
                .filter(said -> said.planted() != null)
                .collect(Collectors.toMap(
                        said -> Normalizer.normalize(said.text(), Normalizer.Form.NFC),
                        said -> Objects.requireNonNull(said.planted())));
        var grouped = comments.ofRound(round);
        assertThat(grouped).hasSize(240).allMatch(one -> one.cluster() != null);
        assertThat(comments.pending(round)).isEqualTo(8);
        var wrong = new ArrayList<String>();
        int right = 0;
        int found = 0;
        int sought = 0;
        for (int i = 0; i < grouped.size(); i++) {
            for (int j = i + 1; j < grouped.size(); j++) {
                var one = grouped.get(i);
                var other = grouped.get(j);
                var key = planted.get(one.comment().text());
                boolean same =
                        key != null && key.equals(planted.get(other.comment().text()));
                boolean together = Objects.equals(one.cluster(), other.cluster());
                right += same && together ? 1 : 0;
                found += together ? 1 : 0;
                sought += same ? 1 : 0;
                if (same != together) {
                    wrong.add(one.comment().text() + " / " + other.comment().text());
                }
            }
        }
        System.out.printf(
                "Pairs of the demo's comments: %d planted, %d found, %d of them planted%n", sought, found, right);
        assertThat(sought).as("pairs planted").isEqualTo(30);
        assertThat((double) right / found).as("precision: %s", wrong).isGreaterThanOrEqualTo(0.95);
        assertThat((double) right / sought).as("recall: %s", wrong).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aNewcomerFindsTasksWaiting() {
        assertThat(work.openTasks(DemoPeople.OFFICE, 20)).as("rounds to plan").hasSize(3);
        assertThat(work.openTasks("chibo09.dm", 20)).as("minutes to hand in").hasSize(1);
        assertThat(work.openTasks("chibo01.dm", 20)).isEmpty();
        assertThat(ofTheSession("tct.totruong")).as("opinions to file").hasSize(1);
        assertThat(ofTheSession("tct.tv1")).isEmpty();
    }

    /** Open tasks in the demo ward's session, whatever other tests' wards ask of the same group. */
    private List<WorkList.OpenTask> ofTheSession(String user) {
        var session = sessions.ofCongress(congress().id()).get(0).id();
        return work.openTasks(user, 20).stream()
                .filter(task -> session.equals(task.businessKey()))
                .toList();
    }

    @Test
    void theWorkingGroupSitsTodayAndHasSaidFourteenThings() {
        var session = sessions.ofCongress(congress().id()).get(0);
        assertThat(session.status()).isEqualTo(SessionStatus.OPEN);
        assertThat(opinions.ofSession(session.id()))
                .hasSize(14)
                .extracting(Opinion::type)
                .contains(
                        OpinionType.ADD_TARGET,
                        OpinionType.ADD_RESULT,
                        OpinionType.AMEND,
                        OpinionType.REVIEW_INDICATORS);
    }

    /** Told anew it finds everything there; nothing doubles. */
    @Test
    void toldAgainItChangesNothing() {
        var before = counts();
        jdbc.sql("delete from demo_story").update();
        tell();
        assertThat(counts()).isEqualTo(before);
    }

    private List<Integer> counts() {
        return List.of(
                        "congress",
                        "cell_congress_event",
                        "document_version",
                        "comment_round",
                        "comment",
                        "opinion",
                        "act_ru_task")
                .stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single())
                .toList();
    }

    private Congress congress() {
        var found = congresses.visible(DemoPeople.OFFICE).stream()
                .filter(one -> one.ward().equals(DemoPeople.WARD))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private Document report() {
        return documents.openedIds(congress().id()).stream()
                .map(documents::get)
                .filter(one -> one.type().code().equals("POLITICAL_REPORT"))
                .findFirst()
                .orElseThrow();
    }

    private List<Clause> clauses(String document) {
        return versions.read(versions.latest(document).orElseThrow()).clauses();
    }

    private static CellCongress cell(List<CellCongress> cells, String unit) {
        return cells.stream()
                .filter(cell -> Objects.equals(cell.cell(), unit))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(List<Clause> clauses) {
        return clauses.stream()
                .map(clause -> clause.kind() + " " + clause.depth() + " [" + clause.label() + "] " + clause.text())
                .toList();
    }
}
