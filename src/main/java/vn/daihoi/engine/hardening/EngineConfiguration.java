package vn.daihoi.engine.hardening;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.daihoi.engine.TaskRights;
import vn.daihoi.engine.TaskSubject;
import vn.daihoi.engine.gate.FormGate;
import vn.daihoi.engine.gate.GatedFormService;
import vn.daihoi.engine.gate.Handlers;

/** Puts our services in the engine's place and sets what the engine's own defaults leave too open. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** The one zone in which days and hours are meant. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin hardening(
            ObjectProvider<FormGate> gate,
            ObjectProvider<Handlers> handlers,
            ObjectProvider<TaskRights> rights,
            ObjectProvider<TaskSubject> subjects,
            ObjectMapper json,
            ApplicationEventPublisher events) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setTaskService(new SafeTaskService(gate));
                engine.setFilterService(new SafeFilterService());
                engine.setFormService(new GatedFormService(gate, json));
                engine.setIdentityService(new AnnouncingIdentityService(events));
                engine.setResourceAuthorizationProvider(NoAuthorizationRows.provider());
                engine.setCustomSessionFactories(List.of(TaskAuthorizations.factory()));
                engine.setTenantIdProvider(new WardTenants());
                engine.setFailedJobCommandFactory(new OvertakenJobs());
                engine.setPasswordEncryptor(new SlowHash());
                engine.setCustomPreCommandInterceptorsTxRequired(List.of(new CommandFence()));
                engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new CommandFence()));
                List<BpmnParseListener> listeners = new ArrayList<>();
                if (engine.getCustomPostBPMNParseListeners() != null) {
                    listeners.addAll(engine.getCustomPostBPMNParseListeners());
                }
                listeners.add(new ModelRules(handlers, rights, subjects));
                engine.setCustomPostBPMNParseListeners(listeners);
                limits(engine);
            }
        };
    }

    private static void limits(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationCheckRevokes("never");
        // a row for each claim that only a vendor's licence count would read
        engine.setTaskMetricsEnabled(false);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnforceSpecificVariablePermission(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        // the four filters made at start need them, and the fence lets nobody else save a filter
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableXxeProcessing(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setConfigureScriptEngineHostAccess(false);
        engine.setEnablePasswordPolicy(true);
        engine.setUserResourceWhitelistPattern("[a-z0-9]+([.-][a-z0-9]+)*");
        engine.setGroupResourceWhitelistPattern("[A-Za-z0-9_.:-]+");
        engine.setTenantResourceWhitelistPattern("[a-z0-9.]+");
        engine.setRestrictUserOperationLogToAuthenticatedUsers(false);
        engine.setWebappsAuthenticationLoggingEnabled(true);
        engine.setQueryMaxResultsLimit(2000);
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryTimeToLive("P1825D");
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setFailedJobRetryTimeCycle("R3/PT1M");
    }
}
