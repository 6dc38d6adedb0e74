package vn.daihoi.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Says no: to a browser with our pages, to a program with a status and a short JSON text. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Request attribute: the refused form was older than its session. */
    static final String STALE_FORM = Refusals.class.getName() + ".staleForm";

    static final String EXPIRED = "/dang-nhap?hetHan";

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
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
            answer(response, HttpStatus.FORBIDDEN);
            return;
        }
        if (reason instanceof CsrfException) {
            if (Person.of(SecurityContextHolder.getContext().getAuthentication()) == null) {
                response.sendRedirect(request.getContextPath() + EXPIRED);
                return;
            }
            request.setAttribute(STALE_FORM, true);
        }
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** For HTTP Basic: the challenge that makes Modeler and other clients send name and password, never a redirect. */
    void challenge(HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"daihoi\", charset=\"UTF-8\"");
        answer(response, HttpStatus.UNAUTHORIZED);
    }

    private static String loginPage(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(ReturnPath.HOME)) {
            return "/dang-nhap";
        }
        String query = request.getQueryString();
        String wished = query == null ? path : path + "?" + query;
        return "/dang-nhap?" + ReturnPath.PARAMETER + "=" + URLEncoder.encode(wished, StandardCharsets.UTF_8);
    }

    private static boolean isProgram(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return path.startsWith("/camunda/api/")
                || path.startsWith("/engine-rest")
                || (accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE));
    }

    private void answer(HttpServletResponse response, HttpStatus status) throws IOException {
        ErrorText text = ErrorText.of(status.value());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), text.asJson());
    }
}
