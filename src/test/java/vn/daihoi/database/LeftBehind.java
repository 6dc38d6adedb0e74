package vn.daihoi.database;

import java.nio.file.Path;

/** A Java process that starts a server and waits to be killed, for {@link PostgresServerTest}. */
final class LeftBehind {

    private LeftBehind() {}

    public static void main(String[] args) throws Exception {
        PostgresServer server = PostgresServer.start(Path.of(args[0]), Path.of(args[1]), 0, PostgresServer.DURABLE);
        System.out.println("port " + server.port());
        System.in.read();
    }
}
