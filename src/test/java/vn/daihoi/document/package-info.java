/** Tests of the documents of a congress. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.document;
