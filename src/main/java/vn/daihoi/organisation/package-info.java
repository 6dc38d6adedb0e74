/**
 * Who there is: units and their dated relations, accounts, who holds which role where, and the calendar of working days.
 * The engine's groups and tenants are a mirror of what stands here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Organisation")
package vn.daihoi.organisation;
