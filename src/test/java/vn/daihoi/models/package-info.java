/** Checks of the process models, decision tables and forms. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.models;
