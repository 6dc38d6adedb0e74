/** Two fictitious wards to try everything with; role accounts only, no invented people. Off in a real system. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Demo")
package vn.daihoi.demo;
