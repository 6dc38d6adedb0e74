package vn.daihoi.congress;

import java.time.Instant;

/**
 * Who did something and when.
 *
 * @param by id of the person
 * @param at the moment
 */
public record Signed(String by, Instant at) {}
