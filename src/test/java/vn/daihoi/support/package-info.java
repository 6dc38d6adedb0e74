/** What tests of all modules share: a database, one running application, the packaged program as a process. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.support;
