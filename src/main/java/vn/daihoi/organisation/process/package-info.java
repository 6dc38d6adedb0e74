/** What the process models call by name. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.organisation.process;
