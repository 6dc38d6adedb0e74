package vn.daihoi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.daihoi.engine.Identities;

/** Wards of ten cells with the accounts that the straight way needs. */
final class Wards {

    static final int CELLS = 10;

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Connection database;
    private final Identities identities;

    Wards(Connection database, Identities identities) {
        this.database = database;
        this.identities = identities;
    }

    static String cell(int number) {
        return String.format(Locale.ROOT, "cb%02d", number);
    }

    /** Adds a ward. */
    void add(String ward) throws SQLException {
        unit(ward, "WARD", null);
        identities.ensureTenant(ward, ward);
        Map<String, Map<String, Set<String>>> roles = new TreeMap<>();
        roles.put("vanphong." + ward, Map.of(ward, Set.of("WARD_OFFICE")));
        roles.put("bithu." + ward, Map.of(ward, Set.of("WARD_SECRETARY")));
        for (int n = 1; n <= CELLS; n++) {
            var cell = ward + "." + cell(n);
            unit(cell, "CELL", ward);
            roles.put("chi" + cell(n) + "." + ward, Map.of(cell, Set.of("CELL_SECRETARY")));
        }
        for (var account : roles.entrySet()) {
            account(ward, account.getKey(), account.getValue());
        }
    }

    private void account(String ward, String user, Map<String, Set<String>> roles) throws SQLException {
        Server.run(
                database,
                "insert into account (id, display_name, valid_from, changed_by, changed_at)"
                        + " values (?, ?, ?, 'bench', now())",
                user,
                user,
                LONG_AGO);
        var groups = new HashSet<String>();
        for (var held : roles.entrySet()) {
            for (var role : held.getValue()) {
                Server.run(
                        database,
                        "insert into role_assignment (account_id, unit_id, role, valid_from, changed_by, changed_at)"
                                + " values (?, ?, ?, ?, 'bench', now())",
                        user,
                        held.getKey(),
                        role,
                        LONG_AGO);
                groups.add(role);
                groups.add(held.getKey() + ":" + role);
            }
        }
        identities.ensureUser(user, user);
        for (var group : groups) {
            identities.ensureGroup(group, group, "ROLE");
        }
        identities.setGroups(user, groups);
        identities.setTenants(user, Set.of(ward));
    }

    private void unit(String id, String kind, @org.jspecify.annotations.Nullable String superior) throws SQLException {
        boolean cell = kind.equals("CELL");
        Server.run(
                database,
                "insert into unit (id, kind, name, short_name, member_count, cell_type, sort_order, valid_from,"
                        + " changed_by, changed_at) values (?, ?, ?, ?, ?, ?, 1, ?, 'bench', now())",
                id,
                kind,
                id,
                id,
                cell ? 45 : null,
                cell ? "RESIDENTIAL" : null,
                LONG_AGO);
        if (superior != null) {
            Server.run(
                    database,
                    "insert into unit_superior (unit_id, superior_id, valid_from, changed_by, changed_at)"
                            + " values (?, ?, ?, 'bench', now())",
                    id,
                    superior,
                    LONG_AGO);
        }
    }

    static List<String> names(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(n -> String.format(Locale.ROOT, "b%03d", n))
                .toList();
    }
}
