@org.jspecify.annotations.NullMarked
package vn.daihoi.approval;
