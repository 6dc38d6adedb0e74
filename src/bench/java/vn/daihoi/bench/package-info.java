/** Measures what a completed task and a page of the task list cost; run by hand, see {@link Benchmark}. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.bench;
