package vn.daihoi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Adds an upper bound to the queries that the web applications send without one. The engine refuses those, since a limit
 * is set; a program on {@code /engine-rest} is told so instead of silently getting a part.
 */
final class BoundedQueries extends OncePerRequestFilter {

    private static final Set<String> QUERIES = Set.of("GET", "POST");
    private static final String BOUND = "maxResults";

    /** The engine's own limit, beyond which it refuses. */
    private static final String LIMIT = BOUND + "=2000";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !QUERIES.contains(request.getMethod())
                || !request.getRequestURI().startsWith(request.getContextPath() + WebRules.WEBAPP_ENGINE + "/")
                || (request.getQueryString() != null && request.getQueryString().contains(BOUND + "="));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        String query = super.getQueryString();
                        return query == null || query.isEmpty() ? LIMIT : query + "&" + LIMIT;
                    }
                },
                response);
    }
}
