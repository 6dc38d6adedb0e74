package vn.daihoi.document.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells an uploader that a file is too large. The servlet container refuses such a request before anybody reads its
 * fields, the form's token among them, so without this it would look like a form that is too old.
 */
final class OversizeFilter extends OncePerRequestFilter {

    /** What the page with the form is told. */
    static final String TOO_LARGE = "qua-lon";

    private static final Pattern UPLOAD = Pattern.compile(
            "(/van-kien/[0-9A-Za-z-]+|/lay-y-kien/[0-9A-Za-z-]+/hoi-nghi/[0-9A-Za-z._-]+|/trinh-duyet/[0-9A-Za-z-]+)/tep");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var upload = UPLOAD.matcher(request.getServletPath());
        if (upload.matches() && multipart(request) && refused(request)) {
            // the page asks who it is, so nothing is given away here
            response.sendRedirect(request.getContextPath() + upload.group(1) + "?tep=" + TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean multipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data");
    }

    private static boolean refused(HttpServletRequest request) throws IOException, ServletException {
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException tooLarge) {
            return true;
        }
    }

    /** Before Spring Security, which reads the token. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<OversizeFilter> oversizeFilter() {
            var registration = new FilterRegistrationBean<>(new OversizeFilter());
            registration.addUrlPatterns("/van-kien/*", "/lay-y-kien/*", "/trinh-duyet/*");
            registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
            return registration;
        }
    }
}
