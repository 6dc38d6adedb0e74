package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody signed in on our login page, without a browser: what our pages and the web applications' interfaces say. */
final class Session {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Session(int port) {
        this.root = "http://localhost:" + port;
    }

    static Session signIn(int port, String user) {
        var session = new Session(port);
        var answer = session.send(HttpRequest.newBuilder(URI.create(session.root + "/dang-nhap"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                // as browsers tell of a form on our own page
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=" + JourneyWard.PASSWORD)));
        assertThat(answer.uri().getPath()).as("%s may sign in", user).isEqualTo("/");
        return session;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "text/html,application/json"));
    }

    /** The same with more headers, by pairs of name and value. */
    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).headers(headers));
    }

    /** A file. */
    HttpResponse<byte[]> download(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Fills in a form that stands on this page, by pairs of name and value. */
    HttpResponse<String> submit(String page, String path, String... fields) {
        return submit(page, path, List.of("Accept", "text/html"), fields);
    }

    private HttpResponse<String> submit(String page, String path, List<String> headers, String... fields) {
        var body = new StringBuilder("_csrf=" + encoded(token(page)));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers.toArray(String[]::new))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** The same as htmx sends it. */
    HttpResponse<String> piece(String page, String path, String... fields) {
        return submit(page, path, List.of("HX-Request", "true"), fields);
    }

    /** Sends a file with the form that stands on this page; its field is {@code tep}. */
    HttpResponse<String> upload(String page, String path, byte[] file, String... fields) {
        var border = "daihoi-border";
        var before = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            before.append(part(border, fields[i]))
                    .append("\r\n")
                    .append(fields[i + 1])
                    .append("\r\n");
        }
        before.append(part(border, "_csrf")).append("\r\n").append(token(page)).append("\r\n");
        before.append(part(border, "tep\"; filename=\"du-thao.docx")).append("\r\n");
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(before.toString()),
                        HttpRequest.BodyPublishers.ofByteArray(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + border + "--\r\n"))));
    }

    private static String part(String border, String name) {
        return "--" + border + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n";
    }

    private String token(String page) {
        var token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).as("a form on %s", page).isTrue();
        return token.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A call of a web application, which carries Camunda's token. */
    HttpResponse<String> post(String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
