/** The targets a document sets, and where its text quotes one otherwise. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("indicator")
package vn.daihoi.document.indicator;
