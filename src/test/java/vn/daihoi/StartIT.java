package vn.daihoi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.daihoi.support.DaihoiProcess;
import vn.daihoi.support.TestDatabase;

/** What a person sees who starts the packaged program: the ready block, or one line that says what to do. */
class StartIT {

    @TempDir
    Path temp;

    @Test
    void getsReadyKeepsOthersOutAndComesBackAfterAKill() throws Exception {
        ProcessHandle orphan;
        try (DaihoiProcess first = DaihoiProcess.in(temp).start()) {
            String address = first.awaitReady().address();
            assertThat(get(address + "/actuator/health")).isEqualTo(200);
            assertThat(first.lines()).noneMatch(line -> line.contains("Exception") || line.contains(" WARN "));
            assertThat(String.join("\n", first.lines())).contains("Tasklist", "Cockpit", "Admin");

            refused(List.of(), temp, "in use by another daihoi (process " + first.pid() + ")");

            orphan = first.databaseServer().orElseThrow();
            first.kill();
            assertThat(orphan.isAlive()).isTrue();

            try (DaihoiProcess second =
                    DaihoiProcess.in(temp).with("--daihoi.database-port=0").start()) {
                second.awaitReady();
                assertThat(second.lines()).anyMatch(line -> line.contains("left behind (process " + orphan.pid()));
                assertThat(orphan.isAlive()).isFalse();
                second.stop();
                assertThat(second.databaseServer())
                        .as("the server stops with it")
                        .isEmpty();
                assertThat(second.lines()).noneMatch(line -> line.contains("Exception"));
            }
        }
    }

    @Test
    void twoNodesStartTogetherOnOneEmptyDatabase() throws Exception {
        TestDatabase database = TestDatabase.create();
        Path one = Files.createDirectory(temp.resolve("one"));
        Path two = Files.createDirectory(temp.resolve("two"));
        try (DaihoiProcess a = DaihoiProcess.in(one).on(database).start();
                DaihoiProcess b = DaihoiProcess.in(two).on(database).start()) {
            assertThat(get(a.awaitReady().address() + "/actuator/health")).isEqualTo(200);
            assertThat(get(b.awaitReady().address() + "/actuator/health")).isEqualTo(200);
            assertThat(Files.exists(one.resolve("data")))
                    .as("no server of its own")
                    .isFalse();
            a.stop();
            b.stop();
        }
    }

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refused(
                    List.of("--server.port=" + other.getLocalPort()),
                    temp,
                    "Port " + other.getLocalPort() + " is in use by another program.");
            refused(
                    List.of("--daihoi.database-port=" + other.getLocalPort()),
                    temp,
                    "Port " + other.getLocalPort() + " for the embedded PostgreSQL can't be used");
        }
        // below a plain file nobody can make a folder, not even root
        Path file = Files.createFile(temp.resolve("file"));
        refused(List.of("--daihoi.data-dir=" + file.resolve("data")), temp, "can't be written");

        TestDatabase database = TestDatabase.create();
        String url = "--spring.datasource.url=" + database.url();
        String user = "--spring.datasource.username=" + database.username();
        refused(List.of(url, user, "--spring.datasource.password=wrong"), temp, "refuses this user name and password");
        refused(List.of(url), temp, "without a user name and password");
        refused(List.of("--spring.datasource.url="), temp, "set but empty");
        refused(
                List.of("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/daihoi", user),
                temp,
                "can't be reached");
        refused(List.of("--server.address=0.0.0.0"), temp, "The demo with its well-known password is on");
    }

    private static void refused(List<String> arguments, Path folder, String reason) {
        try (DaihoiProcess process =
                DaihoiProcess.in(folder).with(arguments.toArray(String[]::new)).start()) {
            assertThat(process.awaitExit()).isEqualTo(1);
            assertThat(process.lines())
                    .singleElement()
                    .asString()
                    .startsWith("daihoi does not start: ")
                    .contains(reason);
        }
    }

    private static int get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
