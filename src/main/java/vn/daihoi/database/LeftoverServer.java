package vn.daihoi.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that outlived its daihoi, after a {@code kill -9} or a crash of the Java process. It is found by
 * PostgreSQL's own {@code postmaster.pid}; whoever calls holds the lock of the data folder, so no living daihoi can own it.
 */
final class LeftoverServer {

    private static final int LEAVING_CHECKS = 100;
    private static final long LEAVING_PAUSE_MILLIS = 100;

    private LeftoverServer() {}

    /** What is known about the process that {@code postmaster.pid} names. */
    private enum Verdict {
        OURS,
        ANOTHER_PROGRAM,
        UNKNOWN
    }

    /**
     * The process of a server that runs on the cluster. A pid file whose number meanwhile belongs to another program
     * (usual after a restart of a container) is taken away, as PostgreSQL would refuse to start because of it.
     *
     * @throws StartRefused if the process can't be told apart
     */
    static Optional<ProcessHandle> on(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        Optional<ProcessHandle> process = lines.isEmpty() ? Optional.empty() : process(lines.get(0));
        if (process.isEmpty()) {
            // nobody there: PostgreSQL itself removes the file and recovers
            return Optional.empty();
        }
        Verdict verdict = judge(process.get(), cluster);
        if (verdict == Verdict.OURS) {
            return process;
        }
        if (verdict == Verdict.ANOTHER_PROGRAM && soonLeftByAll(cluster)) {
            Files.delete(pidFile);
            return Optional.empty();
        }
        throw new StartRefused(
                "Process " + process.get().pid() + " may still be a PostgreSQL on " + cluster + ".",
                "If it is, stop it; if it isn't, delete " + pidFile + ".");
    }

    private static Optional<ProcessHandle> process(String pid) {
        try {
            return ProcessHandle.of(Math.abs(Long.parseLong(pid.strip()))).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Verdict judge(ProcessHandle process, Path cluster) {
        Optional<String> command = process.info().command();
        if (command.isEmpty()) {
            return zombie(process) ? Verdict.ANOTHER_PROGRAM : Verdict.UNKNOWN;
        }
        String program = String.valueOf(Path.of(command.get()).getFileName());
        // A program that was deleted meanwhile shows as "postgres (deleted)".
        if (!program.startsWith("postgres")) {
            return Verdict.ANOTHER_PROGRAM;
        }
        Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            if (Files.exists(workingFolder)) {
                // A server's working folder is its cluster, also after somebody moved the folder under it.
                return Files.isSameFile(workingFolder, cluster) ? Verdict.OURS : Verdict.ANOTHER_PROGRAM;
            }
        } catch (IOException e) {
            return Verdict.UNKNOWN;
        }
        boolean named = process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                .orElse(false);
        return named ? Verdict.OURS : Verdict.UNKNOWN;
    }

    /** Dead, but its parent never asked for the exit code: usual in a container whose first process is no init. */
    private static boolean zombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Without the pid file PostgreSQL can't see that processes of a killed server still hold the files. They end by
     * themselves within moments of their server's death; so they are waited for, as far as the system shows them.
     */
    private static boolean soonLeftByAll(Path cluster) {
        for (int i = 0; i < LEAVING_CHECKS; i++) {
            if (ProcessHandle.allProcesses().noneMatch(process -> standsIn(process, cluster))) {
                return true;
            }
            try {
                Thread.sleep(LEAVING_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static boolean standsIn(ProcessHandle process, Path cluster) {
        Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.exists(workingFolder) && Files.isSameFile(workingFolder, cluster);
        } catch (IOException e) {
            // it ended while it was looked at
            return false;
        }
    }
}
