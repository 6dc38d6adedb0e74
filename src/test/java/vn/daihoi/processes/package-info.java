/** Every path through every process, on a bare engine with stand-ins for the services, jobs and timers fired by hand. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.processes;
