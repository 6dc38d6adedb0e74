package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Congresses;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;
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
import vn.daihoi.support.Publication;

/**
 * A ward of one test with three cells and the Front, a published document and an open round on it. The round is put into
 * its table as it stands once it was opened; no process runs.
 */
public final class RoundWard {

    /** Password of everybody here. */
    public static final String PASSWORD = "demo";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final String BY = "test";

    public final String id = "yk" + NUMBER.incrementAndGet();
    public final String office = "vanphong." + id;
    public final String secretary = "bithu." + id;
    public final String editor = "bientap1." + id;
    public final String secondEditor = "bientap2." + id;
    public final String front = "mttq." + id;
    public final List<String> cells = List.of(id + ".cb01", id + ".cb02", id + ".cb03");
    public final String congress;
    public final String document;
    public final String round = UUID.randomUUID().toString();
    public final String slug = "vong-" + id;

    private final ApplicationContext context;

    private RoundWard(ApplicationContext context, String... paragraphs) {
        this.context = context;
        var units = context.getBean(UnitChanges.class);
        done(units.add(
                new NewUnit(
                        id, UnitKind.WARD, "Đảng bộ phường " + id, "Phường " + id, null, null, 60, BEGIN, "thanhuy"),
                BY));
        done(units.assignBody("tct1", id, BEGIN, null, BY));
        var roles = new ArrayList<NewRole>(List.of(
                role(office, Role.WARD_OFFICE, id),
                role(secretary, Role.WARD_SECRETARY, id),
                role(editor, Role.EDITOR, id),
                role(secondEditor, Role.EDITOR, id),
                role(front, Role.MASS_ORGANISATION, frontUnit())));
        for (int at = 0; at < cells.size(); at++) {
            done(units.add(
                    new NewUnit(
                            cells.get(at),
                            UnitKind.CELL,
                            "Chi bộ số " + (at + 1),
                            "Số " + (at + 1),
                            40,
                            CellType.RESIDENTIAL,
                            at + 1,
                            BEGIN,
                            id),
                    BY));
            roles.add(role(cellSecretary(at), Role.CELL_SECRETARY, cells.get(at)));
        }
        done(units.add(
                new NewUnit(
                        frontUnit(), UnitKind.ORGANISATION, "Mặt trận Tổ quốc", "Mặt trận", null, null, 1, BEGIN, id),
                BY));
        context.getBean(Accounts.class)
                .openForDemo(
                        roles.stream()
                                .map(role -> new NewAccount(role.account(), "Tài khoản " + role.account(), BEGIN))
                                .toList(),
                        PASSWORD,
                        BY);
        roles.forEach(role -> done(context.getBean(RoleAssignments.class).assign(role, BY)));
        var opening = context.getBean(Congresses.class).open("2025–2030", null, office);
        congress = ((Congresses.Opening.Opened) opening).congress().id();
        context.getBean(Documents.class).openAll(congress);
        document = context.getBean(Documents.class).openedIds(congress).get(0);
        new Publication(context).of(document, editor, paragraphs);
        open();
    }

    /** Opens a ward whose document consists of these paragraphs, with clause ids from 1. */
    public static RoundWard open(ApplicationContext context, String... paragraphs) {
        return new RoundWard(context, paragraphs);
    }

    /** Account of the secretary of a cell, from 0. */
    public String cellSecretary(int cell) {
        return "chibo%02d.%s".formatted(cell + 1, id);
    }

    /** Id of the unit of the Front. */
    public String frontUnit() {
        return id + ".mttq";
    }

    /** The round as it stands. */
    public Round round() {
        return context.getBean(Rounds.class).get(round);
    }

    /** The clauses of the version circulated. */
    public List<Clause> clauses() {
        var versions = context.getBean(Versions.class);
        return versions.read(versions.latest(document).orElseThrow()).clauses();
    }

    /** Publishes a next version of the document. */
    public void publish(String... paragraphs) {
        new Publication(context).of(document, editor, paragraphs);
    }

    /** Puts the round where a test needs it. */
    public void status(RoundStatus status) {
        context.getBean(JdbcClient.class)
                .sql("update comment_round set status = ? where id = ?")
                .params(status.name(), round)
                .update();
    }

    private void open() {
        var jdbc = context.getBean(JdbcClient.class);
        var now = context.getBean(Clock.class).instant();
        jdbc.sql(
                        """
                        insert into comment_round (id, document, congress, ward, number, status, version_number, closes_at,
                            sources, channels, questions, planned_by, planned_at, slug, opened_by, opened_at, created_at)
                        values (:id, :document, :congress, :ward, 1, 'OPEN', 1, :closes,
                            'PARTY_MEMBER,UNION_MEMBER,ASSOCIATION_MEMBER,RESIDENT,ORGANISATION',
                            'CONFERENCE,WRITTEN,PUBLIC_PAGE', 'Mục tiêu đã sát thực tế chưa?', :office, :at, :slug,
                            :secretary, :at, :at)""")
                .param("id", round)
                .param("document", document)
                .param("congress", congress)
                .param("ward", id)
                .param("closes", Timestamp.from(now.plus(Duration.ofDays(14))))
                .param("office", office)
                .param("secretary", secretary)
                .param("slug", slug)
                .param("at", Timestamp.from(now))
                .update();
        for (int at = 0; at < cells.size(); at++) {
            invite(jdbc, cells.get(at), "CELL", "Chi bộ số " + (at + 1), at + 1, 40);
        }
        invite(jdbc, frontUnit(), "ORGANISATION", "Mặt trận Tổ quốc", 1, null);
    }

    private void invite(
            JdbcClient jdbc,
            String unit,
            String kind,
            String name,
            int position,
            @org.jspecify.annotations.Nullable Integer members) {
        jdbc.sql(
                        """
                        insert into round_invitee (round, unit, kind, name, position, members)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(round, unit, kind, name, position, members))
                .update();
    }

    private static NewRole role(String account, Role role, String unit) {
        return new NewRole(account, role, unit, BEGIN, null);
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
}
