/** The engine's users, groups, tenants and coarse grants. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.engine.identity;
