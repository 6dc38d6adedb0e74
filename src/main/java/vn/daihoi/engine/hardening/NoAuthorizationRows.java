package vn.daihoi.engine.hardening;

import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;

/**
 * Writes no authorization for anything that comes up. The provider as shipped writes rows for every task, which makes a
 * supervisor's count over 100,000 open tasks take 50 s instead of 0.14 s; who may touch a task is decided by the form
 * gate, wards are kept apart by tenants, and the coarse grants of the role groups suffice for the rest.
 */
final class NoAuthorizationRows {

    private NoAuthorizationRows() {}

    static ResourceAuthorizationProvider provider() {
        // every method of the interface answers "no rows", those of later versions included
        return (ResourceAuthorizationProvider) Proxy.newProxyInstance(
                NoAuthorizationRows.class.getClassLoader(),
                new Class<?>[] {ResourceAuthorizationProvider.class},
                (proxy, method, args) -> null);
    }
}
