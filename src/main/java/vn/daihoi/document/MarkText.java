package vn.daihoi.document;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.daihoi.document.text.Mark;

/** Marks as one column holds them: {@code BOLD 0 12;NOTE 40 40}. */
final class MarkText {

    private MarkText() {}

    static String write(List<Mark> marks) {
        return marks.stream()
                .map(mark -> mark.style() + " " + mark.start() + " " + mark.end())
                .collect(Collectors.joining(";"));
    }

    static List<Mark> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(MarkText::mark).toList();
    }

    private static Mark mark(String text) {
        var parts = text.split(" ", -1);
        return new Mark(Mark.Style.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
