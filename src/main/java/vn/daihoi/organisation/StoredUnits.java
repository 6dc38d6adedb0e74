package vn.daihoi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads units and their dated relations. */
@Component
class StoredUnits implements Units {

    private static final String COLUMNS =
            "u.id, u.kind, u.name, u.short_name, u.member_count, u.cell_type, u.sort_order,"
                    + " u.valid_from, u.valid_to ";
    private static final String EXISTS = " u.valid_from <= :on and coalesce(u.valid_to, 'infinity') >= :on ";

    /** Everything below a unit on a day, any number of floors deep. */
    private static final String BELOW =
            """
            with recursive below (id) as (
                select s.unit_id from unit_superior s
                where s.superior_id = :top and :on between s.valid_from and coalesce(s.valid_to, 'infinity')
                union
                select s.unit_id from unit_superior s join below b on s.superior_id = b.id
                where :on between s.valid_from and coalesce(s.valid_to, 'infinity'))
            """;

    private final JdbcClient jdbc;

    StoredUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Unit> find(String id) {
        return jdbc.sql("select " + COLUMNS + "from unit u where u.id = :id")
                .param("id", id)
                .query(StoredUnits::map)
                .optional();
    }

    @Override
    public List<Unit> cellsOf(String ward, LocalDate on) {
        return below(ward, UnitKind.CELL, on);
    }

    @Override
    public List<Unit> organisationsOf(String ward, LocalDate on) {
        return below(ward, UnitKind.ORGANISATION, on);
    }

    private List<Unit> below(String top, UnitKind kind, LocalDate on) {
        return jdbc.sql(BELOW + "select " + COLUMNS
                        + "from unit u join below b on b.id = u.id where u.kind = :kind and" + EXISTS
                        + "order by u.sort_order, u.name collate \"vi-x-icu\", u.id")
                .param("top", top)
                .param("kind", kind.name())
                .param("on", on)
                .query(StoredUnits::map)
                .list();
    }

    @Override
    public Optional<Unit> superiorOf(String unit, LocalDate on) {
        return jdbc.sql("select " + COLUMNS
                        + "from unit u join unit_superior s on s.superior_id = u.id"
                        + " where s.unit_id = :unit and :on between s.valid_from and coalesce(s.valid_to, 'infinity')")
                .param("unit", unit)
                .param("on", on)
                .query(StoredUnits::map)
                .optional();
    }

    @Override
    public Optional<Unit> wardOf(String unit, LocalDate on) {
        return jdbc.sql(
                        """
                        with recursive above (id) as (
                            select :unit
                            union
                            select s.superior_id from unit_superior s join above a on s.unit_id = a.id
                            where :on between s.valid_from and coalesce(s.valid_to, 'infinity'))
                        """
                                + "select " + COLUMNS + "from unit u join above a on a.id = u.id where u.kind = 'WARD'")
                .param("unit", unit)
                .param("on", on)
                .query(StoredUnits::map)
                .optional();
    }

    @Override
    public List<Unit> wardsOf(String body, LocalDate on) {
        return jdbc.sql(
                        BELOW + "select " + COLUMNS + "from unit u where u.kind = 'WARD' and" + EXISTS
                                + """
                        and (u.id in (select id from below)
                             or u.id in (select a.ward_id from body_assignment a where a.body_id = :top
                                         and :on between a.valid_from and coalesce(a.valid_to, 'infinity')))
                        order by u.sort_order, u.name collate "vi-x-icu", u.id
                        """)
                .param("top", body)
                .param("on", on)
                .query(StoredUnits::map)
                .list();
    }

    @Override
    public List<Unit> workingGroupsOf(String ward, LocalDate on) {
        return jdbc.sql(
                        "select " + COLUMNS + "from unit u join body_assignment a on a.body_id = u.id where" + EXISTS
                                + """
                        and u.kind = 'WORKING_GROUP' and a.ward_id = :ward
                        and :on between a.valid_from and coalesce(a.valid_to, 'infinity')
                        order by u.sort_order, u.name collate "vi-x-icu", u.id
                        """)
                .param("ward", ward)
                .param("on", on)
                .query(StoredUnits::map)
                .list();
    }

    @Override
    public List<Unit> wards(LocalDate on) {
        return jdbc.sql("select " + COLUMNS + "from unit u where u.kind = 'WARD' and" + EXISTS
                        + "order by u.sort_order, u.name collate \"vi-x-icu\", u.id")
                .param("on", on)
                .query(StoredUnits::map)
                .list();
    }

    @Override
    public int memberCountOf(String ward, LocalDate on) {
        return cellsOf(ward, on).stream()
                .mapToInt(cell -> cell.memberCount() == null ? 0 : cell.memberCount())
                .sum();
    }

    @Override
    public List<Unit> search(String words, LocalDate on, int offset, int limit) {
        return jdbc.sql(
                        "select " + COLUMNS + "from unit u where" + EXISTS
                                + """
                        and lower(unaccent(u.id || ' ' || u.name || ' ' || u.short_name)) like
                            '%' || lower(unaccent(:words)) || '%' escape '\\'
                        order by u.name collate "vi-x-icu", u.id offset :offset limit :limit
                        """)
                .param("on", on)
                .param("words", Words.pattern(words))
                .param("offset", offset)
                .param("limit", limit)
                .query(StoredUnits::map)
                .list();
    }

    static Unit map(ResultSet rs, int row) throws SQLException {
        var cellType = rs.getString("cell_type");
        return new Unit(
                rs.getString("id"),
                UnitKind.valueOf(rs.getString("kind")),
                rs.getString("name"),
                rs.getString("short_name"),
                rs.getObject("member_count", Integer.class),
                cellType == null ? null : CellType.valueOf(cellType),
                rs.getInt("sort_order"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class));
    }
}
