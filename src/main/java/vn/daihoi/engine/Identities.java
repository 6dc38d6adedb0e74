package vn.daihoi.engine;

import java.util.Collection;
import java.util.Set;

/**
 * The engine's users, groups and tenants, which mirror the organisation's own records. Only the organisation module
 * writes through it. Calls join the surrounding transaction and are safe to repeat.
 */
public interface Identities {

    /** Creates the user if there is none, and sets the name shown; the password stays as it is. */
    void ensureUser(String id, String displayName);

    /**
     * Creates those who are not there yet, all with one password hashed once: the slow hash would take seconds for a
     * whole demo. Only fit for accounts whose password is public anyway.
     */
    void ensureUsers(Collection<NewUser> users, String sharedPassword);

    /** Sets a password; it is stored as a slow salted hash only. */
    void setPassword(String userId, String password);

    /** Whether the user exists and this is the password; wrong tries slow down and finally lock the account. */
    boolean checkPassword(String userId, String password);

    /** Creates the group if there is none. */
    void ensureGroup(String id, String name, String type);

    /** Creates the tenant if there is none. */
    void ensureTenant(String id, String name);

    /** Makes these and no others the groups of the user. */
    void setGroups(String userId, Set<String> groups);

    /** Makes these and no others the tenants of the user. */
    void setTenants(String userId, Set<String> tenants);

    /** The groups of the user. */
    Set<String> groupsOf(String userId);

    /** The tenants of the user. */
    Set<String> tenantsOf(String userId);
}
