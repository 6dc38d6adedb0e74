package vn.daihoi.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.CongressCancelled;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.document.text.Search;
import vn.daihoi.organisation.Role;
import vn.daihoi.support.IntegrationTest;

/** A dossier from being put together to being received: complete or refused, frozen for good once it was sent. */
@IntegrationTest
class DossiersTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Completeness completeness;

    @Autowired
    private Contributions contributions;

    @Autowired
    private Checklists checklists;

    @Autowired
    private Submissions submissions;

    @Autowired
    private DossierReceipts receipts;

    @Autowired
    private SuperiorRounds superior;

    @Autowired
    private Congresses congresses;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }

    private static String refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }

    private List<String> trace(String dossier) {
        return audit.of("dossier:" + dossier).stream()
                .map(recorded -> recorded.entry().action())
                .toList();
    }

    private Submissions.Submission last(String dossier) {
        return submissions.of(dossier).get(0);
    }

    @Test
    void aDocumentComesBesideTheOthersOnlyWhileTheWardHasThemInHand() {
        var ward = DossierWard.open(context);
        var dossier = ward.dossier();
        ward.bringIn(dossier);
        var free = "chưa mở hoặc đã kết thúc";
        assertThat(refused(congresses.letDocumentJoin(ward.congress, "them")))
                .as("only for want of a process")
                .contains(free);
        ward.send(dossiers, dossier);
        assertThat(refused(congresses.letDocumentJoin(ward.congress, "them")))
                .contains(DossierStatus.SENT.title(), "thu hồi hồ sơ trước");
        var by = new Signed(ward.superiorOffice, clock.instant());
        ward.inTransaction(() -> dossiers.end(dossier, DossierStatus.RETURNED, null, by));
        assertThat(refused(congresses.letDocumentJoin(ward.congress, "them"))).contains(free);
        var next = ward.dossier();
        ward.inTransaction(() -> dossiers.end(next, DossierStatus.APPROVED, null, by));
        assertThat(refused(congresses.letDocumentJoin(ward.congress, "them"))).contains("đã được cấp trên duyệt");
    }

    @Test
    void whatIsMissingIsSaidOnceAndKeepsItFromBeingSent() {
        var ward = DossierWard.open(context);
        var dossier = ward.dossier();
        assertThat(ward.dossier()).as("one at a time").isEqualTo(dossier);
        assertThat(refused(dossiers.complete(dossier, null, ward.office)))
                .contains("“Tờ trình xin tổ chức đại hội” chưa có tệp.", "chưa ghi nhận bản giấy.");
        ward.bringIn(dossier);
        assertThat(completeness.of(dossiers.get(dossier))).satisfies(report -> {
            assertThat(report.missing()).isEmpty();
            assertThat(report.remarks()).isEmpty();
            assertThat(report.there()).isEqualTo(report.lines().size());
        });

        ward.fill(RuleParameter.DOSSIER_WORKING_DAYS, null);
        assertThat(refused(dossiers.complete(dossier, null, ward.office)))
                .contains("Số ngày làm việc trước khai mạc phải trình hồ sơ");
        ward.fill(RuleParameter.DOSSIER_WORKING_DAYS, 200);
        assertThat(completeness.of(dossiers.get(dossier))).satisfies(report -> {
            assertThat(report.missing()).as("late is better than never").isEmpty();
            assertThat(report.remarks()).singleElement().asString().contains("quá hạn trình");
        });
        ward.fill(RuleParameter.DOSSIER_WORKING_DAYS, 20);

        var document = ward.documentIds().get(1);
        ward.publish(document, "Bản mới chưa được thông qua.");
        assertThat(refused(dossiers.complete(dossier, null, ward.office)))
                .contains("phiên bản 2 chưa được Ban Chấp hành thông qua");
        ward.adopt();

        var said = new SuperiorRounds.Said(
                "opinion:1", 0, "", CommentType.AMEND, "Sửa lại.", ward.superiorOffice, null, null);
        superior.open(document, 2, "session:" + ward.id, "Thông báo kết luận số 03-TB/TCT", List.of(said));
        ward.round(document, 5, "DECIDING", null);
        assertThat(refused(dossiers.complete(dossier, null, ward.office)))
                .contains("1 ý kiến chưa có đề xuất trả lời", "vòng lấy ý kiến chưa kết thúc");
        assertThat(trace(dossier))
                .filteredOn("DOSSIER_SEND_ATTEMPT_REFUSED"::equals)
                .hasSize(4);
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.ASSEMBLING);
    }

    @Test
    void nobodyTakesAStepThatIsAnothersOrOnTheirOwnDossier() {
        var ward = DossierWard.open(context);
        var other = DossierWard.open(context);
        var dossier = ward.dossier();
        ward.bringIn(dossier);
        var upload = OfficeFiles.pdf("So");
        for (var user : List.of(ward.secretary, ward.editor, ward.cellSecretary, ward.superiorOffice, other.office)) {
            assertThat(refused(dossiers.complete(dossier, null, user))).contains(Role.WARD_OFFICE.title());
            assertThat(refused(contributions.upload(dossier, "WORKING_RULES", "a.pdf", upload, false, user)))
                    .contains(Role.WARD_OFFICE.title());
            assertThat(refused(contributions.remove(dossier, "WORKING_RULES", user)))
                    .contains(Role.WARD_OFFICE.title());
        }
        assertThat(dossiers.visible(dossier, other.office)).isEmpty();
        assertThat(dossiers.visible(dossier, ward.cellSecretary)).isEmpty();
        assertThat(dossiers.visible(dossier, ward.editor)).isPresent();
        assertThat(dossiers.visible(dossier, ward.superiorOffice)).isPresent();

        done(dossiers.complete(dossier, "Đã kiểm tra", ward.office));
        assertThat(refused(dossiers.complete(dossier, null, ward.office)))
                .contains("Chờ Bí thư ký trình", "Bước gần nhất");
        assertThat(refused(contributions.upload(dossier, "WORKING_RULES", "a.pdf", upload, false, ward.office)))
                .contains("không sửa được nữa");
        for (var user : List.of(ward.office, ward.editor, ward.superiorOffice, other.secretary)) {
            assertThat(refused(dossiers.sign(dossier, user))).contains(Role.WARD_SECRETARY.title());
            assertThat(refused(dossiers.sendBack(dossier, "Thiếu", user))).contains(Role.WARD_SECRETARY.title());
        }
        ward.also(ward.office, Role.WARD_SECRETARY);
        assertThat(refused(dossiers.sign(dossier, ward.office))).contains("không được tự ký");
        assertThat(trace(dossier)).contains("DOSSIER_OWN_ATTEMPT_REFUSED", "DOSSIER_ALTER_ATTEMPT_REFUSED");

        assertThat(refused(dossiers.sendBack(dossier, " ", ward.secretary))).contains("“Lý do trả lại”");
        done(dossiers.sendBack(dossier, "Thiếu chữ ký", ward.secretary));
        assertThat(dossiers.get(dossier).returnReason()).isEqualTo("Thiếu chữ ký");
        ward.send(dossiers, dossier);
        for (var user : List.of(ward.office, ward.secretary, other.office)) {
            assertThat(refused(dossiers.receive(dossier, user))).contains(Role.SUPERIOR_OFFICE.title());
            assertThat(refused(dossiers.returnIncomplete(dossier, "a", user))).contains(Role.SUPERIOR_OFFICE.title());
            assertThat(refused(dossiers.mark(dossier, Set.of(), Set.of(), user)))
                    .contains(Role.SUPERIOR_OFFICE.title());
        }
        assertThat(dossiers.writers(dossier)).containsExactlyInAnyOrder(ward.office, ward.secretary, ward.editor);
        jdbc.sql(
                        "update working_session set report = 'Đã chuẩn bị.', reported_by = ?, reported_at = now() where ward = ?")
                .params("phobithu." + ward.id, ward.id)
                .update();
        assertThat(dossiers.writers(dossier))
                .as("who reported the preparation to the working group wrote of it too")
                .containsExactlyInAnyOrder(ward.office, ward.secretary, ward.editor, "phobithu." + ward.id);
    }

    @Test
    void whatWasSignedIsSentOnce() {
        var ward = DossierWard.open(context);
        var dossier = ward.dossier();
        ward.bringIn(dossier);
        done(dossiers.complete(dossier, null, ward.office));
        done(dossiers.sign(dossier, ward.secretary));
        assertThat(refused(dossiers.sign(dossier, ward.secretary))).contains("đã được ký");
        var first = ward.documentIds().get(0);
        ward.publish(first, "Công bố sau khi ký.");
        dossiers.send(dossier);
        dossiers.send(dossier);

        assertThat(submissions.of(dossier)).hasSize(1);
        var sent = last(dossier);
        assertThat(sent.sha256()).isEqualTo(FileContents.sha256(sent.manifest().getBytes(StandardCharsets.UTF_8)));
        assertThat(sent.manifest())
                .contains(
                        "Phiên bản 1, nội dung",
                        "Bản giấy: số đăng ký 07",
                        "không tổ chức; lý do: Đã góp ý bằng văn bản")
                .as("what was signed is what is sent")
                .doesNotContain("Phiên bản 2");
        assertThat(submissions.files(sent))
                .extracting(Submissions.SentFile::name)
                .anyMatch(name -> name.contains("bao-cao-chinh-tri-phien-ban-1"))
                .anyMatch(name -> name.contains("bang-tiep-thu-giai-trinh"))
                .anyMatch(name -> name.contains("bao-cao-tong-hop-y-kien"))
                .anyMatch(name -> name.contains("ket-qua-thong-qua"))
                .anyMatch(name -> name.contains("ket-qua-dai-hoi-cac-chi-bo"));
    }

    @Test
    void anIncompleteOneComesBackWithItsItemsAndGoesUpAgainBesideTheFirst() throws Exception {
        var ward = DossierWard.open(context);
        var dossier = ward.sent();
        var office = ward.superiorOffice;
        assertThat(refused(dossiers.returnIncomplete(dossier, "Thiếu", office))).contains("đánh dấu");
        assertThat(refused(dossiers.mark(dossier, Set.of(), Set.of("NO_SUCH"), office)))
                .contains("có trong hồ sơ");
        done(dossiers.mark(dossier, Set.of(), Set.of("WORKING_RULES", "SUBMISSION_LETTER"), office));
        assertThat(refused(dossiers.receive(dossier, office))).contains("2 mục được đánh dấu");
        // somebody who saw one of them takes it back and marks another, somebody else who saw none marks a third
        done(dossiers.mark(dossier, Set.of("SUBMISSION_LETTER"), Set.of("POLITICAL_REPORT"), office));
        done(dossiers.mark(dossier, Set.of(), Set.of("SUBMISSION_LETTER", "POLITICAL_REPORT"), office));
        assertThat(receipts.marked(dossier, 1))
                .containsExactlyInAnyOrder("WORKING_RULES", "POLITICAL_REPORT", "SUBMISSION_LETTER");
        done(dossiers.mark(dossier, Set.of("POLITICAL_REPORT"), Set.of(), office));
        assertThat(refused(dossiers.returnIncomplete(dossier, null, office))).contains("“Lý do trả lại”");
        done(dossiers.returnIncomplete(dossier, "Chưa ký", office));
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.INCOMPLETE);
        assertThat(receipts.of(dossier, 1)).hasValueSatisfying(receipt -> {
            assertThat(receipt.complete()).isFalse();
            assertThat(receipt.reason()).isEqualTo("Chưa ký");
            assertThat(receipt.items()).containsExactly("Tờ trình xin tổ chức đại hội", "Quy chế làm việc của đại hội");
        });

        assertThat(completeness.of(dossiers.get(dossier)).remarks()).hasSize(2);
        done(contributions.upload(
                dossier, "SUBMISSION_LETTER", "Tệp.pdf", OfficeFiles.pdf("Da ky"), false, ward.office));
        assertThat(completeness.of(dossiers.get(dossier)).remarks())
                .containsExactly("Mục 12 bị cấp trên trả lại mà tệp chưa được thay.");
        ward.send(dossiers, dossier);
        assertThat(submissions.of(dossier)).hasSize(2);
        assertThat(submissions.changes(last(dossier)))
                .as("papers that say the same are sent as they were")
                .singleElement()
                .satisfies(change -> assertThat(change.name()).isEqualTo("01-to-trinh-xin-to-chuc-dai-hoi.pdf"));
        done(dossiers.receive(dossier, office));
        assertThat(refused(dossiers.receive(dossier, office))).contains("Đang thẩm định", "Bước gần nhất: Tài khoản");
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.APPRAISING);
        assertThat(trace(dossier))
                .containsSubsequence(
                        "DOSSIER_OPENED",
                        "DOSSIER_COMPLETED",
                        "DOSSIER_SIGNED",
                        "DOSSIER_SENT",
                        "DOSSIER_RETURNED_INCOMPLETE",
                        "DOSSIER_FILE_UPLOADED",
                        "DOSSIER_SENT",
                        "DOSSIER_RECEIVED");
        theToolAgrees(last(dossier));

        ward.inTransaction(() ->
                dossiers.end(dossier, DossierStatus.RETURNED, null, new Signed(ward.superiorOffice, clock.instant())));
        var next = ward.dossier();
        assertThat(dossiers.get(next).number()).isEqualTo(2);
        assertThat(contributions.uploads(next))
                .as("nothing has to be brought in twice")
                .isEqualTo(contributions.uploads(dossier));
        assertThat(completeness.of(dossiers.get(next))).satisfies(report -> {
            assertThat(report.missing()).isEmpty();
            assertThat(report.remarks()).singleElement().asString().contains("lấy lại từ hồ sơ trước");
        });
    }

    /** Unpacks the ZIP file and lets sha256sum check it. */
    private void theToolAgrees(Submissions.Submission sent) throws IOException, InterruptedException {
        var packed = new ByteArrayOutputStream();
        submissions.zip(sent, packed);
        try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(packed.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).matches("[A-Za-z0-9.-]+");
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
        assertThat(sha256sum()).as("all of %s", sent.manifest()).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files.count()).isEqualTo(submissions.files(sent).size() + 1L);
        }
        var first = folder.resolve(submissions.files(sent).get(0).name());
        Files.write(first, new byte[] {1});
        assertThat(sha256sum()).isNotZero();
    }

    private int sha256sum() throws IOException, InterruptedException {
        return new ProcessBuilder("sha256sum", "--strict", "-c", Manifest.NAME)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void twoAtOnceComeToOneResult() throws Exception {
        var ward = DossierWard.open(context);
        var dossier = ward.dossier();
        ward.bringIn(dossier);
        onlyOne(() -> dossiers.complete(dossier, null, ward.office));
        onlyOne(() -> dossiers.sign(dossier, ward.secretary));
        atOnce(() -> {
            dossiers.send(dossier);
            return Verdict.done();
        });
        assertThat(submissions.of(dossier)).hasSize(1);
        onlyOne(() -> dossiers.receive(dossier, ward.superiorOffice));
    }

    private void onlyOne(Callable<Verdict> deed) throws Exception {
        assertThat(atOnce(deed)).filteredOn(Verdict.done()::equals).hasSize(1);
    }

    private List<Verdict> atOnce(Callable<Verdict> deed) throws Exception {
        var people = Executors.newFixedThreadPool(2);
        try {
            var verdicts = new ArrayList<Verdict>();
            for (var future : people.invokeAll(List.of(deed, deed))) {
                verdicts.add(future.get());
            }
            return verdicts;
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void aFileIsKeptOnceHoweverOftenItComesAndSecretPapersStayOutside() {
        var ward = DossierWard.open(context);
        var dossier = ward.dossier();
        var same = OfficeFiles.pdf("Ban chung cua " + ward.id);
        done(contributions.upload(dossier, "WORKING_RULES", "../Quy chế.exe", same, false, ward.office));
        done(contributions.upload(dossier, "ELECTION_RULES", "b.pdf", same, false, ward.office));
        var uploads = contributions.uploads(dossier);
        assertThat(uploads.get("WORKING_RULES").fileName()).isEqualTo("Quy chế.pdf");
        var sha256 = uploads.get("WORKING_RULES").sha256();
        assertThat(kept(sha256)).isEqualTo(1);

        assertThat(refused(contributions.upload(dossier, "LOGISTICS_PLAN", "c.pdf", same, true, ward.office)))
                .contains("biên nhận bản giấy");
        assertThat(refused(contributions.upload(
                        dossier, "LOGISTICS_PLAN", "c.docx", OfficeFiles.word("TUYỆT MẬT"), false, ward.office)))
                .contains("biên nhận bản giấy");
        assertThat(refused(contributions.upload(dossier, "POLITICAL_REPORT", "c.pdf", same, false, ward.office)))
                .contains("không nhận tệp tải lên");
        assertThat(refused(contributions.upload(dossier, "PERSONNEL_SCHEME", "c.pdf", same, false, ward.office)))
                .as("personnel stays on paper")
                .contains("không nhận tệp tải lên");
        var receipt = new Contributions.PaperReceipt("12", java.time.LocalDate.of(2026, 1, 2), "Văn thư");
        done(contributions.recordPaper(dossier, "WORKING_RULES", receipt, ward.office));
        assertThat(contributions.uploads(dossier)).doesNotContainKey("WORKING_RULES");
        done(contributions.remove(dossier, "WORKING_RULES", ward.office));
        assertThat(contributions.papers(dossier)).isEmpty();
        done(contributions.upload(dossier, "ELECTION_RULES", "b.pdf", same, false, ward.office));
        assertThat(kept(sha256)).isEqualTo(1);
        done(contributions.remove(dossier, "ELECTION_RULES", ward.office));
        assertThat(kept(sha256)).as("what was taken back is gone").isZero();
    }

    private int kept(String sha256) {
        return jdbc.sql("select count(*) from dossier_content where sha256 = ?")
                .param(sha256)
                .query(Integer.class)
                .single();
    }

    @Test
    void anotherRuleSetShowsWhatItChanges() {
        var ward = DossierWard.open(context);
        var dossier = ward.dossier();
        var before = checklists.live(dossiers.get(dossier)).checklist().orElseThrow();
        assertThat(checklists.difference(dossiers.get(dossier), before)).isEmpty();
        done(congresses.switchRuleSet(ward.congress, "CT35-2024", "Theo chỉ đạo", ward.secretary));
        var after = checklists.live(dossiers.get(dossier)).checklist().orElseThrow();
        assertThat(checklists.difference(dossiers.get(dossier), after)).hasValueSatisfying(difference -> {
            assertThat(difference.from()).isEqualTo(DossierWard.RULES);
            assertThat(difference.to()).isEqualTo("CT35-2024");
            assertThat(difference.added()).hasSize((int) after.items().stream()
                    .filter(item ->
                            before.items().stream().noneMatch(one -> one.code().equals(item.code())))
                    .count());
        });
        assertThat(Search.normal(after.form().title())).isEqualTo("dai hoi dai bieu");
    }

    @Test
    void itEndsWithItsCongress() {
        var ward = DossierWard.open(context);
        var dossier = ward.sent();
        ward.inTransaction(() -> context.publishEvent(
                new CongressCancelled(ward.congress, "Hoãn", new Signed(ward.secretary, clock.instant()))));
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.CANCELLED);
        dossiers.send(dossier);
        assertThat(refused(dossiers.receive(dossier, ward.superiorOffice))).contains("Đã hủy");
        assertThat(ward.dossier()).as("the next begins anew").isNotEqualTo(dossier);
    }
}
