package vn.daihoi.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One browser, or one program, as the server sees it: it keeps cookies, follows no redirect and sends what it is told. */
final class Visitor {

    static final String WEBAPP_ENGINE = "/camunda/api/engine/engine/default";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private @Nullable String basic;

    Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Sends name and password with each request, as Modeler does. */
    Visitor withBasic(String user, String password) {
        basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Fills in the login page. */
    HttpResponse<String> logIn(String user, String password, String wished) {
        return form("/dang-nhap", csrf("/dang-nhap"), "username", user, "password", password, "tiep", wished);
    }

    /** Signs in or fails. */
    Visitor signedIn(String user, String password) {
        var answer = logIn(user, password, "/");
        if (!location(answer).equals("/")) {
            throw new AssertionError(user + " could not sign in: " + location(answer));
        }
        return this;
    }

    /** The token of the form on a page. */
    String csrf(String page) {
        var found = CSRF.matcher(get(page).body());
        return found.find() ? found.group(1) : "";
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As a browser opens a page. */
    HttpResponse<String> open(String path) {
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml")
                .GET());
    }

    /** JSON, with the web applications' token where there is one. */
    HttpResponse<String> send(String method, String path, String json) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        String token = cookie("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        return send(request);
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    HttpResponse<String> form(String path, String csrf, String... fields) {
        var body = new StringBuilder("_csrf=").append(csrf);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return basic == null ? request : request.header("Authorization", basic);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The value of a cookie, null when there is none. */
    @Nullable
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Where a redirect leads, below this server; an address elsewhere stays whole, no redirect is empty. */
    String location(HttpResponse<?> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        return location.startsWith(base) ? location.substring(base.length()) : location;
    }
}
