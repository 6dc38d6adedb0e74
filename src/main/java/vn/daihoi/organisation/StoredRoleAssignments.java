package vn.daihoi.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes role assignments and has the engine follow in the same transaction. */
@Component
class StoredRoleAssignments implements RoleAssignments {

    private final JdbcClient jdbc;
    private final Units units;
    private final Members members;
    private final EngineMirror mirror;
    private final WriteLock lock;
    private final Changes changes;

    StoredRoleAssignments(
            JdbcClient jdbc, Units units, Members members, EngineMirror mirror, WriteLock lock, Changes changes) {
        this.jdbc = jdbc;
        this.units = units;
        this.members = members;
        this.mirror = mirror;
        this.lock = lock;
        this.changes = changes;
    }

    @Override
    @Transactional
    public Outcome assign(NewRole wanted, String by) {
        lock.take();
        var refusal = refusal(wanted);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        jdbc.sql(
                        """
                        insert into role_assignment (account_id, unit_id, role, valid_from, valid_to, changed_by, changed_at)
                        values (:account, :unit, :role, :from, :to, :by, :at)
                        """)
                .param("account", wanted.account())
                .param("unit", wanted.unit())
                .param("role", wanted.role().name())
                .param("from", wanted.validFrom())
                .param("to", wanted.validTo())
                .param("by", by)
                .param("at", changes.now())
                .update();
        changes.record(
                by,
                "ROLE_ASSIGNED",
                "account:" + wanted.account(),
                "Giao vai trò " + wanted.role().title() + at(wanted.unit()) + " cho " + wanted.account() + " từ ngày "
                        + Changes.day(wanted.validFrom()) + Changes.until(wanted.validTo()) + ".");
        mirror.of(List.of(wanted.account()));
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome end(long assignment, LocalDate lastDay, String by) {
        lock.take();
        var found = find(assignment);
        if (found.isEmpty()) {
            return Outcome.refused("assignment", "Không tìm thấy lượt giao vai trò này.");
        }
        var held = found.get();
        if (held.validTo() != null && lastDay.isAfter(held.validTo())) {
            return Outcome.refused(
                    "lastDay",
                    "Đến ngày: vai trò đã kết thúc ngày " + Changes.day(held.validTo()) + ", không thể kéo dài.");
        }
        if (held.role() == Role.ADMIN && lastAdministrator(assignment, lastDay)) {
            return Outcome.refused("lastDay", "Không thể kết thúc: hệ thống phải luôn có ít nhất một quản trị.");
        }
        if (lastDay.isBefore(held.validFrom())) {
            if (held.validFrom().isBefore(changes.today())) {
                return Outcome.refused(
                        "lastDay", "Đến ngày: không được trước ngày bắt đầu " + Changes.day(held.validFrom()) + ".");
            }
            jdbc.sql("delete from role_assignment where id = :id")
                    .param("id", assignment)
                    .update();
        } else {
            jdbc.sql(
                            """
                            update role_assignment set valid_to = :to, version = version + 1, changed_by = :by, changed_at = :at
                            where id = :id
                            """)
                    .param("to", lastDay)
                    .param("by", by)
                    .param("at", changes.now())
                    .param("id", assignment)
                    .update();
        }
        changes.record(
                by,
                "ROLE_ENDED",
                "account:" + held.account(),
                "Kết thúc vai trò " + held.role().title() + at(held.unit()) + " của " + held.account()
                        + Changes.until(lastDay) + ".");
        mirror.of(List.of(held.account()));
        return Outcome.done();
    }

    private Optional<Outcome> refusal(NewRole wanted) {
        var from = wanted.validFrom();
        var to = wanted.validTo();
        if (to != null && to.isBefore(from)) {
            return refused("validTo", "Đến ngày: không được trước ngày bắt đầu.");
        }
        var account = members.find(wanted.account());
        if (account.isEmpty()) {
            return refused("account", "Tài khoản: không có tài khoản " + wanted.account() + ".");
        }
        if (!within(from, to, account.get().validFrom(), account.get().validTo())) {
            return refused("validFrom", "Từ ngày: tài khoản không có hiệu lực trong cả thời gian này.");
        }
        if (wanted.unit() == null) {
            if (wanted.role().level() != RoleLevel.SYSTEM) {
                return refused(
                        "unit",
                        "Đơn vị: phải chọn đơn vị cho vai trò " + wanted.role().title() + ".");
            }
        } else {
            var unit = units.find(wanted.unit());
            if (unit.isEmpty()) {
                return refused("unit", "Đơn vị: không có đơn vị " + wanted.unit() + ".");
            }
            if (!wanted.role().fits(unit.get().kind())) {
                return refused(
                        "unit",
                        "Đơn vị: vai trò " + wanted.role().title() + " không dùng cho loại "
                                + unit.get().kind().title() + ".");
            }
            if (!within(from, to, unit.get().validFrom(), unit.get().validTo())) {
                return refused("validFrom", "Từ ngày: đơn vị không tồn tại trong cả thời gian này.");
            }
        }
        boolean overlaps = jdbc.sql(
                        """
                        select exists (select 1 from role_assignment
                        where account_id = :account and coalesce(unit_id, '') = coalesce(:unit, '') and role = :role
                          and daterange(valid_from, valid_to, '[]') && daterange(:from, :to, '[]'))
                        """)
                .param("account", wanted.account())
                .param("unit", wanted.unit(), java.sql.Types.VARCHAR)
                .param("role", wanted.role().name())
                .param("from", from)
                .param("to", to, java.sql.Types.DATE)
                .query(Boolean.class)
                .single();
        return overlaps
                ? refused("role", "Vai trò: tài khoản đã có vai trò này tại đơn vị trong thời gian đó.")
                : Optional.empty();
    }

    /** Whether nobody else would administer the system for good after this day. */
    private boolean lastAdministrator(long assignment, LocalDate lastDay) {
        return jdbc.sql(
                        """
                        select not exists (
                            select 1 from role_assignment r join account a on a.id = r.account_id
                            where r.role = 'ADMIN' and r.id <> :id and r.valid_to is null and a.valid_to is null
                              and r.valid_from <= :next and a.valid_from <= :next)
                        """)
                .param("id", assignment)
                .param("next", lastDay.plusDays(1))
                .query(Boolean.class)
                .single();
    }

    private Optional<Held> find(long assignment) {
        return jdbc.sql("select account_id, unit_id, role, valid_from, valid_to from role_assignment where id = :id")
                .param("id", assignment)
                .query((rs, row) -> new Held(
                        rs.getString("account_id"),
                        rs.getString("unit_id"),
                        Role.valueOf(rs.getString("role")),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .optional();
    }

    private static boolean within(
            LocalDate from, @Nullable LocalDate to, LocalDate outerFrom, @Nullable LocalDate outerTo) {
        return !from.isBefore(outerFrom) && (outerTo == null || (to != null && !to.isAfter(outerTo)));
    }

    private static String at(@Nullable String unit) {
        return unit == null ? "" : " tại " + unit;
    }

    private static Optional<Outcome> refused(String field, String message) {
        return Optional.of(Outcome.refused(field, message));
    }

    private record Held(
            String account, @Nullable String unit, Role role, LocalDate validFrom, @Nullable LocalDate validTo) {}
}
