package vn.daihoi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps substitutions. What a substitute may do follows from {@code held_role}, which everybody reads. */
@Component
class StoredSubstitutions implements Substitutions {

    private final JdbcClient jdbc;
    private final Members members;
    private final EngineMirror mirror;
    private final WriteLock lock;
    private final Changes changes;

    StoredSubstitutions(JdbcClient jdbc, Members members, EngineMirror mirror, WriteLock lock, Changes changes) {
        this.jdbc = jdbc;
        this.members = members;
        this.mirror = mirror;
        this.lock = lock;
        this.changes = changes;
    }

    @Override
    public Optional<String> substituteFor(String absent, Role role, String unit, LocalDate on) {
        return jdbc.sql("select r.account_id" + StoredMembers.HELD
                        + " and r.absent_id = :absent and r.role = :role and r.unit_id = :unit limit 1")
                .param("on", on)
                .param("absent", absent)
                .param("role", role.name())
                .param("unit", unit)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<String> representedBy(String user, Role role, String unit, LocalDate on) {
        // one's own role comes first: in it nobody is represented
        return jdbc.sql("select coalesce(r.absent_id, '')" + StoredMembers.HELD
                        + " and r.account_id = :user and r.role = :role and r.unit_id = :unit"
                        + " order by r.absent_id nulls first limit 1")
                .param("on", on)
                .param("user", user)
                .param("role", role.name())
                .param("unit", unit)
                .query(String.class)
                .optional()
                .filter(absent -> !absent.isEmpty());
    }

    @Override
    @Transactional
    public Outcome record(NewSubstitution wanted, String by) {
        lock.take();
        var refusal = refusal(wanted);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        jdbc.sql(
                        """
                        insert into substitution (absent_id, substitute_id, role, unit_id, valid_from, valid_to, reason,
                                                  decided_by, changed_by, changed_at)
                        values (:absent, :substitute, :role, :unit, :from, :to, :reason, :decidedBy, :by, :at)
                        """)
                .param("absent", wanted.absent())
                .param("substitute", wanted.substitute())
                .param("role", wanted.role().name())
                .param("unit", wanted.unit())
                .param("from", wanted.validFrom())
                .param("to", wanted.validTo())
                .param("reason", wanted.reason().strip())
                .param("decidedBy", wanted.decidedBy().strip())
                .param("by", by)
                .param("at", changes.now())
                .update();
        changes.record(
                by,
                "SUBSTITUTION_RECORDED",
                "account:" + wanted.absent(),
                wanted.substitute() + " thay " + wanted.absent() + " trong vai trò "
                        + wanted.role().title() + " tại " + wanted.unit() + " từ ngày "
                        + Changes.day(wanted.validFrom()) + Changes.until(wanted.validTo()) + ". Quyết định: "
                        + wanted.decidedBy().strip() + ". Lý do: "
                        + wanted.reason().strip());
        mirror.of(List.of(wanted.substitute()));
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome end(long id, LocalDate lastDay, String by) {
        lock.take();
        var found = find(id);
        if (found.isEmpty()) {
            return Outcome.refused("substitution", "Không tìm thấy lượt thay người vắng mặt này.");
        }
        var standing = found.get();
        if (lastDay.isAfter(standing.validTo())) {
            return Outcome.refused(
                    "lastDay",
                    "Đến hết ngày: việc thay kết thúc ngày " + Changes.day(standing.validTo())
                            + ", không thể kéo dài; hãy ghi một lượt mới.");
        }
        if (lastDay.isBefore(standing.validFrom())) {
            if (standing.validFrom().isBefore(changes.today())) {
                return Outcome.refused(
                        "lastDay",
                        "Đến hết ngày: không được trước ngày bắt đầu " + Changes.day(standing.validFrom()) + ".");
            }
            jdbc.sql("delete from substitution where id = :id").param("id", id).update();
        } else {
            jdbc.sql(
                            """
                            update substitution set valid_to = :to, version = version + 1, changed_by = :by, changed_at = :at
                            where id = :id
                            """)
                    .param("to", lastDay)
                    .param("by", by)
                    .param("at", changes.now())
                    .param("id", id)
                    .update();
        }
        changes.record(
                by,
                "SUBSTITUTION_ENDED",
                "account:" + standing.absent(),
                standing.substitute() + " thôi thay " + standing.absent() + " trong vai trò "
                        + standing.role().title() + " tại " + standing.unit() + Changes.until(lastDay) + ".");
        mirror.of(List.of(standing.substitute()));
        return Outcome.done();
    }

    private Optional<Outcome> refusal(NewSubstitution wanted) {
        var from = wanted.validFrom();
        var to = wanted.validTo();
        if (wanted.role() == Role.ADMIN) {
            return refused("role", "Vai trò: không ai thay quản trị hệ thống; hãy giao vai trò.");
        }
        if (wanted.absent().equals(wanted.substitute())) {
            return refused("substitute", "Người thay: phải là tài khoản khác với người vắng mặt.");
        }
        if (to.isBefore(from)) {
            return refused("validTo", "Đến hết ngày: không được trước ngày bắt đầu.");
        }
        if (to.isBefore(changes.today())) {
            return refused("validTo", "Đến hết ngày: không được là ngày đã qua.");
        }
        var substitute = members.find(wanted.substitute());
        if (substitute.isEmpty()
                || !substitute.get().usableOn(from)
                || !substitute.get().usableOn(to)) {
            return refused("substitute", "Người thay: phải là tài khoản có hiệu lực trong cả thời gian này.");
        }
        if (!holdsThroughout(wanted)) {
            return refused(
                    "absent",
                    "Người vắng mặt: " + wanted.absent() + " không tự giữ vai trò "
                            + wanted.role().title() + " tại " + wanted.unit() + " trong cả thời gian này.");
        }
        if (holdsSometime(wanted)) {
            return refused(
                    "substitute",
                    "Người thay: " + wanted.substitute() + " đã tự giữ vai trò này tại đơn vị trong thời gian đó.");
        }
        return overlapping(wanted)
                .map(standing -> Outcome.refused(
                        "validFrom",
                        "Từ ngày: đã có việc thay từ " + Changes.day(standing.validFrom()) + " đến "
                                + Changes.day(standing.validTo()) + " (" + standing.substitute() + " thay "
                                + standing.absent() + ")."));
    }

    /** Whether one assignment, the account and the unit cover the whole period. */
    private boolean holdsThroughout(NewSubstitution wanted) {
        return jdbc.sql(
                        """
                        select exists (select 1 from role_assignment r
                        join account a on a.id = r.account_id join unit u on u.id = r.unit_id
                        where r.account_id = :absent and r.role = :role and r.unit_id = :unit
                          and daterange(r.valid_from, r.valid_to, '[]') @> daterange(:from, :to, '[]')
                          and daterange(a.valid_from, a.valid_to, '[]') @> daterange(:from, :to, '[]')
                          and daterange(u.valid_from, u.valid_to, '[]') @> daterange(:from, :to, '[]'))
                        """)
                .params(values(wanted))
                .query(Boolean.class)
                .single();
    }

    private boolean holdsSometime(NewSubstitution wanted) {
        return jdbc.sql(
                        """
                        select exists (select 1 from role_assignment
                        where account_id = :substitute and role = :role and unit_id = :unit
                          and daterange(valid_from, valid_to, '[]') && daterange(:from, :to, '[]'))
                        """)
                .params(values(wanted))
                .query(Boolean.class)
                .single();
    }

    private Optional<Standing> overlapping(NewSubstitution wanted) {
        return jdbc.sql(
                        """
                        select absent_id, substitute_id, role, unit_id, valid_from, valid_to from substitution
                        where (absent_id = :absent or substitute_id = :substitute) and role = :role and unit_id = :unit
                          and daterange(valid_from, valid_to, '[]') && daterange(:from, :to, '[]')
                        order by valid_from limit 1
                        """)
                .params(values(wanted))
                .query(StoredSubstitutions::standing)
                .optional();
    }

    private Optional<Standing> find(long id) {
        return jdbc.sql(
                        """
                        select absent_id, substitute_id, role, unit_id, valid_from, valid_to from substitution where id = :id
                        """)
                .param("id", id)
                .query(StoredSubstitutions::standing)
                .optional();
    }

    private static Map<String, Object> values(NewSubstitution wanted) {
        return Map.of(
                "absent", wanted.absent(),
                "substitute", wanted.substitute(),
                "role", wanted.role().name(),
                "unit", wanted.unit(),
                "from", wanted.validFrom(),
                "to", wanted.validTo());
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getString("absent_id"),
                row.getString("substitute_id"),
                Role.valueOf(row.getString("role")),
                row.getString("unit_id"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static Optional<Outcome> refused(String field, String message) {
        return Optional.of(Outcome.refused(field, message));
    }

    private record Standing(
            String absent, String substitute, Role role, String unit, LocalDate validFrom, LocalDate validTo) {}
}
