package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.approval.DossierStatus;
import vn.daihoi.approval.DossierWard;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.Submissions;
import vn.daihoi.approval.process.DossierApprovalProcess;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.RunningProcesses;
import vn.daihoi.support.IntegrationTest;

/** A dossier through its forms, over the engine's own interface, as the people who fill them in. */
@IntegrationTest
class DossierFormsTest {

    private static final String ASSEMBLE = "UserTask_AssembleDossier";
    private static final String SIGN = "UserTask_SignDossier";
    private static final String RECEIVE = "UserTask_ReceiveDossier";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RunningProcesses processes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Submissions submissions;

    @LocalServerPort
    private int port;

    private String task(Rest rest, String user, String key, String dossier) {
        return Awaitility.await(key)
                .until(
                        () -> rest.get(
                                        user,
                                        "/task?maxResults=10&taskDefinitionKey=" + key + "&processInstanceBusinessKey="
                                                + dossier)
                                .body()
                                .findValuesAsText("id"),
                        found -> found.size() == 1)
                .get(0);
    }

    private static Rest.Answer sent(Rest rest, String user, String task, Map<String, ?> fields) {
        return rest.post(user, "/task/" + task + "/submit-form", Rest.form(fields));
    }

    private static String shown(Rest rest, String user, String task, String field) {
        return rest.get(user, "/task/" + task + "/form-variables")
                .body()
                .path(field)
                .path("value")
                .asText();
    }

    @Test
    void nothingPassesTheFormsThatMayNot() {
        var ward = DossierWard.open(context);
        var other = DossierWard.open(context);
        var dossier = ward.dossier();
        processes.start(
                DossierApprovalProcess.KEY,
                dossier,
                ward.id,
                ProcessValues.of(Variables.WARD_ID, ward.id)
                        .and(Variables.CONGRESS_ID, ward.congress)
                        .and(Variables.SUPERIOR_ID, dossiers.get(dossier).superior())
                        .and(Variables.DOSSIER_ID, dossier));
        var rest = new Rest(port, DossierWard.PASSWORD);

        var assemble = task(rest, ward.office, ASSEMBLE, dossier);
        assertThat(rest.get(ward.office, "/task/" + assemble)
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("Lập hồ sơ trình duyệt · Hồ sơ trình duyệt lần 1 · Phường " + ward.id);
        assertThat(shown(rest, ward.office, assemble, "dossierSummary"))
                .contains("đủ 9/16 mục", "Còn thiếu", "(/trinh-duyet/" + dossier + ")");
        assertThat(Session.signIn(port, ward.office)
                        .get("/trinh-duyet/viec/" + assemble)
                        .body())
                .contains("Danh mục hồ sơ");
        for (var user : List.of(ward.secretary, ward.editor, ward.superiorOffice, other.office)) {
            assertThat(sent(rest, user, assemble, Map.of()).ok()).as(user).isFalse();
        }
        assertThat(sent(rest, ward.office, assemble, Map.of()).message())
                .contains("Hồ sơ chưa đủ để trình", "chưa có tệp");
        assertThat(sent(rest, ward.office, assemble, Map.of("signature", "SIGNED"))
                        .ok())
                .as("a field that isn't asked")
                .isFalse();
        ward.bringIn(dossier);
        assertThat(sent(rest, ward.office, assemble, Map.of("note", "Đã kiểm tra"))
                        .ok())
                .isTrue();

        var sign = task(rest, ward.secretary, SIGN, dossier);
        assertThat(shown(rest, ward.secretary, sign, "dossierSummary")).contains("đủ 16/16 mục");
        assertThat(sent(rest, ward.office, sign, Map.of("decision", "SIGN")).ok())
                .isFalse();
        assertThat(sent(rest, ward.secretary, sign, Map.of("decision", "RETURN"))
                        .message())
                .contains("“Lý do trả lại”");
        assertThat(sent(rest, ward.secretary, sign, Map.of("decision", "RETURN", "reason", "Thiếu *chữ ký*"))
                        .ok())
                .isTrue();
        var again = task(rest, ward.office, ASSEMBLE, dossier);
        assertThat(shown(rest, ward.office, again, "returnReason")).isEqualTo("Thiếu \\*chữ ký\\*");
        assertThat(sent(rest, ward.office, again, Map.of()).ok()).isTrue();
        assertThat(sent(rest, ward.secretary, task(rest, ward.secretary, SIGN, dossier), Map.of("decision", "SIGN"))
                        .ok())
                .isTrue();

        var receive = task(rest, ward.superiorOffice, RECEIVE, dossier);
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.SENT);
        var manifest = submissions.of(dossier).get(0).sha256();
        assertThat(shown(rest, ward.superiorOffice, receive, "dossierSummary")).contains(manifest);
        for (var user : List.of(ward.office, ward.secretary)) {
            assertThat(sent(rest, user, receive, Map.of("decision", "RECEIVE")).ok())
                    .as(user)
                    .isFalse();
        }
        var back = Map.of("decision", "RETURN", "reason", "Bổ sung quy chế");
        assertThat(sent(rest, ward.superiorOffice, receive, back).message()).contains("đánh dấu");
        dossiers.mark(dossier, Set.of(), Set.of("WORKING_RULES"), ward.superiorOffice);
        assertThat(shown(rest, ward.superiorOffice, receive, "findings")).isEqualTo("- Quy chế làm việc của đại hội");
        assertThat(sent(rest, ward.superiorOffice, receive, back).ok()).isTrue();
        var third = task(rest, ward.office, ASSEMBLE, dossier);
        assertThat(shown(rest, ward.office, third, "returnReason"))
                .contains("Bổ sung quy chế", "- Quy chế làm việc của đại hội");
        assertThat(submissions.of(dossier)).hasSize(1);
    }
}
