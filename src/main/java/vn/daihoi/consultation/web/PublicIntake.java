package vn.daihoi.consultation.web;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What strangers may do on the public pages; {@code daihoi.public-intake.*}.
 *
 * @param perSource comments from one address within {@code perSourceTime}: a telephone company or a household may stand
 *     behind one
 * @param perSourceTime over which a used-up address regains all of them
 * @param overall comments from everybody within {@code overallTime}
 * @param overallTime over which all of them are regained
 * @param lookups receipt codes tried from one address within {@code perSourceTime}
 */
@ConfigurationProperties("daihoi.public-intake")
record PublicIntake(
        @DefaultValue("60") int perSource,
        @DefaultValue("10m") Duration perSourceTime,
        @DefaultValue("6000") int overall,
        @DefaultValue("1m") Duration overallTime,
        @DefaultValue("300") int lookups) {

    /**
     * Where the public finds this installation.
     *
     * @param base {@code daihoi.public-url} without a slash at the end, null when it isn't set
     */
    record Address(@Nullable URI base) {

        /** The absolute address of a path, on the server that was asked when none is set. */
        String of(String path, String asked) {
            return (base == null ? asked : base.toString()) + path;
        }
    }

    /** Reads the settings. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PublicIntake.class)
    static class Settings {

        @Bean
        Address publicAddress(Environment environment) {
            var set = environment.getProperty("daihoi.public-url", "").replaceAll("/+$", "");
            return new Address(set.isEmpty() ? null : URI.create(set));
        }
    }
}
