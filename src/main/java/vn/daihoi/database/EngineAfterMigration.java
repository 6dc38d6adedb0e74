package vn.daihoi.database;

import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitializationDetector;
import org.springframework.util.ClassUtils;

/**
 * Lets the engine wait for Flyway. Boot knows which beans of its own need a migrated database; the engine looks for its
 * tables while it is built and isn't among them. Named by its class name, as this module stands below the engine's.
 */
final class EngineAfterMigration implements DependsOnDatabaseInitializationDetector {

    private static final String ENGINE = "org.camunda.bpm.engine.ProcessEngine";

    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beanFactory) {
        Class<?> engine = ClassUtils.resolveClassName(ENGINE, beanFactory.getBeanClassLoader());
        return Set.of(beanFactory.getBeanNamesForType(engine, true, false));
    }
}
