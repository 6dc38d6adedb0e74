package vn.daihoi.document.text;

/** What a clause is in the structure of a document. */
public enum ClauseKind {
    /** A line of the document's title. */
    TITLE,
    /** A part, "Phần thứ nhất". */
    PART,
    /** A heading below that: "I.", "1.", "(1)". */
    SECTION,
    /** Running text without a label. */
    PARAGRAPH,
    /** An item of a list: "a)", "-", "+", or a numbered sentence that heads nothing. */
    ITEM,
    /** A table; its text is empty, its rows are the clauses one deeper that follow. */
    TABLE,
    /** A row of a table; its cells are joined by tabs, lines inside a cell by line feeds. */
    ROW,
    /** A footnote; follows the clause that refers to it, one deeper. */
    NOTE
}
