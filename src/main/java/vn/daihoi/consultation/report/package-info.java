/** The papers a round ends with: synthesis report, explanation table, spreadsheet, poster. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.consultation.report;
