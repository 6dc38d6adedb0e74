/** What the process engine calls for the comment rounds: forms, delegates and the typed process. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.consultation.process;
