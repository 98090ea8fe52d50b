package io.kakou.app.thin;

import io.kakou.analysis.flow.Closing;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.look.Wish;
import io.kakou.analysis.street.Street;
import io.kakou.analysis.street.StreetCamera;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.flink.EmbeddedFlink;
import io.kakou.app.services.LogService;
import io.kakou.events.Alert;
import io.kakou.events.Area;
import io.kakou.events.Incident;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.room.CommandRoomJob;
import io.kakou.jobs.room.RoomSettings;
import io.kakou.rtsp.CameraSettings;
import io.kakou.rtsp.RtspCamera;
import io.kakou.rtsp.RtspLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cameras → decoder → judge → alerts on a Kafka broker → Flink → incidents, all in this process. What it keeps while it
 * runs lies in a temporary folder that goes with it.
 */
public final class ThinLine implements AutoCloseable {
    private final Path scratch;
    private final List<Area> areas;
    private final List<Watch> cameras;
    private final Listener listener;
    private final Closing running = new Closing("the line");

    /** Hears what passes; called on the line's own threads. */
    public interface Listener {
        /** A step of the start, for people. */
        void step(String what);

        /** A camera's session reached a stage or broke; a line for people. */
        void camera(String camera, String state);

        /** A look and what it came to, before its alerts are on the log. */
        void judged(String camera, Judged judged);

        /** An incident as it stands now. */
        void incident(Incident incident);

        /** The job gave up; nothing is routed any more. */
        void broken(Throwable why);
    }

    /**
     * A line that does not run.
     *
     * @param scratch where its temporary folder is made
     */
    public ThinLine(Path scratch, List<Area> areas, List<Watch> cameras, Listener listener) {
        this.scratch = scratch;
        this.areas = List.copyOf(areas);
        this.cameras = List.copyOf(cameras);
        this.listener = listener;
    }

    /** Starts everything, from the room back to the camera, so that nothing is seen before it can be told. */
    public void start() throws IOException {
        try {
            Path folder = folder();
            listener.step("starting the log (Kafka)");
            EmbeddedKafka kafka = running.add(new EmbeddedKafka(folder.resolve("log")));
            kafka.start();
            LogWriter writer = running.add(new LogWriter(kafka.service().clients()));
            areas.forEach(writer::write);
            writer.flush();
            listener.step("starting the job (Flink)");
            startJob(folder.resolve("flink"), kafka.service());
            running.add(new IncidentReader(kafka.service().clients(), listener::incident))
                    .start();
            listener.step("opening " + cameras.size() + (cameras.size() == 1 ? " camera" : " cameras"));
            RtspLoops loops = running.add(new RtspLoops(1, InstantSource.system()));
            loops.start();
            Street street = running.add(
                    new Street(StreetSettings.ofMachine(Runtime.getRuntime().availableProcessors())));
            street.start();
            cameras.forEach(camera -> startCamera(camera, street, loops, writer));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Path folder() throws IOException {
        Path folder = Files.createTempDirectory(scratch, "kakou-thin-");
        AutoCloseable unused = running.add(() -> delete(folder));
        return folder;
    }

    private void startJob(Path folder, LogService service) {
        EmbeddedFlink flink = running.add(new EmbeddedFlink(folder));
        flink.start();
        Log log = new Log(service.clients(), CommandRoomJob.NAME);
        CommandRoomJob job = new CommandRoomJob(RoomSettings.DEFAULT);
        var unused = flink.run(
                        CommandRoomJob.NAME,
                        JobSettings.of(flink.checkpoints()),
                        flow -> job.build(flow, CommandRoomJob.from(log), CommandRoomJob.to(log)))
                .whenComplete((ended, failure) -> {
                    if (failure != null) {
                        listener.broken(failure);
                    }
                });
    }

    private void startCamera(Watch camera, Street street, RtspLoops loops, LogWriter writer) {
        String id = camera.camera().id();
        Wish wish = Wish.of(camera.camera());
        StreetCamera live = running.add(street.add(id, wish, camera.watch(), judged -> judged(id, judged, writer)));
        SessionRelay relay = new SessionRelay(id, live, listener);
        running.add(new RtspCamera(loops, camera.address(), CameraSettings.defaults(), relay))
                .start();
    }

    private void judged(String camera, Judged judged, LogWriter writer) {
        listener.judged(camera, judged);
        for (Alert alert : judged.judgement().alerts()) {
            writer.write(alert);
        }
    }

    /** Ends everything, from the camera on; what the cameras saw last may not reach a room any more. */
    @Override
    public void close() {
        running.close();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
