package vn.daihoi.consultation.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed one below the other. */
final class Lines {

    private Lines() {}

    static List<String> of(@Nullable String typed) {
        return typed == null
                ? List.of()
                : typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
