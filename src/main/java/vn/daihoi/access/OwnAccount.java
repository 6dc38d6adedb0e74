package vn.daihoi.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.daihoi.engine.Identities;

/**
 * Answers for the engine when people ask for their own account: the name shown in the web applications' header, and a
 * change of the own password. The engine would want a right to read and write accounts for that, which it knows only
 * for all accounts at once or as a row for each person.
 */
final class OwnAccount extends OncePerRequestFilter {

    private static final int LONGEST_BODY = 4_096;

    private final Identities identities;
    private final IdentityService passwords;
    private final ObjectMapper json;

    OwnAccount(Identities identities, IdentityService passwords, ObjectMapper json) {
        this.identities = identities;
        this.passwords = passwords;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Person person = Person.of(SecurityContextHolder.getContext().getAuthentication());
        String account =
                person == null ? "" : request.getContextPath() + WebRules.WEBAPP_ENGINE + "/user/" + person.userId();
        if (person != null
                && request.getMethod().equals("GET")
                && request.getRequestURI().equals(account + "/profile")) {
            answer(response, HttpStatus.OK, profile(person));
        } else if (person != null
                && request.getMethod().equals("PUT")
                && request.getRequestURI().equals(account + "/credentials")) {
            String refusal = changePassword(person, request);
            if (refusal == null) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
            } else {
                answer(response, HttpStatus.BAD_REQUEST, Map.of("type", "PasswordRefused", "message", refusal));
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Map<String, @Nullable Object> profile(Person person) {
        var profile = new LinkedHashMap<String, @Nullable Object>();
        profile.put("id", person.userId());
        profile.put("firstName", person.displayName());
        profile.put("lastName", "");
        profile.put("email", null);
        return profile;
    }

    /** Why not, null when it is done. */
    private @Nullable String changePassword(Person person, HttpServletRequest request) throws IOException {
        JsonNode sent;
        try {
            sent = json.readTree(request.getInputStream().readNBytes(LONGEST_BODY));
        } catch (JsonProcessingException notJson) {
            return "Dữ liệu gửi lên không đúng.";
        }
        String present = sent.path("authenticatedUserPassword").asText("");
        String wanted = sent.path("password").asText("");
        if (present.isEmpty() || !identities.checkPassword(person.userId(), present)) {
            return "Mật khẩu hiện tại không đúng.";
        }
        if (wanted.length() > PasswordCheck.LONGEST_PASSWORD || !meetsPolicy(person, wanted)) {
            return "Mật khẩu mới chưa đủ mạnh: từ 10 ký tự, có chữ hoa, chữ thường, chữ số và ký hiệu, không chứa tên đăng nhập.";
        }
        identities.setPassword(person.userId(), wanted);
        return null;
    }

    private boolean meetsPolicy(Person person, String wanted) {
        User user = passwords.createUserQuery().userId(person.userId()).singleResult();
        return passwords.checkPasswordAgainstPolicy(wanted, user).isValid();
    }

    private void answer(HttpServletResponse response, HttpStatus status, Map<String, ?> body) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), body);
    }
}
