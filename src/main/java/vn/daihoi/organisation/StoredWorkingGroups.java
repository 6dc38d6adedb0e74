package vn.daihoi.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Reads working groups from units, roles and assignments, and keeps their founding decisions. */
@Component
class StoredWorkingGroups implements WorkingGroups {

    private final JdbcClient jdbc;
    private final Units units;
    private final Members members;
    private final RoleAssignments roles;
    private final WriteLock lock;
    private final Changes changes;

    StoredWorkingGroups(
            JdbcClient jdbc, Units units, Members members, RoleAssignments roles, WriteLock lock, Changes changes) {
        this.jdbc = jdbc;
        this.units = units;
        this.members = members;
        this.roles = roles;
        this.lock = lock;
        this.changes = changes;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WorkingGroup> of(String unit, LocalDate on) {
        return units.find(unit)
                .filter(group -> group.kind() == UnitKind.WORKING_GROUP && group.existsOn(on))
                .map(group -> on(group, on));
    }

    private WorkingGroup on(Unit group, LocalDate on) {
        var heads = members.holders(group.id(), Role.WORKING_GROUP_HEAD, on);
        return new WorkingGroup(
                group,
                decision(group.id(), on).orElse(null),
                heads,
                members.holders(group.id(), Role.WORKING_GROUP_MEMBER, on).stream()
                        .filter(member -> !heads.contains(member))
                        .toList(),
                units.wardsOf(group.id(), on));
    }

    private Optional<Decision> decision(String unit, LocalDate on) {
        return jdbc.sql(
                        """
                        select number, issued_on, issuer, valid_from from founding_decision
                        where body_id = :unit and valid_from <= :on order by valid_from desc limit 1
                        """)
                .param("unit", unit)
                .param("on", on)
                .query(Decision.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unit> assignedTo(String ward, LocalDate on) {
        return jdbc.sql(
                        """
                        select u.* from unit u join body_assignment a on a.body_id = u.id
                        where a.ward_id = :ward and u.kind = 'WORKING_GROUP'
                          and :on between a.valid_from and coalesce(a.valid_to, 'infinity')
                          and :on between u.valid_from and coalesce(u.valid_to, 'infinity')
                        order by u.sort_order, u.name collate "vi-x-icu", u.id
                        """)
                .param("ward", ward)
                .param("on", on)
                .query(StoredUnits::map)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkingGroup> all(LocalDate on) {
        return jdbc
                .sql(
                        """
                        select u.* from unit u where u.kind = 'WORKING_GROUP'
                          and :on between u.valid_from and coalesce(u.valid_to, 'infinity')
                        order by u.sort_order, u.name collate "vi-x-icu", u.id
                        """)
                .param("on", on)
                .query(StoredUnits::map)
                .list()
                .stream()
                .map(group -> on(group, on))
                .toList();
    }

    @Override
    @Transactional
    public Outcome recordDecision(String unit, NewDecision decision, String by) {
        lock.take();
        var group = units.find(unit);
        if (group.isEmpty()
                || group.get().kind() != UnitKind.WORKING_GROUP
                || !group.get().existsOn(decision.validFrom())) {
            return Outcome.refused("validFrom", "Có hiệu lực từ ngày: tổ công tác không tồn tại vào ngày này.");
        }
        if (decision.issuedOn().isAfter(decision.validFrom())) {
            return Outcome.refused("validFrom", "Có hiệu lực từ ngày: không được trước ngày ban hành quyết định.");
        }
        var added = jdbc.sql(
                        """
                        insert into founding_decision (body_id, number, issued_on, issuer, valid_from, changed_by, changed_at)
                        values (:unit, :number, :issuedOn, :issuer, :from, :by, :at) on conflict do nothing
                        """)
                .param("unit", unit)
                .param("number", decision.number().strip())
                .param("issuedOn", decision.issuedOn())
                .param("issuer", decision.issuer().strip())
                .param("from", decision.validFrom())
                .param("by", by)
                .param("at", changes.now())
                .update();
        if (added == 0) {
            return Outcome.refused("validFrom", "Có hiệu lực từ ngày: đã ghi một quyết định có hiệu lực từ ngày này.");
        }
        changes.record(
                by,
                "WORKING_GROUP_FOUNDED",
                "unit:" + unit,
                "Quyết định số " + decision.number().strip() + " ngày " + Changes.day(decision.issuedOn()) + " của "
                        + decision.issuer().strip() + ", có hiệu lực từ ngày " + Changes.day(decision.validFrom())
                        + ".");
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome replaceHead(String unit, String account, LocalDate from, String by) {
        lock.take();
        var standing = jdbc.sql(
                        """
                        select id, account_id, role, valid_to from role_assignment
                        where unit_id = :unit and coalesce(valid_to, 'infinity') >= :from
                          and (role = 'WORKING_GROUP_HEAD' or (role = 'WORKING_GROUP_MEMBER' and account_id = :account))
                        order by id
                        """)
                .param("unit", unit)
                .param("from", from)
                .param("account", account)
                .query(Standing.class)
                .list();
        if (standing.stream().anyMatch(held -> held.heads(account))) {
            return Outcome.refused("account", "Tài khoản: " + account + " đang là Tổ trưởng.");
        }
        for (var earlier : standing) {
            var ended = roles.end(earlier.id(), from.minusDays(1), by);
            if (ended instanceof Outcome.Refused) {
                return undone(ended);
            }
        }
        return undone(
                roles.assign(new RoleAssignments.NewRole(account, Role.WORKING_GROUP_HEAD, unit, from, null), by));
    }

    /** A group whose head could be ended but not replaced would have none: what was refused leaves all as it was. */
    private static Outcome undone(Outcome outcome) {
        if (outcome instanceof Outcome.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private record Standing(long id, String accountId, Role role, @Nullable LocalDate validTo) {

        boolean heads(String account) {
            return role == Role.WORKING_GROUP_HEAD && accountId.equals(account) && validTo == null;
        }
    }
}
