package vn.daihoi.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts and roles as they are exercised. An ended account or unit takes its roles with it. */
@Component
class StoredMembers implements Members {

    static final String HELD =
            """
             from held_role r
             join account a on a.id = r.account_id
                  and :on between a.valid_from and coalesce(a.valid_to, 'infinity')
             left join unit u on u.id = r.unit_id
             where :on between r.valid_from and coalesce(r.valid_to, 'infinity')
               and (u.id is null or :on between u.valid_from and coalesce(u.valid_to, 'infinity'))
            """;

    private final JdbcClient jdbc;

    StoredMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String userId) {
        return jdbc.sql("select id, display_name, valid_from, valid_to from account where id = :id")
                .param("id", userId)
                .query((rs, row) -> new Account(
                        rs.getString("id"),
                        rs.getString("display_name"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .optional();
    }

    @Override
    public String displayName(String userId) {
        return find(userId).map(Account::displayName).orElse(userId);
    }

    @Override
    public List<String> holders(String unit, Role role, LocalDate on) {
        return jdbc.sql("select r.account_id" + HELD
                        + " and r.unit_id = :unit and r.role = :role and r.absent_id is null order by r.account_id")
                .param("on", on)
                .param("unit", unit)
                .param("role", role.name())
                .query(String.class)
                .list();
    }

    @Override
    public boolean holds(String userId, Role role, String unit, LocalDate on) {
        return jdbc.sql("select exists (select 1" + HELD
                        + " and r.account_id = :user and r.role = :role and u.id = :unit)")
                .param("on", on)
                .param("user", userId)
                .param("role", role.name())
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Unit> unitsWhere(String userId, Role role, LocalDate on) {
        return jdbc.sql("select w.* from unit w where w.id in (select u.id" + HELD
                        + " and r.account_id = :user and r.role = :role)"
                        + " order by w.sort_order, w.name collate \"vi-x-icu\", w.id")
                .param("on", on)
                .param("user", userId)
                .param("role", role.name())
                .query(StoredUnits::map)
                .list();
    }

    @Override
    public List<HeldRole> rolesOf(String userId, LocalDate on) {
        return jdbc.sql("select distinct r.role, r.unit_id" + HELD
                        + " and r.account_id = :user order by r.role, r.unit_id")
                .param("on", on)
                .param("user", userId)
                .query((rs, row) -> new HeldRole(Role.valueOf(rs.getString("role")), rs.getString("unit_id")))
                .list();
    }
}
