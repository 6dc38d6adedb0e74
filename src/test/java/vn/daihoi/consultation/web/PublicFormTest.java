package vn.daihoi.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.daihoi.consultation.web.PublicForm.Fault;

class PublicFormTest {

    private static final String TYPE = "application/x-www-form-urlencoded;charset=UTF-8";

    @Test
    void readsAForm() {
        var form = read("text=%C4%90%E1%BB%93ng+%C3%BD&type=AGREE&empty=&text=second&alone&=x");

        assertThat(form.fault()).isNull();
        assertThat(form.fields()).isEqualTo(Map.of("text", "Đồng ý", "type", "AGREE", "empty", "", "", "x"));
        assertThat(form.field("none")).isNull();
    }

    @Test
    void refusesWhatIsNoForm() {
        for (var broken : new String[] {"a=%", "a=%C", "a=%zz", "a=%C3%28", "a=%ED%A0%80", "a=%FF", "%C0%AF=a"}) {
            assertThat(read(broken).fault()).as(broken).isEqualTo(Fault.UNREADABLE);
        }
        assertThat(read("a=1", "multipart/form-data; boundary=x").fault()).isEqualTo(Fault.UNREADABLE);
        assertThat(read("a=1", null).fault()).isEqualTo(Fault.UNREADABLE);
        assertThat(read("a&".repeat(10) + fields(40)).fault()).isEqualTo(Fault.UNREADABLE);
    }

    @Test
    void takesTheLongestCommentAndNothingLarger() {
        var longest = "text=" + "%E1%BA%BF".repeat(4000) + "&quote=" + "%E1%BA%BF".repeat(2000);

        assertThat(read(longest).field("text")).hasSize(4000);
        assertThat(read("text=" + "a".repeat(PublicForm.MOST_BYTES)).fault()).isEqualTo(Fault.TOO_LARGE);
        assertThat(read("text=" + "a".repeat(1 << 20)).fault()).isEqualTo(Fault.TOO_LARGE);
    }

    @Property(tries = 500, seed = "20261123")
    void anyBytesAreAFormOrRefused(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        var form = PublicForm.read(TYPE, -1, new ByteArrayInputStream(bytes));

        assertThat(form.fault() == null || form.fields().isEmpty()).isTrue();
    }

    @Property(tries = 500, seed = "20261123")
    void whatABrowserEncodesIsReadAsTyped(@ForAll @Size(max = 10) Map<@NotEmpty String, String> typed)
            throws IOException {
        var whole = typed.entrySet().stream()
                .filter(field -> encodable(field.getKey()) && encodable(field.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var body = whole.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));

        assertThat(read(body).fields()).isEqualTo(whole);
    }

    private static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String fields(int number) {
        var body = new StringBuilder();
        for (int at = 0; at < number; at++) {
            body.append('f').append(at).append("=1&");
        }
        return body.toString();
    }

    private static PublicForm read(String body) {
        return read(body, TYPE);
    }

    private static PublicForm read(String body, @Nullable String type) {
        try {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            return PublicForm.read(type, bytes.length, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
