/** The pages of the congress of a ward, and what the pages of every record share. */
@NamedInterface("web")
@NullMarked
package vn.daihoi.congress.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
