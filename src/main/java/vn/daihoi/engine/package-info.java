/**
 * The process engine and what guards it: configuration, the form gate, stable deployment. Other modules see only this
 * package; nothing outside the module may use {@code org.camunda.bpm.engine.impl}.
 */
@org.jspecify.annotations.NullMarked
package vn.daihoi.engine;
