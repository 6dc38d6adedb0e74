package vn.daihoi.webapps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds our Vietnamese texts of the Camunda web applications to the English ones they translate: an update of the
 * webapps that adds a label, or a slip of the translator, must not show a clerk an English word or an empty button.
 */
@DisplayName("The Vietnamese texts of the web applications")
class TranslationCompletenessTest {

    private static final String LOCALES = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{[^{}]*}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names and codes that Vietnamese writes the same way; a text without any letter needs no entry. */
    private static final Set<String> SAME_IN_BOTH = Set.of("ID", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss");

    /** The ending of the English plural, which Vietnamese does not have. */
    private static final String PLURAL_ENDING = "s";

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void say_everything_the_english_ones_say(String app) throws IOException {
        assertThat(faults(english(app), vietnamese(app))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void are_the_only_language_the_application_offers(String app) throws IOException {
        assertThat(text("/META-INF/resources/webjars/camunda/app/%s/scripts/config.js".formatted(app)))
                .contains("availableLocales: ['vi']", "fallbackLocale: 'vi'");
    }

    @Test
    void would_not_pass_with_a_label_missing() throws IOException {
        assertThat(faultsOf(labels -> labels.remove("CLAIM_TASK"))).containsExactly("labels.CLAIM_TASK: missing");
    }

    @Test
    void would_not_pass_with_a_label_that_nobody_asks_for() throws IOException {
        assertThat(faultsOf(labels -> labels.put("CLAIM_TAKS", "Nhận việc")))
                .containsExactly("labels.CLAIM_TAKS: not in English");
    }

    @Test
    void would_not_pass_with_a_placeholder_lost_or_misspelt() throws IOException {
        assertThat(faultsOf(labels -> labels.put("PAGES_MSG_ACCESS_DENIED", "Không có quyền {{missingAuth}}.")))
                .containsExactly(
                        "labels.PAGES_MSG_ACCESS_DENIED: placeholders [{{missingAuth}}] for [{{missingAuths}}]");
    }

    @Test
    void would_not_pass_with_an_empty_text() throws IOException {
        assertThat(faultsOf(labels -> labels.put("COMPLETE", " "))).containsExactly("labels.COMPLETE: empty");
    }

    @Test
    void would_not_pass_with_a_text_left_in_english() throws IOException {
        assertThat(faultsOf(labels -> labels.put("COMPLETE", "Complete")))
                .containsExactly("labels.COMPLETE: still English, \"Complete\"");
    }

    @Test
    void are_read_past_the_byte_order_mark_of_the_english_file() {
        assertThatCode(() -> english("tasklist")).doesNotThrowAnyException();
    }

    private static List<String> faultsOf(Consumer<ObjectNode> fault) throws IOException {
        ObjectNode mutated = vietnamese("tasklist").deepCopy();
        fault.accept((ObjectNode) mutated.get("labels"));
        return faults(english("tasklist"), mutated);
    }

    private static List<String> faults(JsonNode english, JsonNode vietnamese) {
        Map<String, String> expected = texts(english);
        Map<String, String> actual = texts(vietnamese);
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        List<String> faults = new ArrayList<>();
        for (String key : keys) {
            if (!actual.containsKey(key)) {
                faults.add(key + ": missing");
            } else if (!expected.containsKey(key)) {
                faults.add(key + ": not in English");
            } else {
                compare(key, expected.get(key), actual.get(key), faults);
            }
        }
        return faults;
    }

    private static void compare(String key, String english, String vietnamese, List<String> faults) {
        if (vietnamese.isBlank()) {
            if (!english.isBlank() && !english.equals(PLURAL_ENDING)) {
                faults.add(key + ": empty");
            }
            return;
        }
        List<String> wanted = placeholders(english);
        List<String> found = placeholders(vietnamese);
        if (!found.equals(wanted)) {
            faults.add("%s: placeholders %s for %s".formatted(key, found, wanted));
        }
        // The date section is data of the calendar library, where a code may well be the same.
        boolean forReading =
                key.startsWith("labels.") && LETTER.matcher(english).find();
        if (forReading && vietnamese.equals(english) && !SAME_IN_BOTH.contains(english)) {
            faults.add("%s: still English, \"%s\"".formatted(key, english));
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    /** Every text of the file by its path, so that nested sections and lists are compared as strictly as labels. */
    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        collect("", node, texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(join(path, field.getKey()), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(join(path, String.valueOf(i)), node.get(i), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static JsonNode english(String app) throws IOException {
        return read(LOCALES.formatted(app, "en"));
    }

    private static JsonNode vietnamese(String app) throws IOException {
        return read(LOCALES.formatted(app, "vi"));
    }

    private static JsonNode read(String resource) throws IOException {
        String text = text(resource);
        return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = TranslationCompletenessTest.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
