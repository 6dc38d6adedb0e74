package vn.daihoi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Brings the groups and wards in an open session up to date, and ends the session of an account that is gone. */
final class FreshRights extends OncePerRequestFilter {

    private final CurrentPeople people;
    private final SecurityContextRepository contexts;

    FreshRights(CurrentPeople people, SecurityContextRepository contexts) {
        this.people = people;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Person before = Person.of(authentication);
        if (authentication != null && before != null) {
            Person now = people.byId(before.userId());
            if (now == null) {
                SecurityContextHolder.clearContext();
                HttpSession session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            } else if (!now.equals(before)) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(now.asAuthentication(authentication.getDetails()));
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
            }
        }
        chain.doFilter(request, response);
    }
}
