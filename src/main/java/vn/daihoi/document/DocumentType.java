package vn.daihoi.document;

import vn.daihoi.document.word.PageFormat;

/**
 * A type of document; the types are data.
 *
 * @param code stable code, such as {@code POLITICAL_REPORT}
 * @param name Vietnamese name
 * @param numberCode the letters of its number, "NQ" in "Số 05-NQ/ĐU"
 * @param required whether every congress prepares one
 * @param format how its pages are laid out
 */
public record DocumentType(String code, String name, String numberCode, boolean required, PageFormat format) {}
