package vn.daihoi.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.congress.CongressPlan;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Contents;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.CellType;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.support.Instances;
import vn.daihoi.support.Publication;

/**
 * A ward of one test whose documents are published, commented on and adopted, so that its dossier lacks only what is brought
 * in by hand. What its neighbours record is put into their tables as it stands then; no process runs.
 */
public final class DossierWard {

    /** Password of everybody here. */
    public static final String PASSWORD = "demo";

    /** Where it is pinned. */
    public static final String RULES = "CT45-2025";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final String SUPERIOR = "thanhuy";
    private static final String BY = "test";

    public final String id = "hs" + NUMBER.incrementAndGet();
    public final String office = "vanphong." + id;
    public final String secretary = "bithu." + id;
    public final String editor = "bientap1." + id;
    public final String cellSecretary = "chibo." + id;
    public final String superiorOffice = "vanphongtu." + id;
    public final String congress;

    private final ApplicationContext context;
    private final String superior;
    private final JdbcClient jdbc;
    private final Timestamp now;

    private DossierWard(ApplicationContext context, String superior) {
        this.context = context;
        this.superior = superior;
        jdbc = context.getBean(JdbcClient.class);
        now = Timestamp.from(context.getBean(Clock.class).instant());
        people();
        var congresses = context.getBean(Congresses.class);
        var opening = congresses.open("2025–2030", null, office);
        congress = ((Congresses.Opening.Opened) opening).congress().id();
        var opensOn = VietnamTime.today(context.getBean(Clock.class)).plusDays(90);
        var plan = new CongressPlan(opensOn, opensOn, "Hội trường", Contents.FOUR, RULES, null);
        assertThat(congresses.plan(congress, plan, office)).isEqualTo(Verdict.done());
        assertThat(congresses.approvePlan(congress, secretary)).isEqualTo(Verdict.done());
        fill(RuleParameter.DOSSIER_WORKING_DAYS, 20);
        fill(RuleParameter.APPRAISAL_WORKING_DAYS, 5);
        documents();
        cellHeld();
        sessionWaived();
        adopt();
    }

    /** Opens one. */
    public static DossierWard open(ApplicationContext context) {
        return open(context, SUPERIOR);
    }

    /** Opens one below a superior of its own. */
    public static DossierWard open(ApplicationContext context, String superior) {
        return new DossierWard(context, superior);
    }

    private void people() {
        var units = context.getBean(UnitChanges.class);
        done(units.add(
                new NewUnit(id, UnitKind.WARD, "Đảng bộ phường " + id, "Phường " + id, null, null, 70, BEGIN, superior),
                BY));
        done(units.add(
                new NewUnit(cell(), UnitKind.CELL, "Chi bộ số 1", "Số 1", 240, CellType.RESIDENTIAL, 1, BEGIN, id),
                BY));
        var roles = new ArrayList<NewRole>(List.of(
                role(office, Role.WARD_OFFICE, id),
                role(secretary, Role.WARD_SECRETARY, id),
                role(editor, Role.EDITOR, id),
                role(cellSecretary, Role.CELL_SECRETARY, cell()),
                role(superiorOffice, Role.SUPERIOR_OFFICE, superior)));
        context.getBean(Accounts.class)
                .openForDemo(
                        roles.stream()
                                .map(role -> new NewAccount(role.account(), "Tài khoản " + role.account(), BEGIN))
                                .toList(),
                        PASSWORD,
                        BY);
        roles.forEach(role -> done(context.getBean(RoleAssignments.class).assign(role, BY)));
    }

    /** Gives another role in the ward, as somebody has who stands in. */
    public void also(String account, Role role) {
        done(context.getBean(RoleAssignments.class).assign(role(account, role, id), BY));
    }

    /** Fills in a rule parameter, or empties it again. */
    public void fill(RuleParameter parameter, @org.jspecify.annotations.Nullable Integer value) {
        jdbc.sql(
                        """
                        insert into rule_value (rule_set, parameter, number, value, basis, filled_by, filled_at)
                        select :tag, :parameter, coalesce(max(number), 0) + 1, :value, 'test', 'test', :at
                        from rule_value where rule_set = :tag and parameter = :parameter""")
                .param("tag", RULES)
                .param("parameter", parameter.name())
                .param("value", value)
                .param("at", now)
                .update();
    }

    private void documents() {
        context.getBean(Documents.class).openAll(congress);
        for (var document : documentIds()) {
            publish(document, "Tăng trưởng kinh tế bình quân tám phần trăm mỗi năm.");
            round(document, 1, "SKIPPED", "Đã lấy ý kiến ở hội nghị toàn thể");
        }
        round(documentIds().get(0), 2, "PUBLISHED", null);
    }

    /** Ids of its documents, in the order of their types. */
    public List<String> documentIds() {
        return context.getBean(Documents.class).openedIds(congress);
    }

    /** Publishes a next version. */
    public void publish(String document, String text) {
        new Publication(context).of(document, editor, text);
    }

    /** Puts a comment round where it may stand. */
    public void round(
            String document, int number, String status, @org.jspecify.annotations.Nullable String skipReason) {
        jdbc.sql(
                        """
                        insert into comment_round (id, document, congress, ward, number, status, version_number, skip_reason,
                            closes_at, sources, channels, questions, slug, planned_by, planned_at, opened_by, opened_at,
                            closed_by, closed_at, agreed_points, differing, proposals, ended_by, ended_at, created_at)
                        values (:id, :document, :congress, :ward, :number, :status, 1, :skip, :at, 'PARTY_MEMBER', 'WRITTEN', '',
                            :slug, :office, :at, :secretary, :at, 'system', :at, 'Thống nhất.', 'Không.', 'Không.',
                            :office, :at, :at)""")
                .param("id", UUID.randomUUID().toString())
                .param("document", document)
                .param("congress", congress)
                .param("ward", id)
                .param("number", number)
                .param("status", status)
                .param("skip", skipReason)
                .param("slug", "hs-" + UUID.randomUUID().toString().substring(0, 12))
                .param("office", office)
                .param("secretary", secretary)
                .param("at", now)
                .update();
    }

    private void cellHeld() {
        jdbc.sql(
                        """
                        insert into cell_congress (id, congress, cell, round, status, planned_date, venue, outcome, held_on,
                            convened, present, minutes_number, decision_number, created_at, version)
                        values (:id, :congress, :cell, 1, 'RECOGNISED', current_date, 'Nhà văn hóa', 'HELD', current_date,
                            240, 230, '01-BB', '01-QĐ', :at, 1)""")
                .param("id", UUID.randomUUID().toString())
                .param("congress", congress)
                .param("cell", cell())
                .param("at", now)
                .update();
    }

    private void sessionWaived() {
        jdbc.sql(
                        """
                        insert into working_session (id, congress, ward, superior, number, status, waive_reason, ended_by,
                            ended_at, created_at)
                        values (:id, :congress, :ward, :superior, 1, 'WAIVED', 'Đã góp ý bằng văn bản', 'vanphongtu', :at, :at)""")
                .param("id", UUID.randomUUID().toString())
                .param("congress", congress)
                .param("ward", id)
                .param("superior", superior)
                .param("at", now)
                .update();
    }

    /** The executive committee adopts every document as it stands now. */
    public void adopt() {
        int number = jdbc.sql("select count(*) + 1 from adoption where congress = ?")
                .param(congress)
                .query(Integer.class)
                .single();
        jdbc.sql(
                        """
                        insert into adoption (congress, number, held_on, convened, present, minutes_number, adopted, recorded_by,
                            recorded_at)
                        values (:congress, :number, current_date, 15, 14, :minutes, true, :by, :at)""")
                .param("congress", congress)
                .param("number", number)
                .param("minutes", number + "-BB/ĐU")
                .param("by", office)
                .param("at", now)
                .update();
        for (var document : documentIds()) {
            var version = context.getBean(Versions.class).latest(document).orElseThrow();
            jdbc.sql("insert into adoption_document values (:congress, :number, :document, :version, :sha256)")
                    .param("congress", congress)
                    .param("number", number)
                    .param("document", document)
                    .param("version", version.number())
                    .param("sha256", version.sha256())
                    .update();
        }
    }

    /** Its dossier, opened. */
    public String dossier() {
        return context.getBean(Dossiers.class).prepare(congress);
    }

    /** Brings in by hand whatever the checklist wants so. */
    public void bringIn(String dossier) {
        var contributions = context.getBean(Contributions.class);
        var report = context.getBean(Completeness.class)
                .of(context.getBean(Dossiers.class).get(dossier));
        for (var line : report.lines()) {
            switch (line.item().kind()) {
                case UPLOAD ->
                    assertThat(contributions.upload(
                                    dossier,
                                    line.item().code(),
                                    "Tệp.pdf",
                                    OfficeFiles.pdf("Noi dung " + line.item().code()),
                                    false,
                                    office))
                            .as(line.item().code())
                            .isEqualTo(Verdict.done());
                case PAPER ->
                    assertThat(contributions.recordPaper(
                                    dossier,
                                    line.item().code(),
                                    new Contributions.PaperReceipt("07", LocalDate.of(2026, 1, 5), "Két hồ sơ"),
                                    office))
                            .as(line.item().code())
                            .isEqualTo(Verdict.done());
                case SYSTEM -> {}
            }
        }
    }

    /** Brings a dossier to where the superior's office has it, and gives its id. */
    public String sent() {
        var dossiers = context.getBean(Dossiers.class);
        var dossier = dossier();
        bringIn(dossier);
        send(dossiers, dossier);
        return dossier;
    }

    /** Completes, signs and sends it. */
    void send(Dossiers dossiers, String dossier) {
        assertThat(dossiers.complete(dossier, null, office)).isEqualTo(Verdict.done());
        assertThat(dossiers.sign(dossier, secretary)).isEqualTo(Verdict.done());
        dossiers.send(dossier);
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.SENT);
    }

    /** Lets the process of a dossier run from this element on. */
    public void run(String dossier, String activity) {
        Instances.startBefore(
                context,
                "dossierApproval",
                dossier,
                activity,
                Map.of("wardId", id, "congressId", congress, "superiorId", superior, "dossierId", dossier));
    }

    /** Does something in a transaction of its own. */
    void inTransaction(Runnable deed) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(own -> deed.run());
    }

    private String cell() {
        return id + ".cb01";
    }

    private static NewRole role(String account, Role role, String unit) {
        return new NewRole(account, role, unit, BEGIN, null);
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
}
