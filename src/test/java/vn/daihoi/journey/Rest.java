package vn.daihoi.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The engine's REST interface as a program of one person speaks to it, with HTTP Basic. */
final class Rest {

    private final String root;
    private final String password;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    /** All people share one password. */
    Rest(int port, String password) {
        this.root = "http://localhost:" + port + "/engine-rest";
        this.password = password;
    }

    /** What came back; the body is missing where there was none. */
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status / 100 == 2;
        }

        String message() {
            return body.path("message").asText();
        }
    }

    Answer get(String user, String path) {
        return await(send(user, "GET", path, null));
    }

    Answer post(String user, String path, Object body) {
        return await(postLater(user, path, body));
    }

    CompletableFuture<Answer> postLater(String user, String path, Object body) {
        return send(user, "POST", path, body);
    }

    /** Form fields as the interface wants them: an object of values under {@code variables}. */
    static Map<String, Object> form(Map<String, ?> fields) {
        return Map.of("variables", values(fields));
    }

    /** The same without the frame round it. */
    static Map<String, Object> values(Map<String, ?> fields) {
        var values = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> values.put(name, Map.of("value", value)));
        return values;
    }

    private CompletableFuture<Answer> send(String user, String method, String path, @Nullable Object body) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(write(body)))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), read(response.body())));
    }

    static Answer await(CompletableFuture<Answer> answer) {
        return answer.join();
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (IOException e) {
            return json.getNodeFactory().textNode(body);
        }
    }
}
