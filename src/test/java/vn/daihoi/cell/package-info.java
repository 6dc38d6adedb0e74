/** Tests of the congresses of the cells. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.cell;
