package io.kakou.analysis.alertlog;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kakou.analysis.disk.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The number of the first alert that the other side has not acknowledged, in a file that is replaced whole. */
record Cursor(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(Cursor.class);

    /** The number, or 0 where there is none: then all that is there is told again, and nothing is lost. */
    long read() throws IOException {
        try {
            return Long.parseLong(Files.readString(file(), US_ASCII).strip());
        } catch (NoSuchFileException e) {
            return 0;
        } catch (NumberFormatException e) {
            LOG.warn("{} is unreadable; every alert that is still here is told again", file());
            return 0;
        }
    }

    void write(long number) throws IOException {
        WholeFile.write(file(), (number + "\n").getBytes(US_ASCII));
    }

    private Path file() {
        return folder.resolve("cursor");
    }
}
