package vn.daihoi.access;

import java.io.Serializable;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who is signed in, as both nodes keep it in the shared session: the form of this record is what they exchange.
 *
 * @param userId sign-in name, the engine's user id
 * @param displayName what the header shows
 * @param groups the engine groups; they are the Spring authorities too
 * @param tenants the wards
 */
record Person(String userId, String displayName, Set<String> groups, Set<String> tenants)
        implements AuthenticatedPrincipal, Serializable {

    Person {
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
        tenants = Collections.unmodifiableSet(new TreeSet<>(tenants));
    }

    @Override
    public String getName() {
        return userId;
    }

    /** The signed-in state that Spring Security carries; it holds no password. */
    UsernamePasswordAuthenticationToken asAuthentication(@Nullable Object details) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                this, null, groups.stream().map(SimpleGrantedAuthority::new).collect(Collectors.toUnmodifiableSet()));
        authentication.setDetails(details);
        return authentication;
    }

    /** The person behind an authentication, null for an anonymous one. */
    static @Nullable Person of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Person person ? person : null;
    }
}
