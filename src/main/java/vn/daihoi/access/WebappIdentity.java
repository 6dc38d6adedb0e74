package vn.daihoi.access;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Signs the person in to Camunda's web applications, which keep an own record in the session. Unlike the stock filter
 * it replaces that record as soon as groups or wards differ from what Spring Security knows.
 */
final class WebappIdentity extends ContainerBasedAuthenticationFilter {

    WebappIdentity() {
        this.authenticationProvider = new SignedInPerson();
    }

    /** The stock filter looks for a class name here. */
    @Override
    public void init(FilterConfig filterConfig) {}

    /**
     * There is one engine, and no request may go on without an identity. The stock filter finds the engine by matching
     * the undecoded address, so a cleverly encoded one would reach the engine as nobody, whom nothing is denied.
     */
    @Override
    protected String extractEngineName(HttpServletRequest request) {
        return ProcessEngines.NAME_DEFAULT;
    }

    @Override
    protected boolean existisAuthentication(Authentications authentications, String engineName, String username) {
        Person person = person();
        return person != null
                && authentications.getAuthenticationForProcessEngine(engineName) instanceof UserAuthentication held
                && held.getIdentityId().equals(username)
                && new HashSet<>(held.getGroupIds()).equals(person.groups())
                && new HashSet<>(held.getTenantIds()).equals(person.tenants());
    }

    private static @Nullable Person person() {
        return Person.of(SecurityContextHolder.getContext().getAuthentication());
    }

    private static final class SignedInPerson implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            Person person = person();
            if (person == null) {
                return AuthenticationResult.unsuccessful();
            }
            AuthenticationResult result = AuthenticationResult.successful(person.userId());
            result.setGroups(List.copyOf(person.groups()));
            result.setTenants(List.copyOf(person.tenants()));
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // our own login page has already been offered by Spring Security
        }
    }
}
