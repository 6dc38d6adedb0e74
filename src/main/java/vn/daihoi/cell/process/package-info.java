/** What the process engine calls for the congress of a cell: forms, delegates, deadlines and the typed process. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.cell.process;
