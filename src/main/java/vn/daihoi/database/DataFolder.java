package vn.daihoi.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that belongs to one running daihoi: open to its owner alone and locked for as long as the program lives. The
 * lock is the system's, so it ends with the process however that ends, and no left-over file ever blocks a start.
 */
final class DataFolder implements AutoCloseable {

    private static final String LOCK_FILE = "daihoi.lock";
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final int PASSWORD_BYTES = 24;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be, closes it to others and locks it.
     *
     * @throws StartRefused if it can't be written, holds somebody's other files, or another daihoi uses it
     */
    static DataFolder open(Path wanted) {
        Path absolute = wanted.toAbsolutePath().normalize();
        try {
            create(absolute);
            refuseForeign(absolute);
            Path real = absolute.toRealPath();
            closeToOthers(real);
            return new DataFolder(real, lock(real));
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + absolute + " can't be written (" + reason(e) + ").",
                    "Make it writable for the user that runs daihoi, or name another folder with --daihoi.data-dir.",
                    e);
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * A secret of this folder, made at random when asked for the first time.
     *
     * @param name the file that keeps it, readable by its owner alone
     * @throws StartRefused if the file can't be read or written, or is empty
     */
    String secret(String name) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                writeSecret(file);
            }
            String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (secret.isEmpty()) {
                throw new IOException("it is empty");
            }
            return secret;
        } catch (IOException e) {
            throw new StartRefused(
                    "The database password in " + file + " can't be used (" + reason(e) + ").",
                    "Put the right file back, readable by the user that runs daihoi.",
                    e);
        }
    }

    /** Gives the folder back; only after nothing runs on it any more. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void writeSecret(Path file) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        // A name of its own first: a start that is cut off here must not leave an empty password behind.
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (posix(file)) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_FILE));
        }
        Files.writeString(draft, secret + "\n", StandardCharsets.UTF_8);
        Files.move(draft, file);
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        FileAttribute<?>[] rights = posix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_FOLDER)}
                : new FileAttribute<?>[0];
        Files.createDirectory(folder, rights);
    }

    /** A slip of the pen such as {@code --daihoi.data-dir=/var} must not close that folder to the whole machine. */
    private static void refuseForeign(Path folder) throws IOException {
        if (Files.exists(folder.resolve(LOCK_FILE))) {
            return;
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                // what version control and a fresh volume put into an otherwise empty folder
                if (!name.startsWith(".") && !name.equals("lost+found")) {
                    throw new StartRefused(
                            "The data folder " + folder + " holds files that aren't daihoi's.",
                            "Name an empty or a new folder with --daihoi.data-dir.");
                }
            }
        }
    }

    private static void closeToOthers(Path folder) throws IOException {
        if (posix(folder)
                && !Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                        .equals(OWNER_FOLDER)) {
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK_FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very process holds it. The channel stays open: closing any channel on the file would, on POSIX
            // systems, drop the lock that the other one holds.
            throw inUse(folder, channel);
        }
        if (lock == null) {
            StartRefused refused = inUse(folder, channel);
            channel.close();
            throw refused;
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
        return channel;
    }

    private static StartRefused inUse(Path folder, FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(20);
        channel.read(content, 0);
        String pid = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
        return new StartRefused(
                "The data folder " + folder + " is in use by another daihoi"
                        + (pid.isEmpty() ? "" : " (process " + pid + ")") + ".",
                "Stop that one, or name another folder with --daihoi.data-dir.");
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String reason(IOException e) {
        @Nullable String message = e.getMessage();
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return message == null ? kind : kind + ": " + message;
    }
}
