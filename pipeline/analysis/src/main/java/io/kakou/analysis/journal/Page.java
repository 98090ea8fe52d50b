package io.kakou.analysis.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
import io.kakou.events.Alert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A camera's page of one hour while it is written, {@code <camera>/<day>/<time>-<worker>.log}: the time is its first
 * look's, so that no two pages ever have one name. The journal's thread owns it.
 */
final class Page {
    /** A page is opened and closed around each write: a street's files at once are more than a process may hold. */
    private static final int MOST_BUFFERED = 8 << 10;

    private final Path file;
    private final Instant hour;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    /** What looks, as the page says it last. */
    private String with = "";

    private Instant buffered = Instant.MAX;
    private Instant snapshot = Instant.MIN;
    private @Nullable Memory last;

    /**
     * A page that is not on the disk yet.
     *
     * @param file its time is {@code first}
     * @param last what the look before left; null where none is known
     */
    Page(Path file, Instant first, @Nullable Memory last) {
        this.hour = hourOf(first);
        this.file = file;
        this.last = last;
    }

    static Instant hourOf(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    Instant hour() {
        return hour;
    }

    /** What its newest look left. */
    @Nullable
    Memory last() {
        return last;
    }

    Path file() {
        return file;
    }

    /** Adds a look; a snapshot before it where one is due, or where the look did not begin with what the last one left. */
    void add(LookJournal.Entry entry, double snapshotSeconds) {
        if (entry.lost() > 0) {
            line(JournalLine.of(entry.lost()));
        }
        if (!with.equals(entry.with())) {
            with = entry.with();
            line(JournalLine.of(entry.door().begun(entry.judged().eyes())));
        }
        DatedLook look = entry.judged().dated();
        boolean due = snapshot.equals(Instant.MIN)
                || Duration.between(snapshot, look.at()).toMillis() >= snapshotSeconds * 1e3;
        Memory before = entry.judged().before();
        boolean goesOn = before.equals(last);
        if (due || !goesOn) {
            line(goesOn ? JournalLine.left(before) : JournalLine.anew(before));
            snapshot = look.at();
        }
        line(JournalLine.of(look));
        for (Alert alert : entry.judged().judgement().alerts()) {
            line(JournalLine.of(alert));
        }
        last = entry.judged().judgement().next();
    }

    /** Whether what is buffered should go to the disk. */
    boolean isDue(Instant now, double flushSeconds) {
        return buffer.size() >= MOST_BUFFERED
                || (buffer.size() > 0 && Duration.between(buffered, now).toMillis() >= flushSeconds * 1e3);
    }

    /** Writes what is buffered; what the disk refuses is lost. */
    void flush() throws IOException {
        if (buffer.size() == 0) {
            return;
        }
        try {
            Files.createDirectories(file.resolveSibling("."));
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                buffer.writeTo(out);
            }
        } catch (IOException e) {
            // Whoever reads this page must be able to go on behind the hole.
            with = "";
            snapshot = Instant.MIN;
            throw e;
        } finally {
            buffer.reset();
        }
    }

    void bufferedAt(Instant now) {
        if (buffer.size() == 0) {
            buffered = now;
        }
    }

    private void line(String text) {
        buffer.writeBytes((text + '\n').getBytes(UTF_8));
    }
}
