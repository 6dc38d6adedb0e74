package vn.daihoi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.daihoi.document.DocumentWard.paragraphs;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Documents.PaperReceipt;
import vn.daihoi.document.VersionStore.Unsure;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.word.Proposal;
import vn.daihoi.support.IntegrationTest;

/** The services of the documents on the real database; no process runs here. */
@IntegrationTest
class DocumentsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Documents documents;

    @Autowired
    private Versions versions;

    @Autowired
    private Drafts drafts;

    @Autowired
    private VersionStore store;

    @Autowired
    private DocumentBoard board;

    @Autowired
    private Congresses congresses;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventMulticaster events;

    @Autowired
    private Clock clock;

    private DocumentWard ward;
    private String document;

    @BeforeEach
    void ward() {
        ward = DocumentWard.open(context);
        document = documents.openedIds(ward.congress).get(0);
    }

    @Test
    void everyCongressPreparesFourDocumentsAndOpeningThemTwiceChangesNothing() {
        var before = documents.openedIds(ward.congress);
        documents.openAll(ward.congress);

        assertThat(documents.openedIds(ward.congress)).isEqualTo(before);
        assertThat(documents.visibleOf(ward.congress, ward.editor))
                .extracting(Document::title)
                .containsExactly(
                        "Báo cáo chính trị", "Báo cáo kiểm điểm", "Dự thảo nghị quyết", "Chương trình hành động");
    }

    @Test
    void whoMayDoWhat() {
        var other = DocumentWard.open(context);
        var draft = ward.draft(document, 0, ward.editor, paragraphs("một"));
        Map<String, Function<String, Verdict>> deeds = new LinkedHashMap<>();
        deeds.put("publish", user -> drafts.publish(draft, user));
        deeds.put("rebase", user -> drafts.rebase(draft, user));
        deeds.put("discard", user -> drafts.discard(draft, user));
        deeds.put("answer", user -> drafts.answer(draft, Map.of(), user));
        deeds.put("decide", user -> drafts.decide(draft, 0, true, user));
        deeds.put("add", user -> documents.add(ward.congress, "ANNEX", null, user));
        deeds.put(
                "paper",
                user -> documents.recordPaper(
                        document, new PaperReceipt("1", VietnamTime.today(clock), "Văn thư"), user));
        for (var user : List.of(ward.secretary, ward.cell, ward.supervisor, other.editor, other.office, "admin")) {
            deeds.forEach((deed, act) -> assertThat(refusal(act.apply(user)))
                    .as("%s by %s", deed, user)
                    .isEqualTo("Việc này thuộc về Tổ biên tập hoặc Văn phòng Đảng ủy."));
        }
        for (var user : List.of(ward.office, ward.secretary, ward.cell, ward.supervisor, other.editor)) {
            assertThat(refusal(documents.submit(document, null, user))).isEqualTo("Việc này thuộc về Tổ biên tập.");
        }
        for (var user : List.of(ward.office, ward.editor, ward.cell, ward.supervisor, other.secretary)) {
            assertThat(refusal(documents.clear(document, user))).isEqualTo("Việc này thuộc về Bí thư Đảng ủy.");
            assertThat(refusal(documents.sendBack(document, "x", user))).isEqualTo("Việc này thuộc về Bí thư Đảng ủy.");
        }
        assertThat(drafts.publish(draft, ward.office)).isInstanceOf(Verdict.Done.class);
        assertThat(documents.mayEdit(ward.editor, documents.get(document))).isTrue();
        assertThat(documents.mayEdit(ward.secretary, documents.get(document))).isFalse();
    }

    @Test
    void theWholeWardAndItsSuperiorsReadAndNobodyElse() {
        var other = DocumentWard.open(context);

        for (var user : List.of(ward.editor, ward.secretary, ward.cell, ward.supervisor)) {
            assertThat(documents.visible(document, user)).as(user).isPresent();
        }
        for (var user : List.of(other.editor, other.secretary, "admin")) {
            assertThat(documents.visible(document, user)).as(user).isEmpty();
            assertThat(documents.visibleOf(ward.congress, user)).as(user).isEmpty();
        }
    }

    @Test
    void whatIsStoredIsReadBackAsItWasHoweverLong() {
        var clauses = IntStream.rangeClosed(1, 20_000)
                .mapToObj(n -> new Clause(
                        n,
                        ClauseKind.values()[n % ClauseKind.values().length],
                        n % 5,
                        n % 3 == 0 ? n + "." : "",
                        "Đoạn số " + n + " “với dấu nháy”, \\ và\nxuống dòng\t{ } , '",
                        n % 7 == 0
                                ? List.of(new Mark(Mark.Style.BOLD, 0, 4), new Mark(Mark.Style.NOTE, 5, 5))
                                : List.of()))
                .toList();
        var draft = ward.draft(document, 0, ward.editor, clauses);
        assertThat(drafts.publish(draft, ward.editor)).isInstanceOf(Verdict.Done.class);

        var read = versions.read(versions.latest(document).orElseThrow());
        assertThat(read.clauses()).isEqualTo(clauses);
        assertThat(read.intact()).isTrue();
    }

    @Test
    void ofTwoWhoPublishAtOnceOneWinsAndTheOtherIsToldByWhomAndWhenAndKeepsEveryWord() throws Exception {
        publish(ward.editor, 0, paragraphs("nền", "chung"));
        var mine = paragraphs("nền", "của tôi");
        var yours = paragraphs("nền", "của đồng chí");
        var first = ward.draft(document, 1, ward.editor, mine);
        var second = ward.draft(document, 1, ward.secondEditor, yours);
        var start = new CyclicBarrier(2);

        var answers = Stream.of(Map.entry(first, ward.editor), Map.entry(second, ward.secondEditor))
                .map(entry -> CompletableFuture.supplyAsync(() -> {
                    meet(start);
                    return drafts.publish(entry.getKey(), entry.getValue());
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(Verdict.Done.class::isInstance).hasSize(1);
        var firstWon = answers.get(0) instanceof Verdict.Done;
        var latest = versions.latest(document).orElseThrow();
        var published = latest.published();
        assertThat(published).isNotNull();
        assertThat(refusal(answers.get(firstWon ? 1 : 0)))
                .startsWith("Phiên bản 2 đã được Tài khoản " + (firstWon ? ward.editor : ward.secondEditor)
                        + " công bố lúc " + VietnamTime.moment(published.at())
                        + "; bản nháp của đồng chí vẫn còn nguyên.");
        assertThat(versions.read(latest).clauses()).isEqualTo(firstWon ? mine : yours);
        var left = drafts.of(document);
        assertThat(left).singleElement().satisfies(draft -> {
            assertThat(draft.id()).isEqualTo(firstWon ? second : first);
            assertThat(versions.read(draft).clauses()).isEqualTo(firstWon ? yours : mine);
        });

        var loser = firstWon ? ward.secondEditor : ward.editor;
        var rest = left.get(0).id();
        assertThat(drafts.rebase(rest, loser)).isInstanceOf(Verdict.Done.class);
        var open = drafts.questions(rest);
        var same = new HashMap<Long, Boolean>();
        open.forEach(question -> same.put(question.clause().id(), true));
        assertThat(drafts.answer(rest, same, loser)).isInstanceOf(Verdict.Done.class);
        assertThat(drafts.publish(rest, loser)).isInstanceOf(Verdict.Done.class);
        assertThat(versions.published(document))
                .extracting(DocumentVersion::number)
                .containsExactly(3, 2, 1);
        assertThat(versions.read(versions.latest(document).orElseThrow()).clauses())
                .extracting(Clause::text)
                .containsExactlyElementsOf(
                        (firstWon ? yours : mine).stream().map(Clause::text).toList());
    }

    @Test
    void aPublishedVersionRefusesEveryChange() {
        var version = publish(ward.editor, 0, paragraphs("một", "hai")).id();
        var draft = ward.draft(document, 1, ward.editor, paragraphs("ba"));

        for (var change : List.of(
                "update clause set text = 'x' where version_id = '" + version + "'",
                "update clause set version_id = '" + draft + "', position = 9, id = 9 where version_id = '" + version
                        + "' and position = 0",
                "update clause set version_id = '" + version + "', position = 9, id = 9 where version_id = '" + draft
                        + "'",
                "delete from clause where version_id = '" + version + "'",
                "insert into clause values ('" + version + "', 9, 9, 'PARAGRAPH', 0, '', 'x', '')",
                "update document_version set note = 'x' where id = '" + version + "'",
                "update document_version set number = null, published_by = null, published_at = null where id = '"
                        + version + "'",
                "delete from document_version where id = '" + version + "'",
                "truncate clause",
                "truncate document_version cascade")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
        assertThat(versions.read(versions.latest(document).orElseThrow()).clauses())
                .extracting(Clause::text)
                .containsExactly("một", "hai");
        assertThat(drafts.discard(draft, ward.editor)).isInstanceOf(Verdict.Done.class);
        assertThat(drafts.of(document)).isEmpty();
    }

    @Test
    void textThatWasTamperedWithPastTheTriggersIsFoundOnReading() {
        var version = publish(ward.editor, 0, paragraphs("tăng 8 %", "hai"));
        assertThat(versions.read(version).intact()).isTrue();

        transactions.executeWithoutResult(status -> {
            jdbc.sql("alter table clause disable trigger user").update();
            jdbc.sql("update clause set text = 'tăng 9 %' where version_id = :id and position = 0")
                    .param("id", version.id())
                    .update();
            jdbc.sql("alter table clause enable trigger user").update();
        });

        assertThat(versions.read(version).intact()).isFalse();
    }

    @Test
    void handedInClearedAndSentBackOnlyInThisOrder() {
        assertThat(refusal(documents.submit(document, null, ward.editor)))
                .startsWith("Chưa có phiên bản nào được công bố");
        assertThat(refusal(documents.clear(document, ward.secretary))).contains("Đang soạn thảo");
        publish(ward.editor, 0, paragraphs("một"));
        done(documents.submit(document, "Đã thống nhất", ward.editor));
        assertThat(refusal(documents.submit(document, null, ward.editor))).contains("Đã trình");
        assertThat(refusal(documents.sendBack(document, " ", ward.secretary))).contains("Lý do trả lại");
        done(documents.sendBack(document, "Thiếu chỉ tiêu", ward.secretary));

        assertThat(documents.get(document).returnReason()).isEqualTo("Thiếu chỉ tiêu");
        assertThat(refusal(documents.submit(document, null, ward.editor)))
                .startsWith("Chưa có phiên bản nào được công bố sau phiên bản 1");
        publish(ward.secondEditor, 1, paragraphs("một", "hai"));
        done(documents.submit(document, null, ward.editor));
        assertThat(documents.get(document)).satisfies(handedIn -> {
            assertThat(handedIn.submitted()).isEqualTo(2);
            assertThat(handedIn.returnReason()).isNull();
        });
        assertThat(board.report(congresses.get(ward.congress)).blockers())
                .contains("Báo cáo chính trị: Đã trình.")
                .hasSize(4);
        done(documents.clear(document, ward.secretary));
        assertThat(board.report(congresses.get(ward.congress))).satisfies(report -> {
            assertThat(report.counter()).startsWith("1/4 văn kiện được đưa ra lấy ý kiến, tính đến ");
            assertThat(report.blockers()).hasSize(3);
        });
        assertThat(actions())
                .containsExactly(
                        "DOCUMENT_OPENED",
                        "VERSION_PUBLISHED",
                        "DOCUMENT_SUBMITTED",
                        "DOCUMENT_RETURNED",
                        "VERSION_PUBLISHED",
                        "DOCUMENT_SUBMITTED",
                        "DOCUMENT_CLEARED");
    }

    @Test
    void whoHandedItInMayNotClearIt() {
        publish(ward.editor, 0, paragraphs("một"));
        done(documents.submit(document, null, ward.editor));
        jdbc.sql("update document set submitted_by = :by where id = :id")
                .param("by", ward.secretary)
                .param("id", document)
                .update();

        assertThat(refusal(documents.clear(document, ward.secretary)))
                .isEqualTo("Người trình văn kiện không được tự duyệt.");
    }

    @Test
    void aDraftIsNotPublishedWhileAQuestionIsOpenAndANewClauseGetsANewId() {
        var base = publish(ward.editor, 0, paragraphs("một", "hai", "ba"));
        jdbc.sql("update document set last_clause = 3 where id = :id")
                .param("id", document)
                .update();
        var draft = ward.draft(document, 1, ward.editor, paragraphs("một", "hai khác", "ba khác"));
        store.ask(draft, List.of(new Unsure(2, 0.5), new Unsure(3, 0.4)));
        store.propose(
                draft,
                List.of(comment(2)),
                versions.read(drafts.of(document).get(0)).clauses());

        assertThat(drafts.questions(draft))
                .extracting(question -> question.clause().id(), question -> question.base()
                        .text())
                .containsExactly(tuple(2L, "hai"), tuple(3L, "ba"));
        assertThat(refusal(drafts.publish(draft, ward.editor))).startsWith("Còn 2 đoạn chưa xác nhận");
        assertThat(drafts.answer(draft, Map.of(1L, true), ward.editor)).isInstanceOf(Verdict.Refused.class);
        done(drafts.answer(draft, Map.of(2L, true, 3L, false), ward.editor));
        assertThat(drafts.questions(draft)).isEmpty();
        done(drafts.publish(draft, ward.editor));

        var read = versions.read(versions.latest(document).orElseThrow());
        assertThat(read.clauses()).extracting(Clause::id).containsExactly(1L, 2L, 4L);
        assertThat(read.intact()).isTrue();
        assertThat(drafts.proposals(draft)).singleElement().satisfies(proposal -> assertThat(proposal.clauseId())
                .isEqualTo(4));
        assertThat(versions.compare(base, read.version()).changes()).isNotEmpty();
    }

    @Test
    void proposalsAreTakenOverOrLaidAsideOnce() {
        var clauses = paragraphs("tăng 8 phần trăm mỗi năm");
        jdbc.sql("update document set last_clause = 1 where id = :id")
                .param("id", document)
                .update();
        var draft = ward.draft(document, 0, ward.editor, clauses);
        store.propose(
                draft,
                List.of(
                        proposal(Proposal.Kind.REPLACE, 5, "8", "10"),
                        proposal(Proposal.Kind.REPLACE, 16, " mỗi năm", " hằng năm"),
                        proposal(Proposal.Kind.INSERT_CLAUSE, 0, "", "Đoạn mới"),
                        comment(0)),
                clauses);
        var ids = drafts.proposals(draft).stream()
                .sorted(Comparator.comparing(Drafts.StoredProposal::id))
                .map(Drafts.StoredProposal::id)
                .toList();

        done(drafts.decide(draft, ids.get(0), true, ward.editor));
        done(drafts.decide(draft, ids.get(1), true, ward.editor));
        done(drafts.decide(draft, ids.get(2), true, ward.office));
        assertThat(refusal(drafts.decide(draft, ids.get(0), false, ward.editor)))
                .startsWith("Đề xuất này đã được Tài khoản " + ward.editor + " xử lý lúc ");
        assertThat(refusal(drafts.decide(draft, ids.get(3), true, ward.editor))).contains("đã xem");
        done(drafts.decide(draft, ids.get(3), false, ward.editor));

        var read = versions.read(drafts.find(document, draft).orElseThrow());
        assertThat(read.intact()).isTrue();
        assertThat(read.clauses())
                .extracting(Clause::id, Clause::text)
                .containsExactly(tuple(1L, "tăng 10 phần trăm hằng năm"), tuple(2L, "Đoạn mới"));
        assertThat(drafts.proposals(draft))
                .allSatisfy(one -> assertThat(one.decided()).isNotNull());
        assertThat(drafts.proposals(draft))
                .filteredOn(Drafts.StoredProposal::accepted)
                .hasSize(3);
    }

    @Test
    void whatWasNotProposedOnThisDraftCannotBeDecidedThere() {
        var clauses = paragraphs("một");
        var mine = ward.draft(document, 0, ward.editor, clauses);
        var yours = ward.draft(document, 0, ward.secondEditor, clauses);
        store.propose(yours, List.of(comment(0)), clauses);
        var foreign = drafts.proposals(yours).get(0).id();

        assertThat(drafts.decide(mine, foreign, false, ward.editor)).isInstanceOf(Verdict.Refused.class);
        done(drafts.publish(mine, ward.editor));
        assertThat(refusal(drafts.decide(mine, foreign, false, ward.editor))).startsWith("Bản nháp này không còn");
    }

    @Test
    void aPaperIsNotedWithoutTitleOrContentAndOnce() {
        var receipt = new PaperReceipt("12/M", VietnamTime.today(clock), "Văn thư");
        done(documents.recordPaper(document, receipt, ward.office));

        assertThat(refusal(documents.recordPaper(document, receipt, ward.editor)))
                .contains("Số đăng ký");
        assertThat(refusal(documents.recordPaper(
                        document,
                        new PaperReceipt("13", VietnamTime.today(clock).plusDays(1), "x"),
                        ward.editor)))
                .contains("Ngày nhận");
        assertThat(documents.papers(document)).containsExactly(receipt);
    }

    @Test
    void nothingChangesOnceTheCongressWasCalledOff() {
        publish(ward.editor, 0, paragraphs("một"));
        var draft = ward.draft(document, 1, ward.editor, paragraphs("hai"));
        done(congresses.cancel(ward.congress, "Sáp nhập", ward.secretary));

        assertThat(documents.visibleOf(ward.congress, ward.editor))
                .allSatisfy(one -> assertThat(one.status()).isEqualTo(DocumentStatus.CANCELLED));
        for (var verdict : List.of(
                drafts.publish(draft, ward.editor),
                drafts.discard(draft, ward.editor),
                documents.submit(document, null, ward.editor),
                documents.clear(document, ward.secretary),
                documents.recordPaper(document, new PaperReceipt("1", VietnamTime.today(clock), "x"), ward.editor))) {
            assertThat(refusal(verdict)).contains("Đã hủy");
        }
        assertThat(documents.add(ward.congress, "ANNEX", null, ward.editor)).isInstanceOf(Verdict.Refused.class);
        assertThat(versions.latest(document)).isPresent();
    }

    @Test
    void whatIsPublishedIsToldToTheModulesAbove() {
        var told = new ArrayList<VersionPublished>();
        ApplicationListener<PayloadApplicationEvent<VersionPublished>> listener = event -> told.add(event.getPayload());
        events.addApplicationListener(listener);
        try {
            var version = publish(ward.editor, 0, paragraphs("một"));
            assertThat(told).containsExactly(new VersionPublished(document, version.id(), 1));
        } finally {
            events.removeApplicationListener(listener);
        }
    }

    @Test
    void onPaperAVersionBearsItsUnitsAndADraftMark() {
        var version = publish(ward.editor, 0, paragraphs("một"));
        var sheet = versions.sheet(documents.get(document), versions.read(version));

        assertThat(sheet.issuer()).isEqualTo("Đảng ủy phường " + ward.id);
        assertThat(sheet.superior()).isNotBlank();
        assertThat(sheet.draftMark()).isEqualTo("Dự thảo lần 1");
        assertThat(sheet.number()).isNull();
        assertThat(sheet.clauses()).extracting(Clause::text).containsExactly("một");
    }

    private DocumentVersion publish(String user, int base, List<Clause> clauses) {
        done(drafts.publish(ward.draft(document, base, user, clauses), user));
        return versions.latest(document).orElseThrow();
    }

    private List<String> actions() {
        return audit.of("document:" + document).stream()
                .map(recorded -> recorded.entry().action())
                .toList();
    }

    private static Proposal comment(int clause) {
        return new Proposal(Proposal.Kind.COMMENT, clause, 0, "", "", "Xem lại", "Người góp ý", Instant.EPOCH);
    }

    private static Proposal proposal(Proposal.Kind kind, int start, String old, String words) {
        return new Proposal(kind, 0, start, old, words, "", "Người góp ý", null);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Done.class);
    }

    private static String refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }
}
