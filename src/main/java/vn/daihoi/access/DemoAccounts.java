package vn.daihoi.access;

import java.util.List;

/**
 * The accounts a newcomer may try. The login page lists them while such a bean exists, which is the case in the demo
 * only.
 */
public interface DemoAccounts {

    /** The accounts under headings, in the order in which they are shown. */
    List<Section> sections();

    /** The password they all share; it is printed on the login page. */
    String password();

    /**
     * Accounts that belong together.
     *
     * @param title heading shown, Vietnamese
     * @param accounts what stands under it
     */
    record Section(String title, List<Account> accounts) {}

    /**
     * One account.
     *
     * @param userId sign-in name
     * @param title role shown beside it, Vietnamese
     */
    record Account(String userId, String title) {}
}
