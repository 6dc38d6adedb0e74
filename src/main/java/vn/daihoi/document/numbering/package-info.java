/** The numbers of issued documents: per issuing body, type and term, without gaps. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.document.numbering;
