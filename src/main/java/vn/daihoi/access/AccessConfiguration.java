package vn.daihoi.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import vn.daihoi.engine.Identities;

/**
 * The two ways in: HTTP Basic without a session for the engine's REST interface, and one form login with a session for
 * our pages and Camunda's web applications together. Both end at a table that denies what it doesn't list.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final String ENGINE_REST = "/engine-rest";

    /** All requests to the web applications' interface carry Camunda's own token, which {@link WebappToken} checks. */
    private static final RequestMatcher WEBAPP_API = withDefaults().matcher("/camunda/api/**");

    /**
     * A sign-in that the browser itself says comes from our page. The page's own token hangs on a session, and that can
     * be gone by then: a web application's late answer to an ended session takes away the cookie of the next one too.
     */
    private static final RequestMatcher OWN_LOGIN =
            new AndRequestMatcher(withDefaults().matcher(HttpMethod.POST, "/dang-nhap"), request -> "same-origin"
                    .equals(request.getHeader("Sec-Fetch-Site")));

    /** Ours alone; the web applications get a policy from Camunda that fits them. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
            + "frame-ancestors 'self'; base-uri 'none'";

    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Programs: Modeler, integrations, our own benchmarks. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRestChain(
            HttpSecurity http, RememberedBasic basic, Refusals refusals, Audience audience, IdentityService engine)
            throws Exception {
        return http.securityMatcher(withDefaults().matcher(ENGINE_REST + "/**"))
                .authenticationManager(new ProviderManager(basic))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(login -> login.authenticationEntryPoint(refusals::challenge))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(refusals::challenge).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(engineRules(audience)))
                .addFilterBefore(new NoForeignSites(refusals), LogoutFilter.class)
                .addFilterAfter(new EngineIdentity(engine), AuthorizationFilter.class)
                .build();
    }

    /** Anybody: the public comment pages know nobody, so they keep no session and need no token against forged ones. */
    @Bean
    @Order(2)
    SecurityFilterChain publicChain(HttpSecurity http, Audience audience) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        withDefaults().matcher("/gop-y"), withDefaults().matcher("/gop-y/**")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(webRules(audience)))
                .build();
    }

    /** People. */
    @Bean
    @Order(3)
    SecurityFilterChain webChain(
            HttpSecurity http,
            PasswordCheck password,
            CurrentPeople people,
            Refusals refusals,
            Audience audience,
            Identities identities,
            IdentityService engine,
            ObjectMapper json)
            throws Exception {
        var webappToken = new WebappToken(refusals);
        var contexts = new HttpSessionSecurityContextRepository();
        RequestMatcher webappLogout =
                withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
        return http.authenticationManager(new ProviderManager(password))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPP_API, OWN_LOGIN))
                .formLogin(login -> login.loginPage("/dang-nhap")
                        .successHandler((request, response, authentication) -> {
                            webappToken.issue(request, response);
                            response.sendRedirect(request.getContextPath()
                                    + ReturnPath.orHome(request.getParameter(ReturnPath.PARAMETER)));
                        })
                        .failureHandler((request, response, reason) -> response.sendRedirect(
                                request.getContextPath() + "/dang-nhap?sai" + ReturnPath.again(request))))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(
                                withDefaults().matcher(HttpMethod.POST, "/dang-xuat"), webappLogout))
                        .logoutSuccessHandler((request, response, authentication) -> {
                            if (webappLogout.matches(request)) {
                                response.setStatus(HttpStatus.NO_CONTENT.value());
                            } else {
                                response.sendRedirect(request.getContextPath() + "/dang-nhap?daThoat");
                            }
                        }))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(withDefaults().matcher("/camunda/**")),
                                new StaticHeadersWriter("Content-Security-Policy", CONTENT_SECURITY_POLICY))))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(webRules(audience)))
                .addFilterBefore(webappToken, LogoutFilter.class)
                .addFilterBefore(new FreshRights(people, contexts), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new OwnAccount(identities, engine, json), AuthorizationFilter.class)
                .addFilterAfter(new BoundedQueries(), OwnAccount.class)
                .addFilterAfter(new EngineIdentity(engine), BoundedQueries.class)
                .build();
    }

    /** After Spring Security, which knows the person, and before Camunda's own filters, which ask for one. */
    @Bean
    FilterRegistrationBean<WebappIdentity> webappIdentity() {
        var registration = new FilterRegistrationBean<>(new WebappIdentity());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*", "/camunda/lib/*");
        registration.setOrder(101);
        return registration;
    }

    /** The web applications send many requests at once, which all write the same attributes of a new session. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionAttributesMayMeet() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    private static AuthorizationManager<RequestAuthorizationContext> engineRules(Audience audience) {
        return (authentication, context) -> {
            String path = path(context.getRequest());
            Person person = Person.of(authentication.get());
            return new AuthorizationDecision(path.startsWith(ENGINE_REST + "/")
                    && person != null
                    && EngineRules.allows(
                            context.getRequest().getMethod(),
                            path.substring(ENGINE_REST.length()),
                            person,
                            audience.usesOf(person.groups())));
        };
    }

    private static AuthorizationManager<RequestAuthorizationContext> webRules(Audience audience) {
        return (authentication, context) ->
                new AuthorizationDecision(allows(authentication, context.getRequest(), audience));
    }

    private static boolean allows(
            Supplier<Authentication> authentication, HttpServletRequest request, Audience audience) {
        Person person = Person.of(authentication.get());
        return WebRules.allows(
                request.getMethod(),
                path(request),
                person,
                person == null ? Set.of() : audience.usesOf(person.groups()));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
