package vn.daihoi.organisation;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes units and their relations. */
@Component
class StoredUnitChanges implements UnitChanges {

    private final JdbcClient jdbc;
    private final Units units;
    private final EngineMirror mirror;
    private final WriteLock lock;
    private final Changes changes;

    StoredUnitChanges(JdbcClient jdbc, Units units, EngineMirror mirror, WriteLock lock, Changes changes) {
        this.jdbc = jdbc;
        this.units = units;
        this.mirror = mirror;
        this.lock = lock;
        this.changes = changes;
    }

    @Override
    @Transactional
    public Outcome add(NewUnit unit, String by) {
        lock.take();
        if (units.find(unit.id()).isPresent()) {
            return Outcome.refused("id", "Mã đơn vị: mã " + unit.id() + " đã được dùng.");
        }
        var cell = unit.kind() == UnitKind.CELL;
        if (cell && unit.memberCount() == null) {
            return Outcome.refused("memberCount", "Số đảng viên: phải nhập cho chi bộ.");
        }
        if (cell && unit.cellType() == null) {
            return Outcome.refused("cellType", "Loại chi bộ: phải chọn cho chi bộ.");
        }
        var superior = unit.superior();
        if (superior == null && (cell || unit.kind() == UnitKind.DEPARTMENT || unit.kind() == UnitKind.ORGANISATION)) {
            return Outcome.refused(
                    "superior", "Đơn vị cấp trên: phải chọn cho " + unit.kind().title() + ".");
        }
        if (superior != null) {
            var refusal = cannotStandBelow(unit.id(), unit.kind(), superior, unit.validFrom());
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        jdbc.sql(
                        """
                        insert into unit (id, kind, name, short_name, member_count, cell_type, sort_order, valid_from,
                                          changed_by, changed_at)
                        values (:id, :kind, :name, :shortName, :members, :cellType, :sortOrder, :from, :by, :at)
                        """)
                .param("id", unit.id())
                .param("kind", unit.kind().name())
                .param("name", unit.name().strip())
                .param("shortName", unit.shortName().strip())
                .param("members", cell ? unit.memberCount() : null, Types.INTEGER)
                .param(
                        "cellType",
                        cell && unit.cellType() != null ? unit.cellType().name() : null,
                        Types.VARCHAR)
                .param("sortOrder", unit.sortOrder())
                .param("from", unit.validFrom())
                .param("by", by)
                .param("at", changes.now())
                .update();
        if (superior != null) {
            insertSuperior(unit.id(), superior, unit.validFrom(), null, by);
        }
        changes.record(
                by,
                "UNIT_ADDED",
                "unit:" + unit.id(),
                "Thêm đơn vị " + unit.name().strip() + " từ ngày " + Changes.day(unit.validFrom()) + ".");
        mirror.around(unit.id());
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome setMemberCount(String id, int memberCount, String by) {
        lock.take();
        var unit = units.find(id);
        if (unit.isEmpty() || unit.get().kind() != UnitKind.CELL) {
            return Outcome.refused("memberCount", "Số đảng viên: chỉ nhập cho chi bộ.");
        }
        if (memberCount < 0 || memberCount > 100_000) {
            return Outcome.refused("memberCount", "Số đảng viên: phải từ 0 đến 100.000.");
        }
        jdbc.sql(
                        """
                        update unit set member_count = :count, version = version + 1, changed_by = :by, changed_at = :at
                        where id = :id
                        """)
                .param("count", memberCount)
                .param("by", by)
                .param("at", changes.now())
                .param("id", id)
                .update();
        changes.record(
                by,
                "UNIT_MEMBER_COUNT_SET",
                "unit:" + id,
                "Số đảng viên: " + unit.get().memberCount() + " → " + memberCount + ".");
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome moveBelow(String id, String superior, LocalDate from, String by) {
        lock.take();
        var unit = units.find(id);
        if (unit.isEmpty()) {
            return Outcome.refused("unit", "Không có đơn vị " + id + ".");
        }
        if (!unit.get().existsOn(from)) {
            return Outcome.refused("from", "Từ ngày: đơn vị không tồn tại vào ngày này.");
        }
        var refusal = cannotStandBelow(id, unit.get().kind(), superior, from);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean later = jdbc.sql(
                        "select exists (select 1 from unit_superior where unit_id = :id and valid_from >= :from)")
                .param("id", id)
                .param("from", from)
                .query(Boolean.class)
                .single();
        if (later) {
            return Outcome.refused("from", "Từ ngày: đã có quan hệ cấp trên bắt đầu vào hoặc sau ngày này.");
        }
        jdbc.sql(
                        """
                        update unit_superior set valid_to = :before, version = version + 1, changed_by = :by, changed_at = :at
                        where unit_id = :id and coalesce(valid_to, 'infinity') >= :from
                        """)
                .param("before", from.minusDays(1))
                .param("from", from)
                .param("by", by)
                .param("at", changes.now())
                .param("id", id)
                .update();
        insertSuperior(id, superior, from, unit.get().validTo(), by);
        changes.record(
                by,
                "UNIT_MOVED",
                "unit:" + id,
                "Cấp trên trực tiếp là " + superior + " từ ngày " + Changes.day(from) + ".");
        mirror.around(id);
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome end(String id, LocalDate lastDay, @Nullable String mergedInto, String by) {
        lock.take();
        var found = units.find(id);
        if (found.isEmpty()) {
            return Outcome.refused("unit", "Không có đơn vị " + id + ".");
        }
        var unit = found.get();
        if (lastDay.isBefore(unit.validFrom())) {
            return Outcome.refused(
                    "lastDay", "Đến ngày: không được trước ngày thành lập " + Changes.day(unit.validFrom()) + ".");
        }
        if (unit.validTo() != null && lastDay.isAfter(unit.validTo())) {
            return Outcome.refused("lastDay", "Đến ngày: đơn vị đã kết thúc ngày " + Changes.day(unit.validTo()) + ".");
        }
        if (mergedInto != null) {
            var target = units.find(mergedInto);
            if (target.isEmpty()
                    || mergedInto.equals(id)
                    || target.get().kind() != unit.kind()
                    || !target.get().existsOn(lastDay.plusDays(1))) {
                return Outcome.refused(
                        "mergedInto", "Sáp nhập vào: phải chọn đơn vị khác cùng loại, còn tồn tại sau ngày này.");
            }
        }
        int below = jdbc.sql(
                        """
                        select count(distinct s.unit_id) from unit_superior s join unit u on u.id = s.unit_id
                        where s.superior_id = :id and coalesce(s.valid_to, 'infinity') > :lastDay
                          and coalesce(u.valid_to, 'infinity') > :lastDay
                        """)
                .param("id", id)
                .param("lastDay", lastDay)
                .query(Integer.class)
                .single();
        if (below > 0) {
            return Outcome.refused(
                    "lastDay",
                    "Không thể kết thúc: còn " + below
                            + " đơn vị trực thuộc sau ngày này; hãy kết thúc hoặc chuyển chúng trước.");
        }
        endRows(id, lastDay, mergedInto, by);
        changes.record(
                by,
                mergedInto == null ? "UNIT_ENDED" : "UNIT_MERGED",
                "unit:" + id,
                "Kết thúc " + unit.name() + Changes.until(lastDay)
                        + (mergedInto == null ? "." : ", sáp nhập vào " + mergedInto + "."));
        mirror.around(id);
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome assignBody(String body, String ward, LocalDate from, @Nullable LocalDate to, String by) {
        lock.take();
        var group = units.find(body);
        var served = units.find(ward);
        if (group.isEmpty()
                || group.get().kind() != UnitKind.WORKING_GROUP
                || !group.get().existsOn(from)) {
            return Outcome.refused("body", "Tổ công tác: phải chọn một tổ công tác đang hoạt động.");
        }
        if (served.isEmpty()
                || served.get().kind() != UnitKind.WARD
                || !served.get().existsOn(from)) {
            return Outcome.refused("ward", "Đảng bộ phường: phải chọn một đảng bộ phường đang hoạt động.");
        }
        if (to != null && to.isBefore(from)) {
            return Outcome.refused("to", "Đến ngày: không được trước ngày bắt đầu.");
        }
        boolean overlaps = jdbc.sql(
                        """
                        select exists (select 1 from body_assignment where body_id = :body and ward_id = :ward
                          and daterange(valid_from, valid_to, '[]') && daterange(:from, :to, '[]'))
                        """)
                .param("body", body)
                .param("ward", ward)
                .param("from", from)
                .param("to", to, Types.DATE)
                .query(Boolean.class)
                .single();
        if (overlaps) {
            return Outcome.refused("ward", "Đảng bộ phường: tổ công tác đã được giao phường này trong thời gian đó.");
        }
        jdbc.sql(
                        """
                        insert into body_assignment (body_id, ward_id, valid_from, valid_to, changed_by, changed_at)
                        values (:body, :ward, :from, :to, :by, :at)
                        """)
                .param("body", body)
                .param("ward", ward)
                .param("from", from)
                .param("to", to, Types.DATE)
                .param("by", by)
                .param("at", changes.now())
                .update();
        changes.record(
                by,
                "BODY_ASSIGNED",
                "unit:" + body,
                "Giao phụ trách " + ward + " từ ngày " + Changes.day(from) + Changes.until(to) + ".");
        mirror.around(body);
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome endBodyAssignment(long assignment, LocalDate lastDay, String by) {
        lock.take();
        var bodies = jdbc.sql(
                        """
                        update body_assignment set valid_to = :to, version = version + 1, changed_by = :by, changed_at = :at
                        where id = :id and valid_from <= :to and coalesce(valid_to, 'infinity') >= :to
                        returning body_id
                        """)
                .param("to", lastDay)
                .param("by", by)
                .param("at", changes.now())
                .param("id", assignment)
                .query(String.class)
                .list();
        if (bodies.isEmpty()) {
            return Outcome.refused("lastDay", "Đến ngày: phải nằm trong thời gian tổ công tác được giao phường này.");
        }
        changes.record(
                by,
                "BODY_ASSIGNMENT_ENDED",
                "unit:" + bodies.get(0),
                "Thôi phụ trách phường (lượt giao " + assignment + ")" + Changes.until(lastDay) + ".");
        mirror.around(bodies.get(0));
        return Outcome.done();
    }

    private void endRows(String id, LocalDate lastDay, @Nullable String mergedInto, String by) {
        jdbc.sql(
                        """
                        update unit set valid_to = :to, merged_into = :into, version = version + 1,
                               changed_by = :by, changed_at = :at where id = :id
                        """)
                .param("to", lastDay)
                .param("into", mergedInto, Types.VARCHAR)
                .param("by", by)
                .param("at", changes.now())
                .param("id", id)
                .update();
        // relations and roles that would outlive the unit end with it; those that would only begin later are void
        for (var relation : new String[] {
            "unit_superior where unit_id = :id",
            "body_assignment where (body_id = :id or ward_id = :id)",
            "role_assignment where unit_id = :id"
        }) {
            jdbc.sql("delete from " + relation + " and valid_from > :to")
                    .param("id", id)
                    .param("to", lastDay)
                    .update();
            jdbc.sql("update "
                            + relation.replace(
                                    " where ",
                                    " set valid_to = :to, version = version + 1, changed_by = :by, changed_at = :at where ")
                            + " and coalesce(valid_to, 'infinity') > :to")
                    .param("id", id)
                    .param("to", lastDay)
                    .param("by", by)
                    .param("at", changes.now())
                    .update();
        }
    }

    private Optional<Outcome> cannotStandBelow(String id, UnitKind kind, String superior, LocalDate on) {
        var above = units.find(superior);
        if (above.isEmpty() || !above.get().existsOn(on)) {
            return Optional.of(
                    Outcome.refused("superior", "Đơn vị cấp trên: phải chọn một đơn vị tồn tại vào ngày bắt đầu."));
        }
        if (!kind.fitsBelow(above.get().kind())) {
            return Optional.of(Outcome.refused(
                    "superior",
                    "Đơn vị cấp trên: " + kind.title() + " không thể trực thuộc "
                            + above.get().kind().title() + "."));
        }
        return superior.equals(id)
                ? Optional.of(Outcome.refused("superior", "Đơn vị cấp trên: không thể là chính đơn vị."))
                : Optional.empty();
    }

    private void insertSuperior(String id, String superior, LocalDate from, @Nullable LocalDate to, String by) {
        jdbc.sql(
                        """
                        insert into unit_superior (unit_id, superior_id, valid_from, valid_to, changed_by, changed_at)
                        values (:id, :superior, :from, :to, :by, :at)
                        """)
                .param("id", id)
                .param("superior", superior)
                .param("from", from)
                .param("to", to, Types.DATE)
                .param("by", by)
                .param("at", changes.now())
                .update();
    }
}
