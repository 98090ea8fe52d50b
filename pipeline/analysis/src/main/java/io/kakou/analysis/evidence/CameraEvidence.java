package io.kakou.analysis.evidence;

import io.kakou.analysis.clip.ClipRecorder;
import io.kakou.analysis.clip.ClipStorage;
import io.kakou.analysis.clip.LiveFragments;
import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.evidence.LookTrail.Cited;
import io.kakou.analysis.replay.Footage;
import io.kakou.analysis.store.Parcel;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.watch.Eyes;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.Recording;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.codec.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One camera's evidence. A network thread brings its pictures, the thread that judges its judgements; neither ever
 * waits for the store.
 */
public final class CameraEvidence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CameraEvidence.class);

    private final Camera camera;
    /** By the alert's rule and what looked. */
    private final BiFunction<String, Eyes, Circumstances> circumstances;

    private final ClipRecorder recorder;
    private final ClipStorage storage;
    private final LookTrail trail = new LookTrail();
    /** Done when the newest alert is out: a camera's alerts go out in order. */
    private CompletableFuture<@Nullable Void> published = CompletableFuture.completedFuture(null);

    CameraEvidence(Camera camera, BiFunction<String, Eyes, Circumstances> circumstances, ClipStorage storage) {
        this.camera = camera;
        this.circumstances = circumstances;
        this.recorder = new ClipRecorder(camera.id(), storage);
        this.storage = storage;
    }

    /** A new session begins. Called by a network thread, before its first picture. */
    public void sessionBegins() {
        recorder.sessionBegins();
    }

    /** Which pictures it has a use for now. */
    public Wanted wanted() {
        return recorder.wanted();
    }

    /** Takes a coded picture. Called by a network thread, before the picture goes to be decoded. */
    public void accept(AccessUnit unit) {
        recorder.accept(unit);
    }

    /**
     * Takes a look and what it came to; every look, in order. Called by the thread that judges.
     *
     * @param publish called for each alert, in order, when its pre-roll, picture and bundle are in the store, or when it
     *     cannot wait any longer; on a thread of the storage, or, where nothing is to be waited for, on this one
     */
    public void judged(Judged judged, Consumer<Alert> publish) {
        trail.add(judged);
        for (Alert alert : judged.judgement().alerts()) {
            published = published.thenCombine(ready(alert, judged.eyes()), (before, now) -> null);
            published = published.thenRun(() -> publish(alert, publish));
        }
    }

    private CompletableFuture<@Nullable Void> ready(Alert alert, Eyes eyes) {
        if (alert.phase() != AlertPhase.RAISED) {
            recorder.release(alert.id(), alert.at());
            return CompletableFuture.completedFuture(null);
        }
        if (camera.recording() == Recording.OFF) {
            return unkept(alert);
        }
        Cited cited = trail.of(alert);
        List<TimedUnit> units = recorder.from(cited.first().at());
        CompletableFuture<@Nullable Void> clip = new CompletableFuture<>();
        recorder.begin(alert, () -> clip.complete(null));
        CompletableFuture<@Nullable Void> bundle = new CompletableFuture<>();
        boolean taken = storage.offerBeside(
                camera.id(), () -> store(new Told(alert, eyes), cited, units, bundle), TimedUnit.bytes(units));
        if (!taken) {
            LOG.warn("evidence of alert {} of {} is not stored: no room to wait", alert.id(), camera.id());
            bundle.complete(null);
        }
        return inTime(CompletableFuture.allOf(clip, bundle));
    }

    /** Of a camera of which nothing is to be kept there is no clip, no picture and no bundle; what there is says so. */
    private CompletableFuture<@Nullable Void> unkept(Alert alert) {
        CompletableFuture<@Nullable Void> said = new CompletableFuture<>();
        recorder.unkept(alert, () -> said.complete(null));
        return inTime(said);
    }

    private CompletableFuture<@Nullable Void> inTime(CompletableFuture<@Nullable Void> stored) {
        long longestMillis = (long) (storage.settings().publishWithinSeconds() * 1e3);
        return stored.completeOnTimeout(null, longestMillis, TimeUnit.MILLISECONDS);
    }

    /** An alert and what looked. */
    private record Told(Alert alert, Eyes eyes) {}

    private void store(Told told, Cited cited, List<TimedUnit> units, CompletableFuture<@Nullable Void> stored) {
        try {
            storage.porters().put(parcels(told, cited, Footage.coded(units)));
        } catch (StoreException e) {
            LOG.warn("evidence of alert {} of {} is not whole: {}", told.alert().id(), camera.id(), e.getMessage());
        } finally {
            stored.complete(null);
        }
    }

    private List<Parcel> parcels(Told told, Cited cited, List<Footage.Coded> footage) {
        Alert alert = told.alert();
        Bundle bundle = new Bundle(
                alert,
                camera,
                circumstances.apply(alert.rule(), told.eyes()),
                cited.before(),
                cited.looks(),
                cited.outcomes(),
                footage);
        Parcel zip = new Parcel(Bundle.key(alert.id()), bundle.zip(), "application/zip");
        byte[] picture = picture(footage, cited.deciding().entry().seconds());
        return picture == null
                ? List.of(zip)
                : List.of(zip, new Parcel("pictures/" + alert.id() + ".jpg", picture, "image/jpeg"));
    }

    private void publish(Alert alert, Consumer<Alert> publish) {
        try {
            publish.accept(alert);
        } catch (RuntimeException bug) {
            LOG.error("alert {} of {} did not go out", alert.id(), camera.id(), bug);
        }
    }

    /** How much is kept of what it showed lately, from now on. */
    public void reach(ClipRecorder.Reach reach) {
        recorder.reach(reach);
    }

    /** The camera as it is judged, without its login. */
    public Camera camera() {
        return camera;
    }

    /** Under what it is judged now with these eyes, by whichever rule. */
    public Circumstances circumstances(Eyes eyes) {
        return circumstances.apply("", eyes);
    }

    /** The coded pictures from the newest keyframe at or before a time, or the oldest there is, up to now. */
    public List<TimedUnit> from(Instant time) {
        return recorder.from(time);
    }

    /** The newest keyframe as a clean JPEG, decoded by the caller's thread; null while none came. */
    public byte @Nullable [] picture() {
        List<TimedUnit> newest = recorder.newestGop();
        return newest.isEmpty()
                ? null
                : picture(Footage.coded(newest.subList(0, 1)), newest.get(0).seconds());
    }

    /** What the camera shows, from the newest keyframe on. To be closed. */
    public LiveFragments.Subscription live() {
        return recorder.live();
    }

    private static byte @Nullable [] picture(List<Footage.Coded> units, double seconds) {
        try (Footage footage = new Footage(Footage.fromKeyframe(units, seconds))) {
            DecodedFrame frame = footage.at(seconds);
            return frame == null ? null : Jpeg.of(frame);
        }
    }

    /** Ends open clips as cut, and all who look live. */
    @Override
    public void close() {
        recorder.close();
    }
}
