/** Working sessions: what is concluded, put on paper and followed up. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.review;
