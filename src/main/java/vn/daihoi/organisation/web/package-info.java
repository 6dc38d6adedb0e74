/** The pages on which administrators keep units, accounts, roles and the calendar. They show nothing of any congress. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.organisation.web;
