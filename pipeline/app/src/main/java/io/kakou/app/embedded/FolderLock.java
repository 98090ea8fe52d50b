package io.kakou.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One user of a folder at a time. A broker that finds another in its folder ends the whole process without a word. */
public final class FolderLock implements AutoCloseable {
    private static final String FILE = ".in-use";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing; the system lets go of it when the process dies.
     *
     * @throws IOException where somebody has it already, or it cannot be made
     */
    public static FolderLock on(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held within this process: the same to whoever asks.
        }
        channel.close();
        throw new IOException("the folder is in use; allowed: one process at a time");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of a folder cannot be given back: " + e.getMessage(), e);
        }
    }
}
