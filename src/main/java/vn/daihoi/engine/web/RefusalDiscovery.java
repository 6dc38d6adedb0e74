package vn.daihoi.engine.web;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Adds our mappers to every Jersey application: the engine's REST and each of the web applications has one of its own. */
public class RefusalDiscovery implements AutoDiscoverable {

    private static final int FIRST = 1;

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(RefusalMapper.class)) {
            context.register(RefusalMapper.class);
            // the engine has mappers for the same exceptions; ours go first
            context.register(new ForeignWard.Direct(), FIRST);
            context.register(new ForeignWard.Wrapped(), FIRST);
        }
    }
}
