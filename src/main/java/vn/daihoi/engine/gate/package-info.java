/** The form gate: the one door through which people change a running process. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.engine.gate;
