package vn.daihoi.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The embedded server, when no other is named. Boot builds its usual pool on the connection details; the pool depends on
 * them and they on the server, so at the end the pool closes first and the server stops last.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoServerNamed.class)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    PostgresServer postgresServer(
            @Value("${daihoi.data-dir:./data}") Path dataDir, @Value("${daihoi.database-port:0}") int port) {
        return PostgresServer.start(dataDir, port, PostgresServer.DURABLE);
    }

    @Bean
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    EmbeddedDatabase embeddedDatabase(PostgresServer server) {
        return EmbeddedDatabase.prepare(server);
    }

    /** No {@code spring.datasource.url}; an empty one is a mistake, which {@link NamedServerCheck} refuses. */
    static class NoServerNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().containsProperty(NamedServerCheck.URL);
        }
    }
}
