package vn.daihoi.document.word;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.daihoi.document.text.Mark;

/** How the characters of a text are set. */
final class Look {

    private Look() {}

    /** How the character at this place is set. */
    static Set<Mark.Style> at(List<Mark> marks, int at) {
        Set<Mark.Style> look = EnumSet.noneOf(Mark.Style.class);
        for (Mark mark : marks) {
            if (mark.start() <= at && at < mark.end()) {
                look.add(mark.style());
            }
        }
        return look;
    }

    /** How many characters from here are set alike. */
    static int alike(List<Mark> marks, int at) {
        int end = Integer.MAX_VALUE;
        for (Mark mark : marks) {
            if (mark.start() > at) {
                end = Math.min(end, mark.start());
            } else if (mark.end() > at) {
                end = Math.min(end, mark.end());
            }
        }
        return end - at;
    }
}
