package vn.daihoi.congress;

/**
 * Published, and heard in the same transaction, when a congress is called off.
 *
 * @param congress id of the congress
 * @param reason why
 * @param cancelled who called it off, and when
 */
public record CongressCancelled(String congress, String reason, Signed cancelled) {}
