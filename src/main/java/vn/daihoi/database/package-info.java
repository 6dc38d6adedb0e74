/**
 * Where the rows are kept: the embedded PostgreSQL of a single machine or the server an operator names, and the schema
 * that Flyway lays down in it. The lowest module, so it also holds the two words every other one may say while the
 * program starts: {@link vn.daihoi.database.StartRefused} and {@link vn.daihoi.database.ReadyNote}.
 */
@org.jspecify.annotations.NullMarked
package vn.daihoi.database;
