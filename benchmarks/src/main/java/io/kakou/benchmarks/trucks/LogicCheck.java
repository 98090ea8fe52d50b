package io.kakou.benchmarks.trucks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.flink.EmbeddedFlink;
import io.kakou.benchmarks.trucks.story.Story;
import io.kakou.benchmarks.trucks.story.Story.Reading;
import io.kakou.events.Camera;
import io.kakou.events.LabelledBox;
import io.kakou.events.Sighting;
import io.kakou.events.Topic;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.truck.TruckComplianceJob;
import io.kakou.jobs.truck.TruckSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends a story through the real job, on a broker and a Flink in this process. */
public record LogicCheck(Path folder, long seed, int trucks, int sites, Reading reading) {
    /** It has come to a stand when nothing is said for so long; how long the whole takes is the machine's affair. */
    private static final double LONGEST_STAND_SECONDS = 170;

    private static final int QUIET_READS = 15;
    private static final long MORNING_SECONDS = 8 * 3_600;
    /** What must leave by the side: no JSON, too large, from the future, from a day before, of a camera that nobody knows. */
    public static final int BAD = 5;

    /**
     * Runs it.
     *
     * @param night 22:00 of the night, eight hours ago at least, for a broker refuses records from the future, and not longer than a
     *     day
     */
    public LogicFigures run(Instant night) throws Exception {
        long began = System.nanoTime();
        Story story = Story.of(seed, trucks, sites, night, reading);
        try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("log"));
                EmbeddedFlink flink = new EmbeddedFlink(folder.resolve("flink"))) {
            kafka.start();
            flink.start();
            try (TruckLog log = new TruckLog(kafka.service().clients())) {
                papers(story, night, log);
                CompletableFuture<Void> job = start(flink, kafka);
                Verdicts verdicts = new Verdicts();
                seen(story, night, log);
                await(log, verdicts, job, () -> story.passes().stream().allMatch(verdicts::has));
                Instant morning = night.plusSeconds(MORNING_SECONDS);
                story.late().forEach(each -> log.write(Topic.REGISTRY, each.key(), morning, each));
                log.flush();
                await(log, verdicts, job, () -> true);
                double seconds = (System.nanoTime() - began) / 1e9;
                return LogicFigures.of(story, this, verdicts, log.dead(), seconds);
            }
        }
    }

    private static CompletableFuture<Void> start(EmbeddedFlink flink, EmbeddedKafka kafka) {
        Log log = new Log(kafka.service().clients(), TruckComplianceJob.NAME);
        TruckComplianceJob job = new TruckComplianceJob(TruckSettings.DEFAULT);
        return flink.run(
                TruckComplianceJob.NAME,
                JobSettings.of(flink.checkpoints()),
                flow -> job.build(flow, TruckComplianceJob.from(log), TruckComplianceJob.to(log)));
    }

    private static void papers(Story story, Instant night, TruckLog log) {
        Instant before = night.minusSeconds(60_000);
        story.cameras().forEach(each -> log.write(Topic.CAMERAS, each.id(), before, each));
        story.sites().forEach(each -> log.write(Topic.REGISTRY, each.key(), before, each));
        story.permits().forEach(each -> log.write(Topic.REGISTRY, each.key(), before, each));
        log.flush();
    }

    private static void seen(Story story, Instant night, TruckLog log) {
        story.alerts().forEach(each -> log.write(Topic.ALERTS, each.camera(), each.at(), each));
        for (Sighting each : story.sightings()) {
            log.write(Topic.SIGHTINGS, each.camera(), each.at().plusSeconds(1), each);
        }
        bad(story, night, log);
        morning(story, night, log);
        log.flush();
    }

    /** Cars by every camera, long after: the log's time goes on, and what waits for it is decided. */
    private static void morning(Story story, Instant night, TruckLog log) {
        Instant at = night.plusSeconds(MORNING_SECONDS);
        LabelledBox car = new LabelledBox("car", 1, 0, 0, 1, 1);
        for (Camera each : story.cameras()) {
            Sighting passing = new Sighting(each.id(), 1_000_000, car, at, 1, null, List.of(), 0, "worker-1", 1);
            log.write(Topic.SIGHTINGS, each.id(), at, passing);
            log.write(Topic.ALERTS, each.id(), at, "{}".getBytes(UTF_8));
        }
    }

    private static void bad(Story story, Instant night, TruckLog log) {
        Sighting any = story.sightings().get(0);
        Instant at = any.at();
        log.write(Topic.SIGHTINGS, any.camera(), at, "{\"camera\": 7".getBytes(UTF_8));
        log.write(Topic.SIGHTINGS, any.camera(), at, new byte[100_000]);
        log.write(Topic.SIGHTINGS, any.camera(), at.minusSeconds(3_600), any);
        log.write(Topic.SIGHTINGS, any.camera(), at, seen(any, any.camera(), at.minusSeconds(90_000)));
        log.write(Topic.SIGHTINGS, "nowhere", night, seen(any, "nowhere", at));
    }

    private static Sighting seen(Sighting like, String camera, Instant at) {
        return new Sighting(
                camera, 1, like.vehicle(), at, 1, like.plate(), like.candidates(), like.widthPixels(), "worker-1", 1);
    }

    /** Whether all is there that must come. */
    private interface Complete {
        boolean is();
    }

    private static void await(TruckLog log, Verdicts verdicts, CompletableFuture<Void> job, Complete complete)
            throws UnreadableRecord {
        long newest = System.nanoTime();
        int quiet = 0;
        while (quiet < QUIET_READS || !complete.is()) {
            boolean came = log.read(verdicts) > 0;
            quiet = came ? 0 : quiet + 1;
            newest = came ? System.nanoTime() : newest;
            if (job.isDone()) {
                job.join();
            }
            if ((System.nanoTime() - newest) / 1e9 > LONGEST_STAND_SECONDS) {
                throw new IllegalStateException("nothing was judged for " + LONGEST_STAND_SECONDS
                        + " s, and not all is: " + verdicts.places() + " places");
            }
        }
    }
}
