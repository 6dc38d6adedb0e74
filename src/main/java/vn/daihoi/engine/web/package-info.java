/** How refusals reach those who speak to the engine over HTTP. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.engine.web;
