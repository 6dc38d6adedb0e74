/** Journeys through the running program as its users make them: in a browser, and by HTTP as their own users. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.journey;
