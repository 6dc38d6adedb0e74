package vn.daihoi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards the web applications' token against forged requests. Camunda's own filter answers a wrong token by destroying
 * the whole session, so anybody could sign a person out from another site, and two first requests at once made two
 * tokens of which one was wrong. Here the token is made once, at sign-in, and a wrong one is only refused.
 */
final class WebappToken extends OncePerRequestFilter {

    private static final String PATH = "/camunda";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final SecureRandom random = new SecureRandom();
    private final AccessDeniedHandler refusals;

    WebappToken(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    /** Makes the token of a new session and hands it to the browser. */
    void issue(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String token = HexFormat.of().withUpperCase().formatHex(bytes);
        request.getSession().setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
        // the web applications' scripts read it, hence not HttpOnly
        ResponseCookie cookie = ResponseCookie.from(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, token)
                .path(request.getContextPath() + PATH)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HARMLESS.contains(request.getMethod())
                || !request.getRequestURI().startsWith(request.getContextPath() + PATH + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Person.of(SecurityContextHolder.getContext().getAuthentication()) == null) {
            // the session has run out: the answer to that is to sign in, not a wrong token
            chain.doFilter(request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        Object expected = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        String given = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        if (given != null && expected instanceof String token && same(token, given)) {
            chain.doFilter(request, response);
        } else {
            refusals.handle(request, response, new AccessDeniedException("token of the web applications"));
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
