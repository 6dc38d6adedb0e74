package vn.daihoi.organisation.listing;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.organisation.CellType;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.UnitKind;

/** What the pages list, read straight from the tables. */
@Component
public class Listings {

    /** Lines on a page. */
    public static final int PAGE = 50;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final JdbcClient jdbc;

    Listings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the tree of units. */
    public record UnitRow(
            String id, String name, String kind, int depth, String members, String superior, String since) {}

    /** A line with dates. */
    public record Dated(long id, String unit, String what, String who, LocalDate from, @Nullable LocalDate to) {

        /** Period as shown. */
        public String period() {
            return "từ " + DAY.format(from) + (to == null ? "" : " đến " + DAY.format(to));
        }

        /** Whether it goes on after this day. */
        public boolean open(LocalDate today) {
            return to == null || !to.isBefore(today);
        }
    }

    /** A line of the list of accounts. */
    public record AccountRow(String id, String name, String roles, String ended) {}

    /** A line of the calendar. */
    public record CalendarRow(
            LocalDate day, String date, String worked, String name, String source, boolean confirmed, String changed) {}

    /** One choice of a list. */
    public record Choice(String value, String label) {}

    /** The page numbers around a list. */
    public record Pages(int number, boolean more) {}

    /** Units on a day, each below its superior; with words only those that match, whatever their accents. */
    public List<UnitRow> units(LocalDate on, String words, int page) {
        return jdbc.sql(
                        """
                        with recursive now_unit as (
                            select u.*, s.superior_id, s.valid_from as since from unit u
                            left join unit_superior s on s.unit_id = u.id
                                 and :on between s.valid_from and coalesce(s.valid_to, 'infinity')
                            where :on between u.valid_from and coalesce(u.valid_to, 'infinity')),
                        tree as (
                            select n.*, 0 as depth, array[lpad(n.sort_order::text, 6, '0') || ' ' || n.id] as path,
                                   array[n.id] as ids
                            from now_unit n where n.superior_id is null
                            union all
                            select n.*, t.depth + 1, t.path || (lpad(n.sort_order::text, 6, '0') || ' ' || n.id),
                                   t.ids || n.id
                            from now_unit n join tree t on n.superior_id = t.id)
                        select t.id, t.name, t.kind, t.depth, t.since, p.name as superior,
                               case when t.kind = 'CELL' then t.member_count
                                    else (select sum(c.member_count) from tree c
                                          where c.kind = 'CELL' and t.id = any(c.ids)) end as members
                        from tree t left join unit p on p.id = t.superior_id
                        where lower(unaccent(t.id || ' ' || t.name || ' ' || t.short_name))
                              like '%' || lower(unaccent(:words)) || '%' escape '\\'
                        order by t.path offset :offset limit :limit
                        """)
                .param("on", on)
                .param("words", pattern(words))
                .param("offset", page * PAGE)
                .param("limit", PAGE + 1)
                .query((rs, row) -> {
                    var since = rs.getObject("since", LocalDate.class);
                    var superior = rs.getString("superior");
                    var members = rs.getObject("members", Long.class);
                    return new UnitRow(
                            rs.getString("id"),
                            rs.getString("name"),
                            UnitKind.valueOf(rs.getString("kind")).title(),
                            Math.min(rs.getInt("depth"), 5),
                            members == null ? "" : members.toString(),
                            superior == null ? "" : superior,
                            since == null ? "" : "từ " + DAY.format(since));
                })
                .list();
    }

    /** Where the unit stood and stands. */
    public List<Dated> superiors(String unit) {
        return dated(
                """
                select s.id, s.superior_id as unit, p.name as what, s.changed_by as who, s.valid_from, s.valid_to
                from unit_superior s join unit p on p.id = s.superior_id
                where s.unit_id = :key order by s.valid_from desc
                """,
                unit);
    }

    /** Which wards the working group serves and served. */
    public List<Dated> served(String body) {
        return dated(
                """
                select a.id, a.ward_id as unit, w.name as what, a.changed_by as who, a.valid_from, a.valid_to
                from body_assignment a join unit w on w.id = a.ward_id
                where a.body_id = :key order by a.valid_from desc, w.name collate "vi-x-icu"
                """,
                body);
    }

    /** Roles held in a unit. */
    public List<Dated> rolesIn(String unit) {
        return roles("r.unit_id = :key", unit);
    }

    /** Roles of an account. */
    public List<Dated> rolesOf(String account) {
        return roles("r.account_id = :key", account);
    }

    private List<Dated> roles(String which, String key) {
        return dated(
                        """
                        select r.id, coalesce(u.name, 'Toàn hệ thống') as unit, r.role as what, r.account_id as who,
                               r.valid_from, r.valid_to
                        from role_assignment r left join unit u on u.id = r.unit_id where """
                                + " " + which
                                + " order by r.valid_from desc, u.name collate \"vi-x-icu\", r.role, r.account_id limit 500",
                        key)
                .stream()
                .map(row -> new Dated(
                        row.id(), row.unit(), Role.valueOf(row.what()).title(), row.who(), row.from(), row.to()))
                .toList();
    }

    /** A line of the list of substitutions; it lasts no longer than the role stood in for. */
    public record SubstitutionRow(
            long id,
            String absent,
            String substitute,
            String role,
            String unit,
            LocalDate from,
            LocalDate to,
            String reason,
            String decidedBy) {

        /** Period as shown. */
        public String period() {
            return "từ " + DAY.format(from) + " đến hết " + DAY.format(to);
        }

        /** Whether it can still be ended on this day. */
        public boolean open(LocalDate today) {
            return !to.isBefore(today);
        }
    }

    /** Substitutions in which the account is the absent one or the substitute, the latest first. */
    public List<SubstitutionRow> substitutions(String account) {
        return jdbc.sql(
                        """
                        select s.*, u.name as unit from substitution s join unit u on u.id = s.unit_id
                        where :account in (s.absent_id, s.substitute_id) order by s.valid_from desc, s.id desc limit 200
                        """)
                .param("account", account)
                .query((rs, row) -> new SubstitutionRow(
                        rs.getLong("id"),
                        rs.getString("absent_id"),
                        rs.getString("substitute_id"),
                        Role.valueOf(rs.getString("role")).title(),
                        rs.getString("unit"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class),
                        rs.getString("reason"),
                        rs.getString("decided_by")))
                .list();
    }

    /** The roles an account holds in units in its own right, now or later, as choices {@code ROLE|unit}. */
    public List<Choice> ownRoles(String account, LocalDate on) {
        return jdbc.sql(
                        """
                        select distinct r.role, r.unit_id, u.name from role_assignment r join unit u on u.id = r.unit_id
                        where r.account_id = :account and coalesce(r.valid_to, 'infinity') >= :on order by 3, 1
                        """)
                .param("account", account)
                .param("on", on)
                .query((rs, row) -> new Choice(
                        rs.getString("role") + "|" + rs.getString("unit_id"),
                        Role.valueOf(rs.getString("role")).title() + " – " + rs.getString("name")))
                .list();
    }

    /** Accounts usable on a day as choices, by their titles. */
    public List<Choice> accountChoices(LocalDate on) {
        return jdbc.sql(
                        """
                        select id, display_name from account
                        where :on between valid_from and coalesce(valid_to, 'infinity')
                        order by display_name collate "vi-x-icu", id
                        """)
                .param("on", on)
                .query((rs, row) ->
                        new Choice(rs.getString("id"), rs.getString("display_name") + " (" + rs.getString("id") + ")"))
                .list();
    }

    private List<Dated> dated(String sql, String key) {
        return jdbc.sql(sql)
                .param("key", key)
                .query((rs, row) -> new Dated(
                        rs.getLong("id"),
                        rs.getString("unit"),
                        rs.getString("what"),
                        rs.getString("who"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** Accounts whose name or title contains the words. */
    public List<AccountRow> accounts(LocalDate on, String words, int page) {
        return jdbc.sql(
                        """
                        select a.id, a.display_name, a.valid_to,
                               coalesce((select string_agg(r.role || '|' || coalesce(u.short_name, ''), ',' order by r.role)
                                         from role_assignment r left join unit u on u.id = r.unit_id
                                         where r.account_id = a.id
                                           and :on between r.valid_from and coalesce(r.valid_to, 'infinity')), '') as roles
                        from account a
                        where lower(unaccent(a.id || ' ' || a.display_name))
                              like '%' || lower(unaccent(:words)) || '%' escape '\\'
                        order by a.display_name collate "vi-x-icu", a.id offset :offset limit :limit
                        """)
                .param("on", on)
                .param("words", pattern(words))
                .param("offset", page * PAGE)
                .param("limit", PAGE + 1)
                .query((rs, row) -> {
                    var ended = rs.getObject("valid_to", LocalDate.class);
                    return new AccountRow(
                            rs.getString("id"),
                            rs.getString("display_name"),
                            titles(rs.getString("roles")),
                            ended == null ? "" : "đến hết " + DAY.format(ended));
                })
                .list();
    }

    /** The days off and swaps of a year. */
    public List<CalendarRow> calendar(int year) {
        return jdbc.sql(
                        """
                        select day, null::date as worked, name, source, confirmed, changed_by, changed_at
                        from non_working_day where extract(year from day) = :year
                        union all
                        select day_off, day_worked, name, source, confirmed, changed_by, changed_at
                        from working_day_swap where extract(year from day_off) = :year
                        order by 1
                        """)
                .param("year", year)
                .query((rs, row) -> {
                    var day = rs.getObject("day", LocalDate.class);
                    var worked = rs.getObject("worked", LocalDate.class);
                    return new CalendarRow(
                            day,
                            DAY.format(day),
                            worked == null ? "" : DAY.format(worked),
                            rs.getString("name"),
                            rs.getString("source"),
                            rs.getBoolean("confirmed"),
                            rs.getString("changed_by") + ", "
                                    + DAY.format(rs.getTimestamp("changed_at")
                                            .toInstant()
                                            .atZone(vn.daihoi.organisation.WorkingCalendar.ZONE)));
                })
                .list();
    }

    /** Whether the calendar of the year has been entered as a whole. */
    public boolean entered(int year) {
        return jdbc.sql("select exists (select 1 from calendar_year where year = :year)")
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    /** Units of today as choices, those of some kinds only. */
    public List<Choice> unitChoices(LocalDate on, UnitKind... kinds) {
        return jdbc.sql(
                        """
                        select u.id, u.name from unit u where u.kind in (:kinds)
                          and :on between u.valid_from and coalesce(u.valid_to, 'infinity')
                        order by split_part(u.id, '.', 1), (u.kind = 'CELL'), u.sort_order, u.name collate "vi-x-icu"
                        """)
                .param("kinds", java.util.Arrays.stream(kinds).map(Enum::name).toList())
                .param("on", on)
                .query((rs, row) ->
                        new Choice(rs.getString("id"), rs.getString("name") + " (" + rs.getString("id") + ")"))
                .list();
    }

    /** Roles as choices. */
    public static List<Choice> roleChoices() {
        return java.util.Arrays.stream(Role.values())
                .map(role -> new Choice(
                        role.name(), role.title() + " (" + role.level().title() + ")"))
                .toList();
    }

    /** Kinds of units as choices. */
    public static List<Choice> kindChoices() {
        return java.util.Arrays.stream(UnitKind.values())
                .map(kind -> new Choice(kind.name(), kind.title()))
                .toList();
    }

    /** Types of cells as choices. */
    public static List<Choice> cellTypeChoices() {
        return java.util.Arrays.stream(CellType.values())
                .map(type -> new Choice(type.name(), type.title()))
                .toList();
    }

    private static String titles(String roles) {
        if (roles.isEmpty()) {
            return "";
        }
        return java.util.Arrays.stream(roles.split(","))
                .map(role -> role.split("\\|", 2))
                .map(parts -> Role.valueOf(parts[0]).title()
                        + (parts.length < 2 || parts[1].isEmpty() ? "" : " – " + parts[1]))
                .collect(java.util.stream.Collectors.joining("; "));
    }

    private static String pattern(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
