package io.kakou.app.role;

import io.kakou.analysis.flow.Closing;
import io.kakou.analysis.journal.StoredJournal;
import io.kakou.analysis.record.KeptFootage;
import io.kakou.analysis.record.StoredFootage;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.HourFiles;
import io.kakou.analysis.store.HashLine;
import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.RootCheck;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.app.embedded.S3Door;
import io.kakou.app.services.StoreService;
import io.kakou.app.settings.RunSettings;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An installation's object store, for who reads it from outside of its processes: the one that others run, the one that
 * the installation runs just now, or, where it does not run, its own, opened for as long as this is.
 */
public final class KeptStore implements AutoCloseable {
    /** No worker: what each of them recorded is asked for. */
    private static final String NOBODY = "";

    private final RunSettings settings;
    private final Closing running = new Closing("the object store");

    /** A store that is not open. */
    public KeptStore(RunSettings settings) {
        this.settings = settings;
    }

    /**
     * Opens it. Nothing is stored by this way.
     *
     * @throws IOException in one line, where there is none
     */
    public synchronized Shelf open() throws IOException {
        // What is only read is hashed nowhere: this log never gets a line.
        HashLog hashes = running.add(new HashLog(settings.data().resolve("analysis"), InstantSource.system()));
        return running.add(new ObjectStore(service().settings(), hashes));
    }

    /** The log of looks: what is in the store, and what waits for it on this machine. */
    public StoredJournal looks(Shelf shelf) {
        return new StoredJournal(shelf, settings.data().resolve("analysis").resolve(AnalysisRole.LOOKS));
    }

    /** What was recorded: by the index on this machine, and by those in the store. */
    public StoredFootage footage(Shelf shelf) {
        HourFiles here = new HourFiles(RecordingPlan.folder(settings.data()).resolve("index"));
        return new KeptFootage(new FootageIndex(here, shelf, NOBODY), shelf);
    }

    /**
     * What the log of hashes says of an object that was stored at a time or within the day after it: this machine's, or
     * for days that are over the store's own copy. Null where neither names it.
     */
    public @Nullable HashLine logged(Shelf shelf, String key, Instant at) throws StoreException, IOException {
        HashLine newest = null;
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        for (LocalDate each : List.of(day, day.plusDays(1))) {
            try {
                HashLine line = RootCheck.line(day(shelf, each.toString()), key);
                newest = line == null ? newest : line;
            } catch (UnreadableRecord e) {
                throw new IOException("the log of hashes of " + each + ": " + e.reason(), e);
            }
        }
        return newest;
    }

    private byte[] day(Shelf shelf, String day) throws StoreException, IOException {
        String name = "roots/" + day + ".jsonl";
        Path here = settings.data().resolve("analysis").resolve("hashes").resolve(name);
        if (Files.isReadable(here)) {
            return Files.readAllBytes(here);
        }
        try {
            return shelf.get(name);
        } catch (StoreException e) {
            if (e.code() == StoreException.Code.NOT_FOUND) {
                return new byte[0];
            }
            throw e;
        }
    }

    private StoreService service() throws IOException {
        StoreService outside = settings.outside().store();
        if (outside != null) {
            return outside;
        }
        Path folder = settings.data().resolve("store");
        if (!Files.isDirectory(folder)) {
            throw new IOException(settings.data() + " holds no store; allowed: the data folder of an installation,"
                    + " by --data or data in kakou.yml");
        }
        try {
            EmbeddedS3 own = running.add(new EmbeddedS3(folder, S3Door.generated(0)));
            own.start();
            return own.door().service();
        } catch (IllegalStateException e) {
            return ofRunning(e);
        }
    }

    /** Who has the folder says in its deployment where it listens. */
    private StoreService ofRunning(IllegalStateException inUse) throws IOException {
        Path deployment = settings.data().resolve("run").resolve("deployment.json");
        if (!Files.isReadable(deployment)) {
            throw new IOException(inUse.getMessage(), inUse);
        }
        return Deployment.read(deployment).services().store();
    }

    @Override
    public synchronized void close() {
        running.close();
    }
}
