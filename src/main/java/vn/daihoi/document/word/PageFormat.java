package vn.daihoi.document.word;

/**
 * How a page is laid out; data, since the rules change. The values that apply are stored per type of document.
 *
 * @param top margin in millimetres
 * @param bottom margin in millimetres
 * @param left margin in millimetres
 * @param right margin in millimetres
 * @param font family of the body
 * @param size of the body in points
 * @param firstLine indent of a paragraph's first line in millimetres
 */
public record PageFormat(int top, int bottom, int left, int right, String font, int size, int firstLine) {}
