package io.kakou.app.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data folder, one process at a time. What lies in it is listed by its methods. */
public final class DataFolder implements AutoCloseable {
    private static final Version VERSION = new Version(List.of(DataFolder::dropHeights));

    private static final int KEY_BYTES = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Version version;
    private @Nullable FileChannel lock;

    /** A folder that is not open; made where it is missing. */
    public DataFolder(Path folder) {
        this(folder, VERSION);
    }

    DataFolder(Path folder, Version version) {
        this.folder = folder.toAbsolutePath().normalize();
        this.version = version;
    }

    /**
     * Takes the folder for this process and brings it to this release's version; a second call does nothing.
     *
     * @throws UnusableFolder where another process has it, a newer release wrote it, or it cannot be written
     */
    public synchronized void start() throws UnusableFolder {
        if (lock != null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            lock = lock(folder.resolve("lock"));
            version.prepare(folder);
            for (String each : List.of("run", "logs")) {
                Files.createDirectories(folder.resolve(each));
            }
        } catch (IOException e) {
            close();
            throw new UnusableFolder(folder + " cannot be used (" + e + "); allowed: a folder that can be written", e);
        } catch (UnusableFolder e) {
            close();
            throw e;
        }
    }

    /** The folder of one part: {@code log}, {@code store}, {@code jobs}, {@code database}, {@code analysis}. */
    public Path of(String part) {
        return folder.resolve(part);
    }

    /** What a process logs; older parts have a number behind the name. */
    public Path logOf(String process) {
        return folder.resolve("logs").resolve(process + ".log");
    }

    /** What a process writes on its standard error: what native code says as it dies, and little else. */
    public Path errorsOf(String process) {
        return folder.resolve("logs").resolve(process + ".err");
    }

    /** What the virtual machine says of its own last crash. */
    public Path crashOf(String process) {
        return folder.resolve("logs").resolve(process + ".crash");
    }

    /** A file of the running processes. */
    public Path running(String name) {
        return folder.resolve("run").resolve(name);
    }

    /** The key that cameras' passwords are sealed with: beside the folder, so that a copy of it tells none. */
    public Path keyFile() {
        return folder.resolveSibling(folder.getFileName() + ".key");
    }

    /** The generated secrets; made at the first call, and those that an earlier release knew nothing of now. */
    public Secrets secrets() throws IOException {
        Path file = folder.resolve("secrets.json");
        ObjectNode words =
                Files.exists(file) ? JSON.readValue(file.toFile(), ObjectNode.class) : JSON.createObjectNode();
        int kept = words.size();
        for (RecordComponent secret : Secrets.class.getRecordComponents()) {
            if (!words.hasNonNull(secret.getName())) {
                words.put(secret.getName(), Password.random(KEY_BYTES));
            }
        }
        if (words.size() > kept) {
            OwnersFile.write(file, JSON.writeValueAsBytes(words));
        }
        return JSON.treeToValue(words, Secrets.class);
    }

    /** The camera key, 32 bytes; made where its file is missing. */
    public byte[] key() throws IOException {
        if (!Files.exists(keyFile())) {
            OwnersFile.write(keyFile(), Base64.getEncoder().encode(random()));
        }
        byte[] key =
                Base64.getDecoder().decode(Files.readString(keyFile(), US_ASCII).strip());
        if (key.length != KEY_BYTES) {
            throw new IOException(keyFile() + " holds " + key.length + " bytes; allowed: 32 in Base64");
        }
        return key;
    }

    @Override
    public synchronized void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the lock of " + folder + " cannot be given back: " + e.getMessage(), e);
        } finally {
            lock = null;
        }
    }

    private static FileChannel lock(Path file) throws UnusableFolder, IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new UnusableFolder(file.getParent() + " is in use by process " + holder + "; allowed: one at a time");
        }
        channel.truncate(0);
        channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock got = channel.tryLock();
            return got != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What a camera has taught lies on the log since; heights of adults are learned again within hours. */
    private static void dropHeights(Path folder) throws IOException {
        Path analysis = folder.resolve("analysis");
        Path heights = analysis.resolve("heights");
        if (Files.isDirectory(heights)) {
            try (Stream<Path> files = Files.list(heights)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(heights);
        }
        Files.deleteIfExists(analysis.resolve("generation"));
    }

    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
