/** The pages of the comment rounds: the public ones under /gop-y, those of the staff under /lay-y-kien. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.consultation.web;
