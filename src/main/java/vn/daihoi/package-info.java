/** The application itself: where it starts and what it says on the way up. */
@org.jspecify.annotations.NullMarked
package vn.daihoi;
