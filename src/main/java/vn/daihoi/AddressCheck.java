package vn.daihoi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import vn.daihoi.database.StartRefused;

/**
 * Where the server will listen, settled before anything is built: a taken port is found in the first second, not after the
 * engine has started, and the demo with its well-known password is never reachable from another machine.
 */
final class AddressCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String ADDRESS = "server.address";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!(context instanceof WebServerApplicationContext)) {
            return;
        }
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.getProperty("daihoi.demo", Boolean.class, true)) {
            keepToThisMachine(environment);
        }
        InetAddress address = address(environment.getProperty(ADDRESS));
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port > 0) {
            knock(address, port);
        }
    }

    /** After everything else that may still add properties. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** What the operator reads when the port can't be had, found here or by the web server itself. */
    static StartRefused taken(int port, @Nullable Throwable cause) {
        String reason = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        if (reason.toLowerCase(Locale.ROOT).contains("permission")) {
            return new StartRefused(
                    "This user may not listen on port " + port + ".",
                    "Choose a port above 1023 with --server.port=<number>.",
                    cause);
        }
        return new StartRefused(
                "Port " + port + " is in use by another program.",
                "Stop that program, or choose another port with --server.port=<number>.",
                cause);
    }

    private static void keepToThisMachine(ConfigurableEnvironment environment) {
        String wanted = environment.getProperty(ADDRESS);
        if (wanted == null || wanted.isBlank()) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("demo stays on this machine", Map.of(ADDRESS, LOOPBACK)));
            return;
        }
        InetAddress address = address(wanted);
        if (address == null || !address.isLoopbackAddress()) {
            throw new StartRefused(
                    "The demo with its well-known password is on, but server.address=" + wanted
                            + " is open to other machines.",
                    "Turn the demo off with --daihoi.demo=false, or leave server.address out.");
        }
    }

    private static @Nullable InetAddress address(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new StartRefused(
                    "server.address=" + name + " is not an address of this machine.",
                    "Mend it, or leave it out to listen on all addresses.",
                    e);
        }
    }

    private static void knock(@Nullable InetAddress address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // as the web server does, or the pause after a restart would count as taken
            probe.setReuseAddress(!System.getProperty("os.name", "").startsWith("Windows"));
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw taken(port, e);
        }
    }
}
