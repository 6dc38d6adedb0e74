package vn.daihoi.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Hands parts of a page to the template one by one, and sends what there is to the browser once the first is written:
 * it paints while the rest is still being made.
 */
final class FirstScreen {

    private FirstScreen() {}

    static <T extends @Nullable Object> Iterable<T> sentEarly(Iterable<T> parts, HttpServletResponse response) {
        return () -> new Iterator<>() {
            private final Iterator<T> rest = parts.iterator();
            private int given;

            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public T next() {
                if (given == 1) {
                    send(response);
                }
                given++;
                return rest.next();
            }
        };
    }

    private static void send(HttpServletResponse response) {
        try {
            response.flushBuffer();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
