/** The targets a document sets, and where its text quotes one otherwise. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.document.indicator;
