/** What the process engine calls for the dossiers and their approval: forms, delegates and the typed processes. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.approval.process;
