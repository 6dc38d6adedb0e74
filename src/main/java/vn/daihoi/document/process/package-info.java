/** What the process engine calls for the documents: forms, delegates and the typed process. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.document.process;
