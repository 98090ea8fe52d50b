package io.kakou.app.cameras;

import io.kakou.analysis.gate.PictureCheck;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Plan;
import io.kakou.analysis.rule.dumping.Dumping;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.check.Sight;
import io.kakou.app.check.StageReached;
import io.kakou.events.Braked;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.JudgedBy;
import io.kakou.events.Stage;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspSession.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one camera stands, gathered from the threads that serve it. */
final class CameraHealth {
    private static final String STARTING = "not opened yet";
    private static final String OPENED = "its pictures begin to come; none was looked at yet";
    private final Camera camera;
    private final Owner owner;
    private State state = State.NEW;
    private Stage stage = Stage.NAME;
    private @Nullable Instant lastLook;
    private @Nullable String waiting = STARTING;
    private @Nullable Trouble trouble;
    private Sight sight = new Sight();
    private boolean gone;
    /** What looked at the newest picture that a detector saw. */
    private @Nullable String model;

    CameraHealth(Camera camera, Owner owner) {
        this.camera = camera;
        this.owner = owner;
    }

    /** A camera that is tried again stands where it failed until it comes through: on the way it proves nothing. */
    synchronized void reached(State next) {
        state = next;
        if (next == State.STREAMING) {
            trouble = null;
            waiting = OPENED;
        }
        stage = trouble == null ? StageReached.at(next) : stage;
    }

    synchronized void took(AccessUnit unit) {
        sight.see(unit);
    }

    synchronized void failed(RtspException why) {
        stage = StageReached.failed(why, state);
        trouble = Trouble.ofSession(why, stage);
        sight = new Sight();
    }

    synchronized void judged(Judged judged) {
        if (state != State.STREAMING || gone) {
            return;
        }
        boolean clear = judged.look().depth() != Depth.UNKNOWN;
        stage = Stage.LOOKING;
        waiting = null;
        trouble = clear ? null : unclear(judged.check());
        model = judged.look().depth() == Depth.DETECTED ? judged.eyes().model() : model;
        if (clear) {
            lastLook = judged.look().at();
        }
    }

    /** The page knows these words. */
    private static Trouble unclear(PictureCheck check) {
        String why =
                switch (check) {
                    case CLEAR, TORN -> "torn";
                    case BLANK -> "blank";
                    case FOGGED -> "fogged";
                    case BLURRED -> "out of focus";
                    case COVERED -> "covered";
                    case FROZEN -> "frozen";
                };
        return new Trouble("UNCLEAR", Stage.LOOKING, "its picture cannot be judged: " + why, Trouble.Next.WATCHED_ON);
    }

    /** Nobody watches it, for this reason. */
    synchronized void unwatched(String why, Trouble.Next next) {
        gone = true;
        trouble = new Trouble("UNWATCHED", stage, why, next);
    }

    synchronized boolean isUnwatched() {
        return gone;
    }

    /**
     * How it stands.
     *
     * @param plan what it is given; null while nobody looks at it
     * @param off what people have switched off
     * @param by which model the next look is by
     */
    synchronized Standing at(Instant now, @Nullable Plan plan, List<Braked> off, JudgedBy by) {
        List<Braked> here = off.stream()
                .filter(braked -> camera.watched().contains(braked.kind()))
                .toList();
        return new Standing(health(now, plan, here).judgedBy(new JudgedBy(model, by.use(), by.trouble())), trouble);
    }

    private Health health(Instant now, @Nullable Plan plan, List<Braked> off) {
        List<EventKind> watched = gone
                ? List.of()
                : camera.watched().stream()
                        .filter(this::isJudged)
                        .filter(kind -> plan == null || plan.whole())
                        .filter(kind -> off.stream().noneMatch(braked -> braked.kind() == kind))
                        .toList();
        return new Health(
                camera.id(),
                stage,
                now,
                lastLook,
                trouble == null ? waiting : trouble.why(),
                sight.clockOffsetSeconds(),
                owner.worker(),
                owner.generation(),
                watched,
                camera.watched().stream()
                        .filter(kind -> !watched.contains(kind))
                        .toList(),
                sight.clockDriftPpm(),
                sight.lastingAdvice(),
                plan == null ? null : Math.min(plan.glanceSeconds(), plan.detectSeconds()),
                plan == null ? null : plan.stretch(),
                null,
                off,
                null);
    }

    private boolean isJudged(EventKind kind) {
        return switch (kind) {
            case EBIKE_IN_LIFT -> camera.kind() == CameraKind.LIFT;
            case LOST_CHILD -> camera.kind() != CameraKind.LIFT && camera.kind() != CameraKind.ROAD;
            case MUCK_TRUCK -> camera.kind() == CameraKind.GATE;
            case DUMPING -> camera.zones().stream().anyMatch(zone -> zone.name().equals(Dumping.NO_DUMP));
            case WATERLOGGING -> camera.kind() == CameraKind.ROAD;
            case UNKNOWN -> false;
        };
    }
}
