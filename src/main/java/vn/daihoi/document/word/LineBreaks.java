package vn.daihoi.document.word;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: as the library has it, but not at the slash of a date such as 20/03/2027. */
final class LineBreaks implements FSTextBreaker {

    private final FSTextBreaker usual =
            new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.forLanguageTag("vi-VN")));
    private String text = "";

    @Override
    public void setText(String line) {
        text = line;
        usual.setText(line);
    }

    @Override
    public int next() {
        int at = usual.next();
        while (slashBetweenDigits(at - 1) || slashBetweenDigits(at)) {
            at = usual.next();
        }
        return at;
    }

    private boolean slashBetweenDigits(int at) {
        return at > 0
                && at < text.length() - 1
                && text.charAt(at) == '/'
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }
}
