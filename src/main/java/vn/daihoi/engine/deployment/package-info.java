/** Models, forms and rule sets brought into the engine under names that never change. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.engine.deployment;
