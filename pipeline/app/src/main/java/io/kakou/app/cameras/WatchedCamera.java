package io.kakou.app.cameras;

import io.kakou.analysis.clip.ClipRecorder;
import io.kakou.analysis.flow.Closing;
import io.kakou.analysis.look.Plan;
import io.kakou.analysis.look.Wish;
import io.kakou.analysis.street.Attention;
import io.kakou.analysis.street.StreetCamera;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Camera;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.RtspCamera;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspSession;
import io.kakou.rtsp.codec.Wanted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One camera while it is watched, or the reason why it is not. */
final class WatchedCamera implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedCamera.class);

    private final Camera camera;
    private final CameraParts parts;
    private final Owner owner;
    private final CameraSet.Listener listener;
    private final CameraHealth health;
    private final Closing running;

    private volatile @Nullable Witness witness;
    private volatile @Nullable StreetCamera live;
    private volatile @Nullable RtspCamera session;

    WatchedCamera(Camera camera, CameraParts parts, Owner owner, CameraSet.Listener listener) {
        this.camera = camera;
        this.parts = parts;
        this.owner = owner;
        this.listener = listener;
        this.health = new CameraHealth(camera, owner);
        this.running = new Closing(camera.id());
    }

    Camera camera() {
        return camera;
    }

    /** Whether nothing has changed since it was opened. */
    boolean isStill(Camera now, @Nullable Owner nowOwner) {
        return camera.equals(now) && owner.equals(nowOwner);
    }

    /** Whether its worker may act on it. */
    boolean isOwned() {
        return owner.holds();
    }

    @Nullable
    Witness witness() {
        return witness;
    }

    /** Opens it. What goes wrong is this camera's own: it is said in its health. */
    void start() {
        try {
            open();
        } catch (RuntimeException | LinkageError e) {
            String why = String.valueOf(e.getMessage()).replaceFirst("^" + camera.id() + ": ", "");
            LOG.warn("{} is not watched: {}", camera.id(), why);
            health.unwatched(why, Trouble.Next.LEFT);
            close();
        }
    }

    /** Its state; a judge that broke is seen here. */
    Standing standing(Instant now) {
        StreetCamera watching = live;
        if (watching != null && watching.isBroken() && !health.isUnwatched()) {
            health.unwatched(
                    "judging it failed by a fault of our own; the log of the process tells more",
                    Trouble.Next.REOPENED);
        }
        Plan plan = watching == null ? null : watching.attention().plan();
        Witness keeping = witness;
        if (plan != null && keeping != null) {
            keeping.reach(plan.whole() ? ClipRecorder.Reach.PREROLL : ClipRecorder.Reach.KEYFRAME);
        }
        return health.at(now, plan, parts.brakes().at(camera.id()), parts.judgedBy(camera));
    }

    /** How it is watched; null where nobody looks at it. */
    @Nullable
    Attention attention() {
        StreetCamera looked = live;
        return looked == null ? null : looked.attention();
    }

    /** Whether opening it again may help. */
    boolean isBroken() {
        StreetCamera watching = live;
        return watching != null && watching.isBroken();
    }

    private void open() {
        Witness kept = running.add(parts.witness(camera));
        witness = kept;
        StreetCamera watching = running.add(
                parts.street().add(camera.id(), Wish.of(camera), parts.watch(camera), judged -> judged(judged, kept)));
        live = watching;
        RtspCamera opened = running.add(parts.session(camera, new Relay(kept, watching)));
        session = opened;
        opened.start();
    }

    private void judged(Judged judged, Witness kept) {
        if (!owner.holds()) {
            return; // begun before the process stood still: by now another worker may watch
        }
        listener.looked(camera, judged, owner);
        health.judged(judged);
        kept.judged(judged, alert -> listener.raised(alert.by(owner.worker(), owner.generation())));
        judged.judgement().plates().stream()
                .map(plate -> plate.at(camera.id()).by(owner.worker(), owner.generation()))
                .forEach(listener::sighted);
        judged.judgement().people().stream()
                .map(person -> person.by(owner.worker(), owner.generation()))
                .forEach(person -> listener.passed(person, judged.look()));
    }

    /** Says goodbye, and does not wait for the answer as {@link #close} does. */
    void beginClose() {
        RtspCamera opened = session;
        if (opened != null) {
            opened.beginClose();
        }
    }

    @Override
    public void close() {
        running.close();
    }

    /** From the sessions to what watches and what keeps. Called on event loops; never blocks. */
    private final class Relay implements RtspCamera.Listener {
        private final Witness kept;
        private final StreetCamera watching;

        Relay(Witness kept, StreetCamera watching) {
            this.kept = kept;
            this.watching = watching;
        }

        @Override
        public void reached(RtspSession.State state) {
            health.reached(state);
        }

        @Override
        public Wanted wanted() {
            return watching.wanted() == Wanted.KEYFRAMES ? kept.wanted() : Wanted.EVERY_PICTURE;
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            if (!owner.holds()) {
                return;
            }
            health.took(unit);
            kept.accept(unit);
            watching.accept(unit);
        }

        @Override
        public void retrying(RtspException why, double seconds) {
            kept.sessionBegins();
            watching.sessionBegins();
            health.failed(why);
        }
    }
}
