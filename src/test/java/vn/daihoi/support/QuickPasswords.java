package vn.daihoi.support;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.springframework.boot.test.context.TestComponent;

/**
 * The engine's own digest in place of ours, which is slow on purpose: half a second for each account and each sign-in of
 * the tests. The tests of the packaged program run with the real one.
 */
@TestComponent
class QuickPasswords extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.setPasswordManager(new PasswordManager(new Sha512HashDigest(), List.of()));
    }
}
