/** What the administrators' pages list, read straight from the module's tables. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.organisation.listing;
