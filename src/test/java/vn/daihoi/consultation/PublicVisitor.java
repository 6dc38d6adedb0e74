package vn.daihoi.consultation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** Somebody at the public pages, without a browser and without JavaScript. */
public final class PublicVisitor {

    private final String root;
    private final ApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    /** At the application on this port. */
    public PublicVisitor(ApplicationContext context, int port) {
        this.context = context;
        root = "http://localhost:" + port;
    }

    /** A page, without following where it leads. */
    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path));
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    /** The fields of a form that was opened a minute ago and filled in well. */
    public Map<String, String> form(Round round, long clause, String text) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("clause", String.valueOf(clause));
        fields.put("stamp", stamp(round, Duration.ofMinutes(1)));
        fields.put("text", text);
        fields.put("type", "AMEND");
        fields.put("source", "RESIDENT");
        fields.put("quote", "");
        fields.put("area", "");
        fields.put("website", "");
        return fields;
    }

    /** The stamp of a form that was opened so long ago. */
    public String stamp(Round round, Duration ago) {
        var then = Clock.offset(context.getBean(Clock.class), ago.negated());
        return new FormStamps(context.getBean(IntakeSecret.class), then).issue(round);
    }

    /** Sends a form. */
    public HttpResponse<String> send(Round round, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(
                "/gop-y/" + round.slug(), "application/x-www-form-urlencoded", BodyPublishers.ofString(body), headers);
    }

    /** Sends anything. */
    public HttpResponse<String> post(String path, String type, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", type)
                .POST(body);
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
