package vn.daihoi.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the archive that zonky publishes. Only the archive is zonky's: its own runner is
 * made for tests (trust authentication, fsync off, programs in a world-writable folder of the temp directory, where
 * another local user could exchange them), so unpacking and starting are done here.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    private static final int OWNER_EXECUTES = 0100;

    /**
     * Unpacks the programs unless that very archive is already there.
     *
     * @param folder must be closed to other users, since what stands here is executed
     */
    static PostgresBinaries unpackInto(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve("postgresql-" + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(folder);
            Path draft = Files.createTempDirectory(folder, "unpacking-");
            try {
                unpack(archive, draft);
                moveUnlessThere(draft, home);
            } finally {
                FileSystemUtils.deleteRecursively(draft);
            }
        }
        return new PostgresBinaries(home);
    }

    /** The command line that runs one of the programs, as a user PostgreSQL accepts. */
    static List<String> command(Path bin, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it isn't, and keeps root's files.
            command.add("unshare");
            command.add("-U");
        }
        command.add(bin.resolve(windows() ? program + ".exe" : program).toString());
        command.addAll(arguments);
        return command;
    }

    Path bin() {
        return home.resolve("bin");
    }

    static boolean windows() {
        return systemName().equals("Windows");
    }

    private static String systemName() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static byte[] archive() throws IOException {
        String architecture = System.getProperty("os.arch", "");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                systemName(), architecture.equals("amd64") ? "x86_64" : architecture)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    "This build of daihoi holds no PostgreSQL for " + systemName() + " on " + architecture + ".",
                    "Build it on such a machine, or name a PostgreSQL server with spring.datasource.url.",
                    e);
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path into) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("An entry of the archive points outside of it: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & OWNER_EXECUTES) != 0 && !target.toFile().setExecutable(true, true)) {
            throw new FileSystemException(target.toString(), null, "can't be made executable");
        }
    }

    private static void moveUnlessThere(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, home);
        } catch (FileSystemException e) {
            // two unpacked at once, the other was first
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
