package vn.daihoi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine for whom it works during a request, and that it works for nobody afterwards: an engine call without
 * an identity is checked by nothing. Camunda's web applications set the identity themselves, see {@link WebappIdentity},
 * and look the person up first, which a person's own rights wouldn't let them.
 */
final class EngineIdentity extends OncePerRequestFilter {

    private final IdentityService engine;

    EngineIdentity(IdentityService engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Person person = Person.of(SecurityContextHolder.getContext().getAuthentication());
        if (person == null || request.getRequestURI().startsWith(request.getContextPath() + "/camunda/")) {
            engine.clearAuthentication();
        } else {
            engine.setAuthentication(person.userId(), List.copyOf(person.groups()), List.copyOf(person.tenants()));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            engine.clearAuthentication();
        }
    }
}
