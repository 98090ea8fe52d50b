package io.kakou.app.cameras;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kakou.app.data.OwnersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who watches, since when: it goes on every alert, and readers keep the highest generation.
 *
 * @param worker the same after a restart
 * @param generation one more at each start
 */
public record Owner(String worker, long generation) {
    /** The next generation of a worker; on the disk before it is used. */
    public static Owner next(String worker, Path file) throws IOException {
        String last = Files.exists(file) ? Files.readString(file, US_ASCII).strip() : "0";
        if (!last.matches("[0-9]{1,18}")) {
            throw new IOException(file + " holds \"" + last + "\"; allowed: a number");
        }
        long generation = Long.parseLong(last) + 1;
        OwnersFile.write(file, (generation + "\n").getBytes(US_ASCII));
        return new Owner(worker, generation);
    }
}
