package io.kakou.benchmarks.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.embedded.S3Door;
import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Pause;
import io.kakou.benchmarks.process.Scratch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures what recording takes.
 *
 * @param film that every camera shows, 25 pictures a second
 * @param folder for all that is recorded; emptied afterwards
 * @param cameras recorded all the time
 * @param seconds measured, after a minute and ten seconds in which the first objects are made
 * @param awaySeconds the store is killed for so long in the middle of the measured time
 * @param spoolBytes most that may wait on the disk
 */
public record RecordBench(Path film, Path folder, int cameras, double seconds, double awaySeconds, long spoolBytes) {
    private static final int RECORDER_HEAP_MIB = 512;
    private static final double START_SECONDS = 60;
    private static final double SETTLE_SECONDS = 70;
    private static final double DRAIN_SECONDS = 300;
    private static final double TICK_SECONDS = 1;
    private static final double MIB = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One run.
     *
     * @throws IOException in one line, where a process does not come up, or ends before its time
     */
    public RecordFigures measure() throws IOException, InterruptedException {
        S3Door door = S3Door.generated(0);
        try (StoreProcess store = StoreProcess.start(folder.resolve("store"), door);
                Child recorder = recorder(door, store.port())) {
            Pause.seconds(SETTLE_SECONDS);
            return measure(store, recorder);
        } finally {
            Scratch.delete(folder);
        }
    }

    private Child recorder(S3Door door, int port) throws IOException {
        List<String> words = List.of(
                film.toString(),
                folder.resolve("recorder").toString(),
                "http://127.0.0.1:" + port,
                door.accessKey(),
                door.secretKey(),
                Integer.toString(cameras),
                Long.toString(spoolBytes));
        Files.createDirectories(folder.resolve("recorder"));
        return Child.java("recorder", RECORDER_HEAP_MIB, RecorderClient.class.getName(), words);
    }

    private RecordFigures measure(StoreProcess store, Child recorder) throws IOException, InterruptedException {
        RecorderClient.Told before = ask(recorder, "");
        double recorderBefore = recorder.meter().cpuSeconds();
        double storeBefore = store.cpuSeconds();
        long began = System.nanoTime();
        double spooled = 0;
        for (double passed = 0; passed < seconds; passed = (System.nanoTime() - began) / 1e9) {
            Pause.seconds(Math.min(TICK_SECONDS, seconds - passed));
            boolean away = passed >= seconds / 4 && passed < seconds / 4 + awaySeconds;
            if (away) {
                store.leave();
            } else {
                store.comeBack();
            }
            spooled = Math.max(spooled, ask(recorder, "").spooledBytes());
        }
        store.comeBack();
        RecorderClient.Told after = ask(recorder, RecorderClient.REST);
        double took = (System.nanoTime() - began) / 1e9;
        double recorderCores = (recorder.meter().cpuSeconds() - recorderBefore) / took;
        double storeCores = (store.cpuSeconds() - storeBefore) / took;
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        double rss = recorder.meter().rssMiB();
        double drained = drain(recorder);
        return new RecordFigures(
                cameras,
                seconds,
                awaySeconds,
                rounded((after.sentBytes() - before.sentBytes()) / MIB / took, 100),
                rounded((after.storedBytes() - before.storedBytes()) / MIB / took, 100),
                rounded(ask(recorder, "").lostSeconds(), 10),
                rounded(spooled / MIB, 1),
                rounded(drained, 10),
                rounded(recorderCores, 1000),
                rounded(storeCores, 1000),
                rounded(rss, 1),
                rounded(recorder.meter().peakRssMiB(), 1),
                rounded(store.rssMiB(), 1),
                rounded(load, 100));
    }

    private static double drain(Child recorder) throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (double passed = 0; passed < DRAIN_SECONDS; passed = (System.nanoTime() - began) / 1e9) {
            Pause.seconds(TICK_SECONDS);
            if (ask(recorder, "").spooledBytes() == 0) {
                return passed;
            }
        }
        return -1;
    }

    private static RecorderClient.Told ask(Child recorder, String word) throws IOException, InterruptedException {
        recorder.tell(word);
        return JSON.readValue(answer(recorder, "\\{.*"), RecorderClient.Told.class);
    }

    /** The next line of that form; what libraries log stands between. */
    private static String answer(Child child, String form) throws IOException, InterruptedException {
        String line = child.line(START_SECONDS);
        while (!line.matches(form)) {
            line = child.line(START_SECONDS);
        }
        return line;
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
