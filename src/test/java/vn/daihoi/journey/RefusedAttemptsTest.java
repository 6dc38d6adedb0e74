package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.approval.Appraisal;
import vn.daihoi.approval.Appraisals;
import vn.daihoi.approval.ApprovalWard;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.Board;
import vn.daihoi.approval.Contributions;
import vn.daihoi.approval.DossierReceipts;
import vn.daihoi.approval.DossierStatus;
import vn.daihoi.approval.DossierWard;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.OfficeFiles;
import vn.daihoi.approval.SlipAnswer;
import vn.daihoi.approval.Slips;
import vn.daihoi.approval.Submissions;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.document.Versions;
import vn.daihoi.organisation.Role;
import vn.daihoi.review.ConcludingWard;
import vn.daihoi.review.Conclusions;
import vn.daihoi.review.Opinions;
import vn.daihoi.review.SessionStatus;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.support.IntegrationTest;

/**
 * What nobody may do, tried through every door there is: our page, the form as Tasklist sends it and as programs do, the
 * engine's calls past the form, and SQL on what is frozen. Each is refused with a sentence, changes nothing, and is on
 * record with who tried; only SQL leaves no trace, since the database itself refuses it, and with it whatever would have
 * been logged.
 */
@IntegrationTest
class RefusedAttemptsTest {

    private static final String WEBAPP = "/camunda/api/engine/engine/default";
    private static final int DOORS = 3;
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Appraisals appraisals;

    @Autowired
    private Slips slips;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Contributions contributions;

    @Autowired
    private DossierReceipts receipts;

    @Autowired
    private SuperiorRounds superiorRounds;

    @Autowired
    private Versions versions;

    @Autowired
    private WorkingSessions workingSessions;

    @Autowired
    private Conclusions conclusions;

    @Autowired
    private Opinions opinions;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Session> sessions = new HashMap<>();
    private Rest rest;

    @BeforeEach
    void connect() {
        rest = new Rest(port, DossierWard.PASSWORD);
    }

    @Test
    void nobodyApprovesWithoutQuorumOrMajority() {
        var superior = ApprovalWard.open(context);
        var dossier = superior.asked();
        var secretary = superior.secretary;
        var page = "/trinh-duyet/" + dossier + "/quyet-dinh";
        superior.agree(dossier, superior.members.get(0));
        superior.agree(dossier, superior.members.get(1));
        refused(page(secretary, page, "decision", "APPROVE"), "Chưa duyệt được", "2/5 phiếu");
        assertThat(slips.count(dossier)).isFalse();
        refused(page(secretary, page, "decision", "APPROVE"), "Chưa duyệt được", "2/5 phiếu");
        int tried = 2;

        // as if the count had been passed over
        status(dossier, DossierStatus.DECIDING);
        superior.ward.run(dossier, "UserTask_DecideApproval");
        var task = task(secretary, "UserTask_DecideApproval", dossier);
        throughEveryForm(secretary, task, APPROVE, "2/5 phiếu");
        refused(page(secretary, page, "decision", "APPROVE"), "2/5 phiếu");
        pastTheForm(secretary, task);
        tried += DOORS + 1;

        status(dossier, DossierStatus.ASKING);
        done(slips.open(dossier, "Gửi lại phiếu.", superior.office));
        superior.agree(dossier, superior.members.get(0));
        superior.agree(dossier, superior.members.get(1));
        var third = superior.members.get(2);
        done(slips.give(dossier, third, SlipAnswer.DISAGREE, "Chỉ tiêu cao.", List.of(), third));
        assertThat(slips.count(dossier)).isTrue();
        throughEveryForm(secretary, task, APPROVE, "2/5 ủy viên đồng ý");
        refused(page(secretary, page, "decision", "APPROVE"), "2/5 ủy viên đồng ý");
        tried += DOORS + 1;

        assertThat(approvals.decision(dossier, 1).orElseThrow().outcome()).isNull();
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.DECIDING);
        assertThat(traces("dossier:" + dossier))
                .isEqualTo(Collections.nCopies(tried, secretary + " APPROVE_ATTEMPT_REFUSED"));
    }

    @Test
    void onlyTheHeadConcludes() {
        var ward = ConcludingWard.open(context);
        var session = ward.held();
        ward.write(session);
        ward.run(session);
        var before = conclusions.find(session);
        var task = task(ward.head, "UserTask_Conclude", session);
        var confirmed = Map.<String, Object>of("confirmed", true);
        throughEveryForm(ward.member, task, confirmed, "không được giao việc này");
        pastTheForm(ward.member, task);
        assertThat(rest.post(ward.head, "/task/" + task + "/claim", Map.of("userId", ward.head))
                        .ok())
                .isTrue();
        throughEveryForm(ward.member, task, confirmed, "đang do " + ward.head + " xử lý");
        var page = "/lam-viec/" + session + "/ket-luan";
        refused(page(ward.member, page, "assessment", "Thay Tổ trưởng", "seen", "9"), "Chỉ Tổ trưởng");

        assertThat(workingSessions.get(session).status()).isEqualTo(SessionStatus.HELD);
        assertThat(conclusions.find(session)).isEqualTo(before);
        var trace = ward.member + " CONCLUDE_ATTEMPT_REFUSED";
        assertThat(traces("workingSession:" + session)).isEqualTo(Collections.nCopies(2 * DOORS, trace));
        assertThat(traces("session:" + session)).containsExactly(trace);
    }

    @Test
    void nobodyAppraisesGivesASlipForOrDecidesOnWhatTheyWrote() {
        var superior = ApprovalWard.open(context);
        var writer = superior.ward.editor;
        superior.also(writer, Role.SUPERIOR_ORGANISATION);
        superior.also(writer, Role.SUPERIOR_STANDING);
        superior.also(writer, Role.SUPERIOR_SECRETARY);
        var dossier = superior.received();
        var page = "/trinh-duyet/" + dossier;

        superior.ward.run(dossier, "SubProcess_Appraising");
        var appraise = task(superior.organisation, "UserTask_AppraiseOrganisation", dossier);
        var agrees = Map.<String, Object>of("outcome", "AGREE", "opinion", "Thống nhất.");
        throughEveryForm(writer, appraise, agrees, "không được thẩm định");
        refused(
                page(writer, page + "/tham-dinh/ORGANISATION", "outcome", "AGREE", "opinion", "Thống nhất."),
                "không được thẩm định");
        pastTheForm(writer, appraise);
        assertThat(appraisals.of(dossiers.get(dossier)))
                .allSatisfy(one -> assertThat(one.given()).isNull());

        done(appraisals.give(
                dossier, Board.ORGANISATION, Appraisal.Outcome.AGREE, "Được.", List.of(), superior.organisation));
        done(appraisals.give(
                dossier, Board.PROPAGANDA, Appraisal.Outcome.AGREE, "Được.", List.of(), superior.propaganda));
        done(appraisals.give(dossier, Board.OFFICE, Appraisal.Outcome.AGREE, "Được.", List.of(), superior.office));
        done(slips.open(dossier, "Các đơn vị thống nhất.", superior.office));
        superior.ward.run(dossier, "SubProcess_GivingSlips#multiInstanceBody");
        var slip = own(writer, "UserTask_GiveSlip", dossier);
        throughEveryForm(writer, slip, Map.of("answer", "AGREE"), "không được cho ý kiến bằng phiếu");
        refused(page(writer, page + "/phieu", "member", writer, "answer", "AGREE"), "không được cho ý kiến bằng phiếu");
        pastTheForm(writer, slip);
        assertThat(slips.current(dossiers.get(dossier)).orElseThrow().given()).isZero();

        superior.members.forEach(member -> superior.agree(dossier, member));
        assertThat(slips.count(dossier)).isTrue();
        superior.ward.run(dossier, "UserTask_DecideApproval");
        var decide = task(superior.secretary, "UserTask_DecideApproval", dossier);
        throughEveryForm(writer, decide, APPROVE, "không được quyết định");
        refused(page(writer, page + "/quyet-dinh", "decision", "APPROVE"), "không được quyết định");
        refused(page(writer, page + "/quyet-dinh/yeu-cau", "text", "Thêm"), "không được quyết định");
        pastTheForm(writer, decide);
        assertThat(approvals.decision(dossier, 1).orElseThrow().outcome()).isNull();
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.DECIDING);

        assertThat(traces("dossier:" + dossier))
                .hasSize(3 * DOORS + 4)
                .startsWith(Collections.nCopies(DOORS + 1, writer + " APPRAISE_ATTEMPT_REFUSED")
                        .toArray(String[]::new))
                .endsWith(Collections.nCopies(DOORS + 2, writer + " DECIDE_ATTEMPT_REFUSED")
                        .toArray(String[]::new))
                .filteredOn((writer + " SLIP_ATTEMPT_REFUSED")::equals)
                .hasSize(DOORS + 1);
    }

    @Test
    void nothingIsSentWithOneOpinionUnanswered() {
        var ward = DossierWard.open(context);
        var dossier = ward.dossier();
        ward.bringIn(dossier);
        ward.run(dossier, "UserTask_AssembleDossier");
        assertThat(send(ward.office, task(ward.office, "UserTask_AssembleDossier", dossier), Map.of())
                        .ok())
                .isTrue();
        var sign = task(ward.secretary, "UserTask_SignDossier", dossier);
        var said = new SuperiorRounds.Said(
                "opinion:1", 0, "", CommentType.AMEND, "Sửa lại.", ward.superiorOffice, null, null);
        superiorRounds.open(
                ward.documentIds().get(1), 1, "session:" + ward.id, "Thông báo kết luận số 03-TB/TCT", List.of(said));
        // there is no page that signs or sends: both are done in the form alone
        throughEveryForm(ward.secretary, sign, Map.of("decision", "SIGN"), "1 ý kiến chưa có");
        pastTheForm(ward.secretary, sign);
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.COMPLETE);
        assertThat(send(ward.secretary, sign, Map.of("decision", "RETURN", "reason", "Còn ý kiến"))
                        .ok())
                .isTrue();
        var assemble = task(ward.office, "UserTask_AssembleDossier", dossier);
        throughEveryForm(ward.office, assemble, Map.of(), "1 ý kiến chưa có");
        pastTheForm(ward.office, assemble);

        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.ASSEMBLING);
        assertThat(submissions.of(dossier)).isEmpty();
        assertThat(traces("dossier:" + dossier))
                .hasSize(2 * DOORS)
                .startsWith(Collections.nCopies(DOORS, ward.secretary + " DOSSIER_SEND_ATTEMPT_REFUSED")
                        .toArray(String[]::new))
                .endsWith(Collections.nCopies(DOORS, ward.office + " DOSSIER_SEND_ATTEMPT_REFUSED")
                        .toArray(String[]::new));
    }

    @Test
    void aPublishedVersionNeverChanges() {
        var ward = DossierWard.open(context);
        var document = ward.documentIds().get(0);
        var version = versions.latest(document).orElseThrow();
        var before = versions.read(version).clauses();
        var draft = "/van-kien/" + document + "/nhap/" + version.id();
        // no form of a process changes a text, so the engine has no door to it; the pages do for drafts
        refused(page(ward.editor, draft + "/doan", "q1", "new"), "không còn: đã được công bố");
        refused(page(ward.editor, draft + "/de-xuat/1", "accept", "true"), "không còn: đã được công bố");
        refused(page(ward.editor, draft + "/de-xuat", "accept", "true"), "không còn: đã được công bố");
        refused(page(ward.editor, draft + "/cap-nhat"), "không còn: đã được công bố");
        refused(page(ward.editor, draft + "/bo"), "không còn: đã được công bố");
        refused(page(ward.editor, draft + "/chi-tieu", "code", "KT1", "name", "Thu"), "không còn: đã được công bố");
        refused(page(ward.editor, draft + "/chi-tieu/bo", "code", "KT1"), "không còn: đã được công bố");
        refused(page(ward.editor, draft + "/chi-tieu/lay", "row", "1"), "không còn: đã được công bố");
        assertThat(traces("document:" + document))
                .isEqualTo(Collections.nCopies(8, ward.editor + " VERSION_ALTER_ATTEMPT_REFUSED"));
        // whoever publishes twice only pressed the button twice
        refused(page(ward.editor, draft + "/cong-bo"), "không còn: đã được công bố");

        refusedByTheDatabase(
                version.id(),
                "update document_version set note = 'x' where id = ?",
                "delete from document_version where id = ?",
                "update clause set text = 'x' where version_id = ?",
                "delete from clause where version_id = ?",
                "insert into clause select version_id, position + 900, id + 900, kind, depth, label, text, marks from clause"
                        + " where version_id = ?");
        assertThat(versions.latest(document)).hasValue(version);
        assertThat(versions.read(version).clauses()).isEqualTo(before);
        assertThat(traces("document:" + document)).hasSize(8);
    }

    @Test
    void whatWasSentNeverChanges() {
        var ward = DossierWard.open(context);
        var dossier = ward.sent();
        var page = "/trinh-duyet/" + dossier;
        var sent = submissions.of(dossier).get(0);
        var files = submissions.files(sent);
        var uploads = contributions.uploads(dossier);
        var papers = contributions.papers(dossier);
        var office = signedIn(ward.office);
        var pdf = OfficeFiles.pdf("Khac");
        refused(office.upload("/van-kien", page + "/tep", pdf, "muc", "WORKING_RULES"), "không sửa được nữa");
        refused(page(ward.office, page + "/bo", "muc", "WORKING_RULES"), "không sửa được nữa");
        refused(
                page(
                        ward.office,
                        page + "/ban-giay",
                        "muc",
                        "PERSONNEL_SCHEME",
                        "so",
                        "08",
                        "ngay",
                        "2026-01-06",
                        "noi",
                        "Tủ"),
                "không sửa được nữa");
        refused(page(ward.office, page + "/danh-dau", "muc", "WORKING_RULES"), "Việc này thuộc về");
        refused(page(ward.superiorOffice, page + "/bo", "muc", "WORKING_RULES"), "Việc này thuộc về");
        done(dossiers.receive(dossier, ward.superiorOffice));
        refused(page(ward.superiorOffice, page + "/danh-dau", "muc", "WORKING_RULES"), "không còn thực hiện được");
        var own = ward.office + " DOSSIER_ALTER_ATTEMPT_REFUSED";
        var theirs = ward.superiorOffice + " DOSSIER_ALTER_ATTEMPT_REFUSED";
        assertThat(traces("dossier:" + dossier)).containsExactly(own, own, own, own, theirs, theirs);

        for (var table : List.of(
                "dossier_submission",
                "dossier_submission_file",
                "dossier_submission_item",
                "dossier_upload",
                "dossier_paper",
                "dossier_signed_version",
                "dossier_receipt")) {
            refusedByTheDatabase(dossier, "delete from " + table + " where dossier = ?");
        }
        refusedByTheDatabase(
                dossier,
                "update dossier_submission set manifest = 'x' where dossier = ?",
                "update dossier_submission_file set size = 1 where dossier = ?",
                "update dossier_submission_item set note = 'x' where dossier = ?",
                "update dossier_upload set file_name = 'x' where dossier = ?",
                "update dossier_content set bytes = 'x' where sha256 in"
                        + " (select sha256 from dossier_submission_file where dossier = ?)",
                """
                insert into dossier_submission_file
                select dossier, submission, 900, item, 'them.pdf', version, size, sha256
                from dossier_submission_file where dossier = ? and position = 1""");
        refusedByTheDatabase(
                dossier,
                "insert into dossier_finding select dossier, submission, item, 'x', now()"
                        + " from dossier_submission_file where dossier = ? and position = 1");
        assertThat(submissions.of(dossier)).containsExactly(sent);
        assertThat(submissions.files(sent)).isEqualTo(files);
        assertThat(contributions.uploads(dossier)).isEqualTo(uploads);
        assertThat(contributions.papers(dossier)).isEqualTo(papers);
        assertThat(receipts.marked(dossier, sent.number())).isEmpty();
    }

    /** Given back by a supervisor and taken by somebody else of the group, a task still is the one's it asks. */
    @Test
    void aMembersOwnTaskIsCompletedByTheMemberOrWhoStandsIn() {
        var ward = ConcludingWard.open(context);
        var session = ward.held();
        ward.run(session, "SubProcess_Session");
        var opinion = own(ward.member, "UserTask_FileOpinions", session);
        handOver(ward.superiorOffice, opinion, ward.head);
        int filed = opinions.ofSession(session).size();
        throughEveryForm(ward.head, opinion, Map.of("choice", "DONE"), "Việc này là của Tài khoản " + ward.member);
        throughEveryForm(
                ward.head,
                opinion,
                Map.of("choice", "ADD", "type", "AMEND", "document", ward.document, "text", "Thay thành viên"),
                "Việc này là của Tài khoản " + ward.member);
        assertThat(opinions.ofSession(session)).hasSize(filed);
        assertThat(traces("session:" + session))
                .isEqualTo(Collections.nCopies(2 * DOORS, ward.head + " OPINION_ATTEMPT_REFUSED"));
        ward.standInForMember(ward.superiorOffice);
        handOver(ward.superiorOffice, opinion, ward.superiorOffice);
        assertThat(send(ward.superiorOffice, opinion, Map.of("choice", "DONE")).ok())
                .isTrue();

        var superior = ApprovalWard.open(context);
        var dossier = superior.asked();
        superior.ward.run(dossier, "SubProcess_GivingSlips#multiInstanceBody");
        var first = superior.members.get(0);
        var second = superior.members.get(1);
        var slip = own(first, "UserTask_GiveSlip", dossier);
        handOver(superior.office, slip, second);
        throughEveryForm(second, slip, Map.of("answer", "AGREE"), "chỉ gửi phiếu của mình");
        refused(
                page(second, "/trinh-duyet/" + dossier + "/phieu", "member", first, "answer", "AGREE"),
                "chỉ gửi phiếu của mình");
        assertThat(slips.current(dossiers.get(dossier)).orElseThrow().given()).isZero();
        assertThat(traces("dossier:" + dossier))
                .isEqualTo(Collections.nCopies(DOORS + 1, second + " SLIP_ATTEMPT_REFUSED"));
        superior.standIn(first, VietnamTime.today(clock));
        handOver(superior.office, slip, superior.substitute);
        assertThat(send(superior.substitute, slip, Map.of("answer", "AGREE")).ok())
                .isTrue();
        assertThat(slips.current(dossiers.get(dossier)).orElseThrow().of(first).bySubstitute())
                .isTrue();
    }

    @Test
    void theWardHasNoSayInWhatTheSuperiorIsAsked() {
        var superior = ApprovalWard.open(context);
        var dossier = superior.received();
        superior.ward.run(dossier, "SubProcess_Appraising");
        var task = task(superior.organisation, "UserTask_AppraiseOrganisation", dossier);
        for (var user : List.of(superior.ward.secretary, superior.ward.office, superior.propaganda)) {
            assertThat(rest.get(user, "/task/" + task + "/form-variables").status())
                    .as(user)
                    .isEqualTo(403);
            for (var call : Map.of(
                            "/claim", Map.of("userId", user),
                            "/assignee", Map.of("userId", superior.organisation),
                            "/unclaim", Map.of(),
                            "/comment/create", Map.of("message", "Nhanh lên"))
                    .entrySet()) {
                assertThat(rest.post(user, "/task/" + task + call.getKey(), call.getValue())
                                .status())
                        .as("%s by %s", call.getKey(), user)
                        .isEqualTo(403);
            }
        }
        assertThat(rest.get(superior.secretary, "/task/" + task + "/form-variables")
                        .status())
                .isEqualTo(200);
        for (var user : List.of(superior.organisation, superior.secretary)) {
            var commented = rest.post(user, "/task/" + task + "/comment/create", Map.of("message", "Chờ số liệu"));
            assertThat(commented.ok()).as("%s: %s", user, commented).isTrue();
        }
        assertThat(rest.get(superior.organisation, "/task/" + task + "/comment").body())
                .hasSize(2);
        var assigned =
                rest.post(superior.secretary, "/task/" + task + "/assignee", Map.of("userId", superior.organisation));
        assertThat(assigned.ok()).as("%s", assigned).isTrue();
    }

    /** A supervisor gives the task back to its group, of which somebody takes it. */
    private void handOver(String supervisor, String task, String user) {
        for (var answer : List.of(
                rest.post(supervisor, "/task/" + task + "/unclaim", Map.of()),
                rest.post(user, "/task/" + task + "/claim", Map.of("userId", user)))) {
            assertThat(answer.ok()).as("%s", answer).isTrue();
        }
    }

    /** The form as a program sends it, by two addresses, and as Tasklist does. */
    private void throughEveryForm(String user, String task, Map<String, ?> fields, String words) {
        for (var door : List.of("submit-form", "complete")) {
            var answer = rest.post(user, "/task/" + task + "/" + door, Rest.form(fields));
            assertThat(answer.status()).as("%s: %s", door, answer).isBetween(400, 499);
            assertThat(answer.message()).as(door).contains(words);
        }
        var answer = signedIn(user).post(WEBAPP + "/task/" + task + "/submit-form", written(Rest.form(fields)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains(words);
        assertThat(open(task)).isTrue();
    }

    /** What a program could try besides. */
    private void pastTheForm(String user, String task) {
        for (var call : Map.of(
                        "resolve", Map.of(),
                        "bpmnError", Map.of("errorCode", "x"),
                        "bpmnEscalation", Map.of("escalationCode", "x"),
                        "variables", Map.of("modifications", Rest.values(Map.of("quorumReached", "YES"))),
                        "delegate", Map.of("userId", user))
                .entrySet()) {
            var path = "/task/" + task + "/" + call.getKey();
            var answer = rest.post(user, path, call.getValue());
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.message()).as(path).isNotBlank();
            assertThat(traces("engine:/engine-rest" + path)).containsExactly(user + " ENGINE_CALL_ATTEMPT_REFUSED");
        }
        assertThat(open(task)).isTrue();
    }

    private void refusedByTheDatabase(String id, String... changes) {
        for (var change : changes) {
            assertThatThrownBy(() -> jdbc.sql(change).param(id).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageMatching("(?s).*(never changes|append-only|frozen|is closed|decided on).*");
        }
    }

    private static void refused(HttpResponse<String> answer, String... words) {
        assertThat(answer.body()).contains(words);
    }

    private HttpResponse<String> page(String user, String path, String... fields) {
        return signedIn(user).submit("/van-kien", path, fields);
    }

    private Session signedIn(String user) {
        return sessions.computeIfAbsent(user, name -> Session.signIn(port, name));
    }

    private Rest.Answer send(String user, String task, Map<String, ?> fields) {
        return rest.post(user, "/task/" + task + "/submit-form", Rest.form(fields));
    }

    private String task(String user, String element, String businessKey) {
        return found(user, element, businessKey, "");
    }

    /** Of several tasks of one element the one that was given to the user. */
    private String own(String user, String element, String businessKey) {
        return found(user, element, businessKey, "&assignee=" + user);
    }

    private String found(String user, String element, String businessKey, String more) {
        return Awaitility.await(element + " for " + user)
                .until(
                        () -> rest.get(
                                        user,
                                        "/task?maxResults=20&taskDefinitionKey=" + element
                                                + "&processInstanceBusinessKey=" + businessKey + more)
                                .body()
                                .findValuesAsText("id"),
                        one -> one.size() == 1)
                .get(0);
    }

    private boolean open(String task) {
        return jdbc.sql("select count(*) from act_ru_task where id_ = ?")
                        .param(task)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private void status(String dossier, DossierStatus status) {
        jdbc.sql("update dossier set status = ? where id = ?")
                .params(status.name(), dossier)
                .update();
    }

    private List<String> traces(String subject) {
        return audit.of(subject).stream()
                .map(AuditLog.Recorded::entry)
                .filter(entry -> entry.action().endsWith("_ATTEMPT_REFUSED"))
                .map(entry -> entry.who() + " " + entry.action())
                .toList();
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }
}
