package vn.daihoi.engine.web;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Adds the mapper to every Jersey application: the engine's REST and each of the web applications has one of its own. */
public class RefusalDiscovery implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(RefusalMapper.class)) {
            context.register(RefusalMapper.class);
        }
    }
}
