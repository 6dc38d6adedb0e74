/** The numbers of issued documents: per issuing body, type and term, without gaps. */
@NamedInterface("numbering")
@NullMarked
package vn.daihoi.document.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
