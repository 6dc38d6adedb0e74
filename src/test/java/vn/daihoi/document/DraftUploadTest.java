package vn.daihoi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.document.DocumentWard.paragraphs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.Drafts.Secrecy;
import vn.daihoi.document.Drafts.Upload;
import vn.daihoi.document.Drafts.Uploaded;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.WordFile.TrackedChanges;
import vn.daihoi.document.word.WordWriter;
import vn.daihoi.support.IntegrationTest;

/** Word files brought in as drafts, from the bytes to the tables. */
@IntegrationTest
class DraftUploadTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Documents documents;

    @Autowired
    private Versions versions;

    @Autowired
    private Drafts drafts;

    @Autowired
    private WordWriter writer;

    private DocumentWard ward;
    private Document document;

    @BeforeEach
    void ward() {
        ward = DocumentWard.open(context);
        document = documents.get(documents.openedIds(ward.congress).get(0));
    }

    @Test
    void theFirstFileBecomesVersionOneWithIdsFromOne() throws IOException {
        var draft = taken(upload(ward.editor, foreign("Mở đầu", "Thu ngân sách tăng", "Kết luận")));
        assertThat(draft.base()).isZero();
        assertThat(draft.fileName()).isEqualTo("du-thao.docx");
        var published = publish(draft, ward.editor);

        assertThat(published.number()).isEqualTo(1);
        assertThat(versions.read(published)).satisfies(text -> {
            assertThat(text.intact()).isTrue();
            assertThat(text.clauses())
                    .extracting(Clause::text)
                    .containsExactly("Mở đầu", "Thu ngân sách tăng", "Kết luận");
            assertThat(text.clauses()).extracting(Clause::id).containsExactly(1L, 2L, 3L);
        });
    }

    @Test
    void theNextVersionFindsItsClausesAgainAndAnEarlierOneThatComesBackKeepsItsId() throws IOException {
        var sentences = List.of(
                "Tình hình chung của đảng bộ phường trong nhiệm kỳ vừa qua có nhiều thuận lợi",
                "Thu ngân sách bình quân tăng tám phần trăm mỗi năm so với đầu nhiệm kỳ",
                "Công tác giảm nghèo đạt kết quả vững chắc, đời sống nhân dân được nâng lên",
                "Phương hướng những năm tới tập trung vào chuyển đổi số và cải cách hành chính");
        var first = publish(taken(upload(ward.editor, foreign(sentences.toArray(String[]::new)))), ward.editor);
        var whole = export(first);

        var without = new ArrayList<>(versions.read(first).clauses());
        Collections.swap(without, 0, 3);
        without.remove(2);
        var second = publish(taken(upload(ward.editor, file(first, without))), ward.editor);
        assertThat(versions.read(second).clauses()).extracting(Clause::id).containsExactly(4L, 2L, 1L);

        var upload = upload(ward.secondEditor, whole);
        var third = taken(upload);
        assertThat(third.base()).as("the file was made from version 1").isEqualTo(1);
        assertThat(((Uploaded.Taken) upload).remarks())
                .anyMatch(remark -> remark.contains("phiên bản 1") && remark.contains("Phiên bản 2"));
        assertThat(drafts.publish(third.id(), ward.secondEditor))
                .as("what version 2 brought must not vanish unseen")
                .isInstanceOf(Verdict.Refused.class);
        assertThat(drafts.rebase(third.id(), ward.secondEditor)).isEqualTo(Verdict.done());
        third = drafts.find(document.id(), third.id()).orElseThrow();
        assertThat(third.base()).isEqualTo(2);
        assertThat(versions.read(third).clauses())
                .extracting(Clause::id)
                .as("the third clause stood in version 1 only")
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(versions.compare(second, third).changes()).isNotEmpty();
    }

    @Test
    void idsInTheFileOfAnotherDocumentCountForNothing() throws IOException {
        publish(taken(upload(ward.editor, foreign("một", "hai"))), ward.editor);
        var other = documents.get(documents.openedIds(ward.congress).get(1));
        var clauses = List.of(
                new Clause(2, ClauseKind.PARAGRAPH, 0, "", "Một đoạn hoàn toàn khác của văn kiện khác", List.of()),
                new Clause(1, ClauseKind.PARAGRAPH, 0, "", "Và thêm một đoạn nữa không giống gì", List.of()));

        var draft = taken(upload(ward.editor, file(other.id(), 1, clauses)));

        assertThat(versions.read(draft).clauses()).extracting(Clause::id).containsExactly(3L, 4L);
    }

    @Test
    void anUploadersFormerDraftMakesWayAndAnothersStays() throws IOException {
        var former = taken(upload(ward.editor, foreign("một")));
        var others = taken(upload(ward.secondEditor, foreign("hai")));
        var next = taken(upload(ward.editor, foreign("ba")));

        assertThat(drafts.of(document.id()))
                .extracting(DocumentVersion::id)
                .containsExactlyInAnyOrder(others.id(), next.id());
        assertThat(drafts.find(document.id(), former.id())).isEmpty();
    }

    @Test
    void trackedChangesComeInAsProposalsAndAcceptedGiveTheNewText() throws IOException {
        var first = publish(
                taken(upload(ward.editor, foreign("Thu ngân sách tăng tám phần trăm", "Kết luận chung"))), ward.editor);
        var older = versions.read(first).clauses();
        var newer = List.of(
                new Clause(1, ClauseKind.PARAGRAPH, 0, "", "Thu ngân sách tăng mười phần trăm mỗi năm", List.of()),
                older.get(1));
        var bytes = new ByteArrayOutputStream();
        writer.redline(
                sheet(document.id(), 1, newer),
                Comparison.of(older, newer),
                "Người góp ý",
                Instant.parse("2026-03-02T01:30:00Z"),
                document.type().format(),
                bytes);

        var uploaded = upload(ward.editor, bytes.toByteArray());
        var draft = taken(uploaded);
        assertThat(versions.read(draft).clauses()).extracting(Clause::text).containsExactlyElementsOf(texts(older));
        assertThat(((Uploaded.Taken) uploaded).proposals())
                .isEqualTo(drafts.proposals(draft.id()).size())
                .isPositive();
        for (var proposal : drafts.proposals(draft.id())) {
            assertThat(proposal.author()).isEqualTo("Người góp ý");
            assertThat(proposal.at()).isEqualTo(Instant.parse("2026-03-02T01:30:00Z"));
            assertThat(drafts.decide(draft.id(), proposal.id(), true, ward.editor))
                    .isInstanceOf(Verdict.Done.class);
        }
        assertThat(versions.read(drafts.find(document.id(), draft.id()).orElseThrow())
                        .clauses())
                .extracting(Clause::text)
                .containsExactlyElementsOf(texts(newer));
    }

    @Test
    void aSecretPaperIsNotTakenWhateverTheFile() {
        for (var secrecy : List.of(Secrecy.CONFIDENTIAL, Secrecy.SECRET, Secrecy.TOP_SECRET)) {
            assertThat(drafts.upload(
                            document.id(),
                            new Upload("x.docx", secrecy, TrackedChanges.PROPOSE, true, null),
                            new byte[] {1},
                            ward.editor))
                    .isInstanceOf(Uploaded.PaperOnly.class);
        }
        assertThat(drafts.of(document.id())).isEmpty();
    }

    @Test
    void aStampOfSecrecyHasToBeConfirmedAsNone() throws IOException {
        var file = foreign("TUYỆT MẬT", "Nội dung báo cáo");

        assertThat(upload(ward.editor, file)).isInstanceOf(Uploaded.StampFound.class);
        assertThat(drafts.of(document.id())).isEmpty();
        assertThat(drafts.upload(
                        document.id(),
                        new Upload("x.docx", Secrecy.NONE, TrackedChanges.PROPOSE, true, null),
                        file,
                        ward.editor))
                .isInstanceOf(Uploaded.Taken.class);
    }

    @Test
    void whatIsNoWordFileOrComesFromSomebodyElseIsRefused() throws IOException {
        assertThat(upload(ward.editor, "không phải Word".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Uploaded.Refused.class);
        for (var user : List.of(ward.secretary, ward.cell, ward.supervisor)) {
            assertThat(upload(user, foreign("một"))).as(user).isInstanceOf(Uploaded.Refused.class);
        }
        assertThat(drafts.of(document.id())).isEmpty();
    }

    @Test
    void aFileNameIsStrippedOfItsPath() throws IOException {
        var uploaded = drafts.upload(
                document.id(),
                new Upload("C:\\Users\\x\\Báo cáo.docx", Secrecy.NONE, TrackedChanges.ACCEPT, false, "  lần đầu "),
                foreign("một"),
                ward.office);

        assertThat(taken(uploaded).fileName()).isEqualTo("Báo cáo.docx");
        assertThat(taken(uploaded).note()).isEqualTo("lần đầu");
    }

    private Uploaded upload(String user, byte[] file) {
        return drafts.upload(
                document.id(),
                new Upload("du-thao.docx", Secrecy.NONE, TrackedChanges.PROPOSE, false, null),
                file,
                user);
    }

    private static DocumentVersion taken(Uploaded uploaded) {
        assertThat(uploaded).isInstanceOf(Uploaded.Taken.class);
        return ((Uploaded.Taken) uploaded).draft();
    }

    private DocumentVersion publish(DocumentVersion draft, String user) {
        var open = drafts.questions(draft.id()).stream()
                .collect(Collectors.toMap(question -> question.clause().id(), question -> true));
        assertThat(drafts.answer(draft.id(), open, user)).isInstanceOf(Verdict.Done.class);
        assertThat(drafts.publish(draft.id(), user)).isInstanceOf(Verdict.Done.class);
        return versions.latest(document.id()).orElseThrow();
    }

    /** A file that never left this system. */
    private byte[] foreign(String... texts) throws IOException {
        return file("somewhere else", 1, paragraphs(texts));
    }

    private byte[] export(DocumentVersion version) throws IOException {
        return file(version, versions.read(version).clauses());
    }

    private byte[] file(DocumentVersion version, List<Clause> clauses) throws IOException {
        return file(version.document(), Documents.number(version), clauses);
    }

    private byte[] file(String origin, int version, List<Clause> clauses) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writer.write(sheet(origin, version, clauses), document.type().format(), bytes);
        return bytes.toByteArray();
    }

    private static Sheet sheet(String origin, int version, List<Clause> clauses) {
        return new Sheet(
                origin, version, "", "Đảng bộ phường", null, "", null, "Dự thảo lần 1", List.of(), List.of(), clauses);
    }

    private static List<String> texts(List<Clause> clauses) {
        return clauses.stream().map(Clause::text).toList();
    }
}
