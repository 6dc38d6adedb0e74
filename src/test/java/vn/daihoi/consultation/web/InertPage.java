package vn.daihoi.consultation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimplifierMarkupHandler;
import org.jspecify.annotations.Nullable;

/** Reads a page as a browser does and finds whatever on it could act. */
final class InertPage extends AbstractSimpleMarkupHandler {

    private static final Set<String> HARMLESS = Set.of(
            ("html head meta title link script body a header div main footer h1 h2 h3 h4 h5 h6 p strong em b bdi small ul ol"
                            + " li form input label textarea select option details summary blockquote button article span"
                            + " table tr td svg path br nav section dl dt dd")
                    .split(" "));

    private final List<String> active = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private InertPage() {}

    /** What on the page could act; empty when nothing does but our own script. */
    static List<String> active(String html) {
        var page = new InertPage();
        try {
            new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(html, new SimplifierMarkupHandler(page));
        } catch (ParseException e) {
            return List.of("can't be read: " + e.getMessage());
        }
        page.words
                .codePoints()
                .filter(letter -> Character.getType(letter) == Character.FORMAT || letter < 0x20 && letter != '\n')
                .forEach(letter -> page.active.add(String.format(Locale.ROOT, "U+%04X", letter)));
        return page.active;
    }

    @Override
    public void handleOpenElement(String element, @Nullable Map<String, String> attributes, int line, int column) {
        element(element, attributes);
    }

    @Override
    public void handleStandaloneElement(
            String element, @Nullable Map<String, String> attributes, boolean minimized, int line, int column) {
        element(element, attributes);
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
        words.append(buffer, offset, length);
    }

    private void element(String name, @Nullable Map<String, String> attributes) {
        if (!HARMLESS.contains(name)) {
            active.add("<" + name + ">");
        }
        if (attributes == null) {
            if (name.equals("script")) {
                active.add("a script of the page's own");
            }
            return;
        }
        if (name.equals("script") && !String.valueOf(attributes.get("src")).startsWith("/assets/gop-y")) {
            active.add("a strange script");
        }
        attributes.forEach((attribute, value) -> {
            var lower = attribute.toLowerCase(Locale.ROOT);
            if (lower.startsWith("on")
                    || lower.equals("style")
                    || lower.equals("srcdoc")
                    || lower.equals("autofocus")) {
                active.add(name + " " + attribute);
            }
            if (Set.of("href", "src", "action", "formaction").contains(lower)
                    && !value.matches("(/(?!/)|#|\\?).*|http://localhost:\\d+/.*")) {
                active.add(name + " " + attribute + "=" + value);
            }
        });
    }
}
