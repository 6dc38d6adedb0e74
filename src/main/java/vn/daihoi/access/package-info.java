/**
 * One login for everything: who is signed in, who may open what, and the frame, login and error pages around all of it.
 * The engine's own checks stand behind this outer wall and don't rely on it.
 */
@org.jspecify.annotations.NullMarked
package vn.daihoi.access;
