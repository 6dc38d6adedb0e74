/** The audit log's chain: what is done past the program is found and named. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.audit;
