package vn.daihoi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.daihoi.document.DocumentWard.paragraphs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.IssuedNumbers.IssuedNumber;
import vn.daihoi.document.numbering.Numbers;
import vn.daihoi.document.numbering.Numbers.Issue;
import vn.daihoi.document.numbering.Numbers.Wanted;
import vn.daihoi.support.IntegrationTest;

/** Numbers are given once, in turn and only at issue, on the real database. */
@IntegrationTest
class NumbersTest {

    private static final int THREADS = 8;
    private static final int EACH = 25;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Documents documents;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Versions versions;

    @Autowired
    private Numbers numbers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Clock clock;

    private DocumentWard ward;
    private String resolution;

    @BeforeEach
    void ward() {
        ward = DocumentWard.open(context);
        resolution = documents.openedIds(ward.congress).get(2);
    }

    @Test
    void eightClerksAtOnceLeaveNoGapAndGiveNoNumberTwice() throws Exception {
        int all = THREADS * EACH;
        publish(resolution, all + 1);
        var together = new CyclicBarrier(THREADS + 1);
        var clerks = Executors.newFixedThreadPool(THREADS + 1);
        try {
            var work = new ArrayList<Future<List<String>>>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * EACH;
                work.add(clerks.submit(() -> {
                    together.await();
                    return IntStream.rangeClosed(first + 1, first + EACH)
                            .mapToObj(
                                    version -> given(issue(version, ward.clerk)).number())
                            .toList();
                }));
            }
            // one who takes a number and loses it again with the transaction, over and over, in between
            var loser = clerks.submit(() -> {
                together.await();
                for (int i = 0; i < EACH; i++) {
                    transactions.executeWithoutResult(status -> {
                        given(issue(all + 1, ward.clerk));
                        status.setRollbackOnly();
                    });
                }
                return true;
            });
            var seen = new ArrayList<String>();
            for (var one : work) {
                seen.addAll(one.get(2, TimeUnit.MINUTES));
            }
            assertThat(loser.get(2, TimeUnit.MINUTES)).isTrue();
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, all)
                            .mapToObj("Số %02d-NQ/ĐU"::formatted)
                            .toList());
        } finally {
            clerks.shutdownNow();
        }
        assertThat(given(issue(all + 1, ward.clerk)).number()).isEqualTo("Số " + (all + 1) + "-NQ/ĐU");
        assertThat(numbers.book(new Wanted("ĐU", "NQ", "2025–2030", ""), 4, ward.office))
                .extracting(entry -> entry.number().number())
                .containsExactly("Số 01-NQ/ĐU");
    }

    @Test
    void aVersionKeepsItsOneNumberAndTheSecondClerkIsToldByWhom() {
        publish(resolution, 2);
        var first = given(issue(1, ward.clerk));

        assertThat(issue(1, ward.clerk)).isEqualTo(new Issue.Given(first));
        assertThat(issue(1, ward.secondClerk)).isEqualTo(new Issue.Standing(first));
        assertThat(first.number()).isEqualTo("Số 01-NQ/ĐU");
        assertThat(first.given().by()).isEqualTo(ward.clerk);
        assertThat(given(issue(2, ward.secondClerk)).number()).isEqualTo("Số 02-NQ/ĐU");
    }

    @Test
    void bodiesAndTypesAndWardsHaveSeriesOfTheirOwn() {
        publish(resolution, 2);
        var report = documents.openedIds(ward.congress).get(0);
        publish(report, 1);
        assertThat(given(issue(1, ward.clerk)).number()).isEqualTo("Số 01-NQ/ĐU");
        assertThat(given(numbers.issue(resolution, 2, "ĐH", "Demo", today(), ward.clerk))
                        .number())
                .isEqualTo("Số 01-NQ/ĐH");
        assertThat(given(numbers.issue(report, 1, "ĐU", "Demo", today(), ward.clerk))
                        .number())
                .isEqualTo("Số 01-BC/ĐU");
        var other = DocumentWard.open(context);
        var theirs = documents.openedIds(other.congress).get(2);
        publish(theirs, 1);
        assertThat(given(numbers.issue(theirs, 1, "ĐU", "Demo", today(), other.clerk))
                        .number())
                .isEqualTo("Số 01-NQ/ĐU");
        assertThat(numbers.book(new Wanted("", "", "", ""), 0, other.office)).hasSize(1);
        assertThat(numbers.book(new Wanted(null, null, null, "DU THAO nghi quyet"), 0, ward.office))
                .hasSize(2);
        assertThat(numbers.book(new Wanted(null, null, null, "01-bc"), 0, ward.office))
                .hasSize(1);
        assertThat(numbers.book(new Wanted(null, null, null, "%"), 0, ward.office))
                .isEmpty();
    }

    @Test
    void onlyTheRecordsClerkOfTheWardIssuesAndOnlyWhatIsPublished() {
        ward.draft(resolution, 0, ward.editor, paragraphs("một"));
        assertThat(refused(issue(1, ward.clerk))).contains("đã công bố");
        publish(resolution, 1);
        var other = DocumentWard.open(context);
        for (var user : List.of(ward.editor, ward.office, ward.secretary, ward.cell, other.clerk, "admin")) {
            assertThat(refused(issue(1, user))).as(user).contains("Văn thư");
        }
        assertThat(refused(numbers.issue(resolution, 1, "CB", "Demo", today(), ward.clerk)))
                .contains("“Cơ quan ban hành”");
        assertThat(refused(numbers.issue(resolution, 1, "ĐU", " ", today(), ward.clerk)))
                .contains("“Địa danh”");
        assertThat(refused(numbers.issue(resolution, 1, "ĐU", "Demo", null, ward.clerk)))
                .contains("“Ngày ban hành”");
        assertThat(refused(numbers.issue(resolution, 1, "ĐU", "Demo", today().plusDays(1), ward.clerk)))
                .contains("tương lai");
        assertThat(numbers.terms(ward.office)).isEmpty();
    }

    @Test
    void theDatabaseLetsNobodyChangeANumberOrASeries() {
        publish(resolution, 1);
        issue(1, ward.clerk);
        for (var sql : List.of(
                "update document_number set number = 7 where unit = ?",
                "delete from document_number where unit = ?",
                "update number_series set last = last + 2 where unit = ?",
                "update number_series set last = last - 1 where unit = ?",
                "delete from number_series where unit = ?")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(ward.id).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("refused");
        }
    }

    @Test
    void theSheetOfAnIssuedVersionBearsItsNumber() {
        var draft = ward.draft(resolution, 0, ward.editor, paragraphs("một"));
        drafts.publish(draft, ward.editor);
        var version = versions.numbered(resolution, 1).orElseThrow();
        assertThat(versions.sheet(documents.get(resolution), versions.read(version))
                        .draftMark())
                .isEqualTo("Dự thảo lần 1");
        issue(1, ward.clerk);
        var sheet = versions.sheet(documents.get(resolution), versions.read(version));
        assertThat(sheet.number()).isEqualTo("Số 01-NQ/ĐU");
        assertThat(sheet.place()).isEqualTo("Phường Demo");
        assertThat(sheet.date()).isEqualTo(today());
        assertThat(sheet.draftMark()).isNull();
    }

    private Issue issue(int version, String user) {
        return numbers.issue(resolution, version, "ĐU", "Phường Demo", today(), user);
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    private static IssuedNumber given(Issue issue) {
        assertThat(issue).isInstanceOf(Issue.Given.class);
        return ((Issue.Given) issue).number();
    }

    private static String refused(Issue issue) {
        assertThat(issue).isInstanceOf(Issue.Refused.class);
        return ((Issue.Refused) issue).message();
    }

    private void publish(String document, int count) {
        jdbc.sql(
                        """
                        insert into document_version
                          (id, document, number, base, sha256, file_name, uploaded_by, uploaded_at, published_by, published_at)
                        select gen_random_uuid()::text, :document, n, n - 1, repeat('0', 64), 'nq.docx', 'test', now(), 'test',
                          now()
                        from generate_series(1, :count) n""")
                .param("document", document)
                .param("count", count)
                .update();
    }
}
