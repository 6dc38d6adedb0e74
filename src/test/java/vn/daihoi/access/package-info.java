/** Checks of who may open what. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.access;
