@org.jspecify.annotations.NullMarked
package vn.daihoi.consultation.anchor;
