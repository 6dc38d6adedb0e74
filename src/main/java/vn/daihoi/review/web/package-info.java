/** The pages of the working sessions. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.review.web;
