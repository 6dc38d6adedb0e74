package vn.daihoi.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.RefusedAttempts;

/** Says no: to a browser with our pages, to a program with a status and a short JSON text. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Request attribute: the refused form was older than its session. */
    static final String STALE_FORM = Refusals.class.getName() + ".staleForm";

    static final String EXPIRED = "/dang-nhap?hetHan";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int SUBJECT_LENGTH = 120;

    private final ObjectMapper json;
    private final RefusedAttempts attempts;

    Refusals(ObjectMapper json, RefusedAttempts attempts) {
        this.json = json;
        this.attempts = attempts;
    }

    /** Nobody is signed in: to the login page, and from there back to where the person wanted to go. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (isProgram(request)) {
            answer(response, HttpStatus.UNAUTHORIZED);
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect(request.getContextPath() + loginPage(request));
        } else {
            response.sendRedirect(request.getContextPath() + EXPIRED);
        }
    }

    /** Signed in, but not for this; or a form that is older than its session. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (isProgram(request)) {
            if (reason instanceof AuthorizationDeniedException) {
                note(request);
            }
            answer(response, HttpStatus.FORBIDDEN);
            return;
        }
        if (reason instanceof CsrfException) {
            if (Person.of(SecurityContextHolder.getContext().getAuthentication()) == null) {
                response.sendRedirect(request.getContextPath() + EXPIRED + ReturnPath.again(request));
                return;
            }
            request.setAttribute(STALE_FORM, true);
        }
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** Who tried to change something in the engine past its forms stays on record. */
    private void note(HttpServletRequest request) {
        var person = Person.of(SecurityContextHolder.getContext().getAuthentication());
        if (person != null && isEngine(request) && !READING.contains(request.getMethod())) {
            var subject = "engine:" + path(request);
            attempts.note(AuditEntry.of(
                    person.userId(),
                    "ENGINE_CALL_ATTEMPT_REFUSED",
                    subject.substring(0, Math.min(subject.length(), SUBJECT_LENGTH)),
                    "Tìm cách thay đổi quy trình không qua biểu mẫu."));
        }
    }

    /** For HTTP Basic: the challenge that makes Modeler and other clients send name and password, never a redirect. */
    void challenge(HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"daihoi\", charset=\"UTF-8\"");
        answer(response, HttpStatus.UNAUTHORIZED);
    }

    private static String loginPage(HttpServletRequest request) {
        String path = path(request);
        if (path.equals(ReturnPath.HOME)) {
            return "/dang-nhap";
        }
        String query = request.getQueryString();
        String wished = query == null ? path : path + "?" + query;
        return "/dang-nhap?" + ReturnPath.PARAMETER + "=" + URLEncoder.encode(wished, StandardCharsets.UTF_8);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean isEngine(HttpServletRequest request) {
        return path(request).startsWith("/camunda/api/") || path(request).startsWith("/engine-rest");
    }

    private static boolean isProgram(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return isEngine(request) || (accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE));
    }

    private void answer(HttpServletResponse response, HttpStatus status) throws IOException {
        ErrorText text = ErrorText.of(status.value());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), text.asJson());
    }
}
