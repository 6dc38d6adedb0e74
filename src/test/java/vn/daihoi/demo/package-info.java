/** What the demo lays down and tells. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.demo;
