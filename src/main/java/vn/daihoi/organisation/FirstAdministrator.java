package vn.daihoi.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.database.StartRefused;
import vn.daihoi.engine.Identities;

/** Without the demo: the first administrator comes from the environment, never with a password that we chose. */
@Component
@ConditionalOnProperty(name = "daihoi.demo", havingValue = "false")
@Order(100)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int SHORTEST_PASSWORD = 12;
    private static final Pattern USER = Pattern.compile("[a-z][a-z0-9]{0,29}(\\.[a-z0-9]{1,20}){0,2}");

    private final String user;
    private final String password;
    private final JdbcClient jdbc;
    private final StoredAccounts accounts;
    private final RoleAssignments roles;
    private final Members members;
    private final Identities identities;
    private final WriteLock lock;
    private final Changes changes;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            @Value("${daihoi.admin.user:}") String user,
            @Value("${daihoi.admin.password:}") String password,
            JdbcClient jdbc,
            StoredAccounts accounts,
            RoleAssignments roles,
            Members members,
            Identities identities,
            WriteLock lock,
            Changes changes,
            TransactionTemplate transaction) {
        this.user = user.strip();
        this.password = password;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.roles = roles;
        this.members = members;
        this.identities = identities;
        this.lock = lock;
        this.changes = changes;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            lock.take();
            refuseDemoAccounts();
            if (!administered()) {
                create();
            }
        });
    }

    /** A demo database must not come onto the network as it is: everybody can read its password on its login page. */
    private void refuseDemoAccounts() {
        boolean demo = jdbc.sql("select exists (select 1 from account where demo and closed_at is null)")
                .query(Boolean.class)
                .single();
        if (demo) {
            throw new StartRefused(
                    "This database holds the demo's accounts, whose password is public.",
                    "Start with an empty database, or with DAIHOI_DEMO=true.");
        }
    }

    private boolean administered() {
        return jdbc.sql("select exists (select 1" + StoredMembers.HELD + " and r.role = 'ADMIN')")
                .param("on", changes.today())
                .query(Boolean.class)
                .single();
    }

    private void create() {
        weakness(user, password).ifPresent(weakness -> {
            throw new StartRefused(
                    "There is no administrator yet, and " + weakness + ".",
                    "Set DAIHOI_ADMIN_USER and DAIHOI_ADMIN_PASSWORD (at least " + SHORTEST_PASSWORD
                            + " characters with small and capital letters, digits and signs).");
        });
        if (members.find(user).isPresent()) {
            throw new StartRefused(
                    "There is no administrator, and the account " + user + " is already used for something else.",
                    "Set DAIHOI_ADMIN_USER to a new name.");
        }
        accounts.store(new Accounts.NewAccount(user, "Quản trị hệ thống", changes.today()), false, "system");
        identities.ensureUser(user, "Quản trị hệ thống");
        identities.setPassword(user, password);
        var given = roles.assign(new RoleAssignments.NewRole(user, Role.ADMIN, null, changes.today(), null), "system");
        if (given instanceof Outcome.Refused refused) {
            throw new IllegalStateException("the first administrator was refused: " + refused.message());
        }
        LOG.info("Created the first administrator {}", user);
    }

    /** What is wrong with these, in words for the operator; empty when they will do. */
    static Optional<String> weakness(String user, String password) {
        if (user.isEmpty() || password.isEmpty()) {
            return Optional.of("none is named");
        }
        if (!USER.matcher(user).matches()) {
            return Optional.of("DAIHOI_ADMIN_USER may only have small letters, digits and dots");
        }
        if (password.length() < SHORTEST_PASSWORD) {
            return Optional.of("DAIHOI_ADMIN_PASSWORD is too short");
        }
        if (password.toLowerCase(Locale.ROOT).contains(user)) {
            return Optional.of("DAIHOI_ADMIN_PASSWORD contains the user's name");
        }
        // what the engine's own policy asks for besides
        var mixed = List.of("\\p{Lower}", "\\p{Upper}", "\\p{Digit}", "[^\\p{Alnum}]").stream()
                .allMatch(kind -> Pattern.compile(kind).matcher(password).find());
        return mixed ? Optional.empty() : Optional.of("DAIHOI_ADMIN_PASSWORD has not all kinds of characters");
    }
}
