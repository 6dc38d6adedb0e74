package vn.daihoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.daihoi.database.StartRefused;

class AddressCheckTest {

    @Test
    void keepsTheDemoOnThisMachine() {
        assertThat(address(Map.of())).isEqualTo("127.0.0.1");
        assertThat(address(Map.of("server.address", ""))).isEqualTo("127.0.0.1");
        assertThat(address(Map.of("server.address", "::1"))).isEqualTo("::1");
        assertThatThrownBy(() -> address(Map.of("server.address", "0.0.0.0"))).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> address(Map.of("server.address", "192.0.2.1"))).isInstanceOf(StartRefused.class);
    }

    @Test
    void leavesTheAddressAloneWithoutTheDemo() {
        assertThat(address(Map.of("daihoi.demo", "false"))).isNull();
        assertThat(address(Map.of("daihoi.demo", "false", "server.address", "0.0.0.0")))
                .isEqualTo("0.0.0.0");
    }

    @Test
    void findsATakenPortBeforeAnythingElseStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> address(Map.of("server.port", other.getLocalPort())))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is in use");
        }
    }

    private static @Nullable String address(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(Map.of("server.port", 0));
        all.putAll(properties);
        var context = new ServletWebServerApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        new AddressCheck().initialize(context);
        return context.getEnvironment().getProperty("server.address");
    }
}
