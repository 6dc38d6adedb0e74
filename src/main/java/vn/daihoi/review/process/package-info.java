/** What the process engine calls for the working sessions: forms, delegates and the typed processes. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.review.process;
