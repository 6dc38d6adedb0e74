package vn.daihoi.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs a piece of our own code inside one engine command: the fence lets it pass, the engine's authorization checks are
 * off (ours have been made), and the work joins the surrounding transaction or opens one.
 */
@Component
public class EngineCommands {

    private final ObjectProvider<ProcessEngineConfigurationImpl> configuration;

    EngineCommands(ObjectProvider<ProcessEngineConfigurationImpl> configuration) {
        this.configuration = configuration;
    }

    /** Runs the work and gives back what it gives, null included. Changes reach the database when the work is done. */
    public <T extends @Nullable Object> T inside(Supplier<T> work) {
        return configuration
                .getObject()
                .getCommandExecutorTxRequired()
                .execute((CommandContext context) -> context.runWithoutAuthorization(work::get));
    }

    /** As {@link #inside(Supplier)}, for work that gives nothing back. */
    public void inside(Runnable work) {
        this.<@Nullable Object>inside(() -> {
            work.run();
            return null;
        });
    }
}
