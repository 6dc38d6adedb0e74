/** What the process engine calls for the congress of a ward: forms, delegates and the typed process. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.congress.process;
