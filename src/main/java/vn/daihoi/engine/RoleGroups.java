package vn.daihoi.engine;

import java.util.List;

/** The coarse role groups that carry the engine's grants; the organisation module names them. */
public interface RoleGroups {

    /** Every role there is. */
    List<RoleGroup> roleGroups();

    /**
     * One role with what its holders do in the web applications.
     *
     * @param id engine group id, the bare role name
     * @param title what it is called on the screen, Vietnamese
     * @param use which of the web applications the holders work in
     */
    record RoleGroup(String id, String title, Use use) {}

    /** What the holders of a role do in the web applications. */
    enum Use {
        /** Claims and completes tasks in Tasklist. */
        STAFF,
        /** Staff that also watches instances in Cockpit. */
        SUPERVISOR,
        /** Deploys models and repeats failed jobs. */
        PROCESS_OWNER,
        /** Manages accounts in Admin; reads no content. */
        ADMINISTRATOR
    }
}
