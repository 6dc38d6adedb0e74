package vn.daihoi.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.engine.Identities;
import vn.daihoi.engine.NewUser;

/** Writes accounts here and users in the engine, in one transaction. */
@Component
class StoredAccounts implements Accounts {

    private final JdbcClient jdbc;
    private final Members members;
    private final Identities identities;
    private final EngineMirror mirror;
    private final Passwords passwords;
    private final WriteLock lock;
    private final Changes changes;

    StoredAccounts(
            JdbcClient jdbc,
            Members members,
            Identities identities,
            EngineMirror mirror,
            Passwords passwords,
            WriteLock lock,
            Changes changes) {
        this.jdbc = jdbc;
        this.members = members;
        this.identities = identities;
        this.mirror = mirror;
        this.passwords = passwords;
        this.lock = lock;
        this.changes = changes;
    }

    @Override
    @Transactional
    public Opened open(NewAccount account, String by) {
        lock.take();
        if (members.find(account.id()).isPresent()) {
            return new Opened.Refused("id", "Tên đăng nhập: đã có tài khoản " + account.id() + ".");
        }
        var password = passwords.generate();
        store(account, false, by);
        identities.ensureUser(account.id(), account.displayName());
        identities.setPassword(account.id(), password);
        changes.record(
                by,
                "ACCOUNT_OPENED",
                "account:" + account.id(),
                "Mở tài khoản " + account.id() + " (" + account.displayName() + ") từ ngày "
                        + Changes.day(account.validFrom()) + ".");
        return new Opened.Done(password);
    }

    @Override
    @Transactional
    public Opened renewPassword(String id, String by) {
        lock.take();
        var account = members.find(id);
        if (account.isEmpty()) {
            return new Opened.Refused("account", "Không có tài khoản " + id + ".");
        }
        if (account.get().validTo() != null && account.get().validTo().isBefore(changes.today())) {
            return new Opened.Refused("account", "Tài khoản " + id + " đã kết thúc, không cấp lại mật khẩu.");
        }
        var password = passwords.generate();
        identities.setPassword(id, password);
        changes.record(by, "PASSWORD_RENEWED", "account:" + id, "Cấp lại mật khẩu cho " + id + ".");
        return new Opened.Done(password);
    }

    @Override
    @Transactional
    public Outcome end(String id, LocalDate lastDay, String by) {
        lock.take();
        var found = members.find(id);
        if (found.isEmpty()) {
            return Outcome.refused("account", "Không có tài khoản " + id + ".");
        }
        var account = found.get();
        if (lastDay.isBefore(account.validFrom())) {
            return Outcome.refused(
                    "lastDay", "Đến ngày: không được trước ngày bắt đầu " + Changes.day(account.validFrom()) + ".");
        }
        if (account.validTo() != null && lastDay.isAfter(account.validTo())) {
            return Outcome.refused(
                    "lastDay", "Đến ngày: tài khoản đã kết thúc ngày " + Changes.day(account.validTo()) + ".");
        }
        if (lastAdministrator(id, lastDay)) {
            return Outcome.refused("lastDay", "Không thể kết thúc: hệ thống phải luôn có ít nhất một quản trị.");
        }
        jdbc.sql(
                        """
                        update account set valid_to = :to, version = version + 1, changed_by = :by, changed_at = :at
                        where id = :id
                        """)
                .param("to", lastDay)
                .param("by", by)
                .param("at", changes.now())
                .param("id", id)
                .update();
        changes.record(by, "ACCOUNT_ENDED", "account:" + id, "Kết thúc tài khoản " + id + Changes.until(lastDay) + ".");
        mirror.of(List.of(id));
        return Outcome.done();
    }

    @Override
    @Transactional
    public void openForDemo(Collection<NewAccount> wanted, String publicPassword, String by) {
        lock.take();
        wanted.forEach(account -> store(account, true, by));
        identities.ensureUsers(
                wanted.stream()
                        .map(account -> new NewUser(account.id(), account.displayName()))
                        .toList(),
                publicPassword);
        changes.record(by, "DEMO_ACCOUNTS_OPENED", "account:demo", "Mở " + wanted.size() + " tài khoản dùng thử.");
    }

    /** Adds the row; the caller creates the engine's user. */
    void store(NewAccount account, boolean demo, String by) {
        jdbc.sql(
                        """
                        insert into account (id, display_name, demo, valid_from, changed_by, changed_at)
                        values (:id, :name, :demo, :from, :by, :at) on conflict do nothing
                        """)
                .param("id", account.id())
                .param("name", account.displayName().strip())
                .param("demo", demo)
                .param("from", account.validFrom())
                .param("by", by)
                .param("at", changes.now())
                .update();
    }

    private boolean lastAdministrator(String id, LocalDate lastDay) {
        return jdbc.sql(
                        """
                        select exists (select 1 from role_assignment
                                       where account_id = :id and role = 'ADMIN' and valid_to is null)
                           and not exists (
                               select 1 from role_assignment r join account a on a.id = r.account_id
                               where r.role = 'ADMIN' and a.id <> :id and r.valid_to is null and a.valid_to is null
                                 and r.valid_from <= :next and a.valid_from <= :next)
                        """)
                .param("id", id)
                .param("next", lastDay.plusDays(1))
                .query(Boolean.class)
                .single();
    }
}
