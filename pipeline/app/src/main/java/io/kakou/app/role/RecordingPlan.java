package io.kakou.app.role;

import io.kakou.analysis.record.FootageDesk;
import io.kakou.analysis.record.FootageSettings;
import io.kakou.analysis.record.keep.Capacity;
import io.kakou.analysis.record.keep.Retention;
import io.kakou.analysis.record.spool.RecordSettings;
import io.kakou.app.settings.RunSettings.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of recording come to on this machine.
 *
 * @param promised cameras that are to be recorded, or 0
 */
record RecordingPlan(FootageSettings footage, int promised) {
    private static final long GIGA = 1_000_000_000L;
    private static final double SHARE_OF_DISK = 0.8;
    private static final int SHARE_OF_CLIPS = 10;

    /**
     * A plan.
     *
     * @param storeIsHere whether the store's disk is this machine's
     * @param data the data folder
     */
    static RecordingPlan of(Recording recording, boolean storeIsHere, Path data) throws IOException {
        Integer quota = recording.quotaGigabytes();
        Long room = storeIsHere ? Long.valueOf(onDisk(data)) : null;
        Long bytes = quota == null ? room : Long.valueOf(quota * GIGA);
        Capacity capacity = new Capacity(
                recording.megabytesASecond(),
                recording.kilobitsACamera() / 1000.0,
                least(room, bytes),
                recording.ceilingDays());
        return new RecordingPlan(
                new FootageSettings(
                        RecordSettings.DEFAULT.withSpool(spool(recording) - forClips(recording)),
                        new Retention(recording.floorDays(), recording.ceilingDays(), bytes),
                        capacity),
                recording.continuousCameras());
    }

    /** What of the spool is kept for alerts' clips: footage that is recorded all the time is given up before them. */
    static long forClips(Recording recording) {
        return spool(recording) / SHARE_OF_CLIPS;
    }

    private static long spool(Recording recording) {
        return recording.spoolGigabytes() * GIGA;
    }

    static Path folder(Path data) {
        return data.resolve("analysis").resolve("footage");
    }

    /**
     * Refuses a promise that cannot be kept.
     *
     * @throws IOException in one line, with the arithmetic
     */
    void check() throws IOException {
        String why = footage.capacity().refusal(promised);
        if (why != null) {
            throw new IOException("recording.continuousCameras: " + why);
        }
    }

    /** What footage has, and may have of what is free. */
    private static long onDisk(Path data) throws IOException {
        long free = Files.getFileStore(data).getUsableSpace();
        return FootageDesk.used(folder(data)) + (long) (SHARE_OF_DISK * free);
    }

    private static @Nullable Long least(@Nullable Long room, @Nullable Long quota) {
        return room == null ? quota : quota == null ? room : Long.valueOf(Math.min(room, quota));
    }
}
