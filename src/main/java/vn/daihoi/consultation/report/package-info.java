/** The papers a round ends with: synthesis report, explanation table, spreadsheet, poster. */
@NamedInterface("report")
@NullMarked
package vn.daihoi.consultation.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
