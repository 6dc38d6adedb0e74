/** Tests of the congress of a ward. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.congress;
