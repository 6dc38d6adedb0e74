package vn.daihoi.document.web;

/**
 * A stretch of HTML written by hand: a text of 3,000 clauses is too much for the template's expressions. What a template
 * puts out unescaped is of this type only, and words get into it only through {@link Writer#text}.
 */
public final class Html {

    /** Nothing. */
    static final Html EMPTY = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** The markup itself. */
    @Override
    public String toString() {
        return markup;
    }

    /** Puts a stretch together. */
    static final class Writer {

        private final StringBuilder out = new StringBuilder();

        /** Markup of ours: a literal, a number, or what a writer made; never words of a person. */
        Writer tag(String markup) {
            out.append(markup);
            return this;
        }

        /** A number of ours. */
        Writer tag(long number) {
            out.append(number);
            return this;
        }

        /** Words of a person. */
        Writer text(String words) {
            return text(words, 0, words.length());
        }

        /** A stretch of words of a person; line feeds become line breaks, other control characters are dropped. */
        Writer text(String words, int start, int end) {
            for (int at = start; at < end; at++) {
                char letter = words.charAt(at);
                switch (letter) {
                    case '&' -> out.append("&amp;");
                    case '<' -> out.append("&lt;");
                    case '>' -> out.append("&gt;");
                    case '"' -> out.append("&quot;");
                    case '\'' -> out.append("&#39;");
                    case '\n' -> out.append("<br>");
                    case '\t' -> out.append("<span class=\"cell-border\"> │ </span>");
                    default -> {
                        if (!Character.isISOControl(letter)) {
                            out.append(letter);
                        }
                    }
                }
            }
            return this;
        }

        Html done() {
            return new Html(out.toString());
        }
    }
}
