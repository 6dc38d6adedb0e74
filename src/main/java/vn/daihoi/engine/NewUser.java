package vn.daihoi.engine;

/**
 * A user to be created.
 *
 * @param id sign-in name
 * @param displayName the role title shown on the screen
 */
public record NewUser(String id, String displayName) {}
