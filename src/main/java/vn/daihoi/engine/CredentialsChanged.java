package vn.daihoi.engine;

/**
 * Published when a person's password or groups changed, so that whatever was remembered of them is dropped.
 *
 * @param userId whose
 */
public record CredentialsChanged(String userId) {}
