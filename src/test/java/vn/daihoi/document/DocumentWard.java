package vn.daihoi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Fingerprint;
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

/** A ward of one test, with a congress whose documents are open; no process runs. */
final class DocumentWard {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final Instant MORNING = Instant.parse("2026-03-02T01:30:00Z");
    private static final String BY = "test";

    final String id = "vk" + NUMBER.incrementAndGet();
    final String editor = "bientap1." + id;
    final String secondEditor = "bientap2." + id;
    final String office = "vanphong." + id;
    final String clerk = "vanthu." + id;
    final String secondClerk = "vanthu2." + id;
    final String secretary = "bithu." + id;
    final String cell = "chibo." + id;
    final String supervisor = "tct.totruong";
    final String congress;

    private final VersionStore versions;
    private final TransactionTemplate transactions;

    private DocumentWard(ApplicationContext context) {
        versions = context.getBean(VersionStore.class);
        transactions = context.getBean(TransactionTemplate.class);
        var units = context.getBean(UnitChanges.class);
        done(units.add(
                new NewUnit(id, UnitKind.WARD, "Đảng bộ phường " + id, id, null, null, 60, BEGIN, "thanhuy"), BY));
        done(units.assignBody("tct1", id, BEGIN, null, BY));
        done(units.add(
                new NewUnit(id + ".cb01", UnitKind.CELL, "Chi bộ", "CB", 20, CellType.RESIDENTIAL, 1, BEGIN, id), BY));
        var roles = List.of(
                role(editor, Role.EDITOR, id),
                role(secondEditor, Role.EDITOR, id),
                role(office, Role.WARD_OFFICE, id),
                role(clerk, Role.RECORDS_CLERK, id),
                role(secondClerk, Role.RECORDS_CLERK, id),
                role(secretary, Role.WARD_SECRETARY, id),
                role(cell, Role.CELL_SECRETARY, id + ".cb01"));
        context.getBean(Accounts.class)
                .openForDemo(
                        roles.stream()
                                .map(role -> new NewAccount(role.account(), "Tài khoản " + role.account(), BEGIN))
                                .toList(),
                        "demo",
                        BY);
        roles.forEach(role -> done(context.getBean(RoleAssignments.class).assign(role, BY)));
        var opening = context.getBean(Congresses.class).open("2025–2030", null, office);
        congress = ((Congresses.Opening.Opened) opening).congress().id();
        context.getBean(Documents.class).openAll(congress);
    }

    /** Opens one. */
    static DocumentWard open(ApplicationContext context) {
        return new DocumentWard(context);
    }

    /** Stores a draft as the upload of a file would. */
    String draft(String document, int base, String editorOfIt, List<Clause> clauses) {
        var draft = new DocumentVersion(
                UUID.randomUUID().toString(),
                document,
                null,
                base,
                Fingerprint.of(clauses),
                "du-thao.docx",
                null,
                new Signed(editorOfIt, MORNING),
                null);
        transactions.executeWithoutResult(status -> versions.insertDraft(draft, clauses));
        return draft.id();
    }

    /** Paragraphs with ids from 1. */
    static List<Clause> paragraphs(String... texts) {
        var clauses = new ArrayList<Clause>();
        for (var text : texts) {
            clauses.add(new Clause(clauses.size() + 1L, ClauseKind.PARAGRAPH, 0, "", text, List.of()));
        }
        return clauses;
    }

    private static NewRole role(String account, Role role, @Nullable String unit) {
        return new NewRole(account, role, unit, BEGIN, null);
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
}
