package io.kakou.app.cli.files;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.remote.ConsoleAway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of a command line, read whole. */
public final class FilesToSend {
    private final Map<Path, byte[]> files = new LinkedHashMap<>();

    private FilesToSend() {}

    /** What is done with one of them. */
    public interface Sending {
        /** Sends it; the exit code as far as this file goes. */
        int send(Path file, byte[] bytes) throws ConsoleAway, InterruptedException;
    }

    /**
     * Reads all of them.
     *
     * @throws CommandFailure where one cannot be read
     */
    public static FilesToSend read(List<Path> paths) {
        FilesToSend all = new FilesToSend();
        for (Path file : paths) {
            try {
                all.files.put(file, Files.readAllBytes(file));
            } catch (IOException e) {
                throw new CommandFailure(file + " cannot be read", e);
            }
        }
        return all;
    }

    /** Sends one after the other, also behind one that is refused; the highest exit code. */
    public int oneByOne(Sending sending) throws ConsoleAway, InterruptedException {
        int code = 0;
        for (Map.Entry<Path, byte[]> each : files.entrySet()) {
            code = Math.max(code, sending.send(each.getKey(), each.getValue()));
        }
        return code;
    }
}
