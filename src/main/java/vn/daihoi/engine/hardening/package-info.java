/** What the engine as shipped leaves open, closed: queries, commands, authorization rows, password hash. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.engine.hardening;
