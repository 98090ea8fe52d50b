package io.kakou.app.role;

import io.kakou.analysis.clip.ClipRecorder;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.cameras.Witness;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.codec.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of one camera up to the end of its first event: the looks, the event, and what went wrong. */
final class WatchedLift {
    private final List<Look> looks = new ArrayList<>();
    private @Nullable Alert raised;
    private @Nullable Alert released;
    private int blindLooks;
    private int sessionsBroken;

    /** Takes an alert as it is published; true where the first event is over with it. */
    synchronized boolean took(Alert alert) {
        if (raised == null) {
            raised = alert;
            return false;
        }
        boolean over = released == null && alert.phase() == AlertPhase.RELEASED;
        released = over ? alert : released;
        return over;
    }

    synchronized Alert raised() {
        return Objects.requireNonNull(raised);
    }

    /** The place on the camera's timeline, from its first look, that stands nearest to our time. */
    synchronized double seconds(Instant at) {
        Look nearest = looks.stream()
                .min(Comparator.comparing(
                        look -> Duration.between(look.at(), at).abs()))
                .orElseThrow();
        return nearest.seconds() - looks.get(0).seconds();
    }

    synchronized Alert released() {
        return Objects.requireNonNull(released);
    }

    synchronized int blindLooks() {
        return blindLooks;
    }

    synchronized int sessionsBroken() {
        return sessionsBroken;
    }

    private synchronized void saw(Look look) {
        if (released == null) {
            looks.add(look);
            blindLooks += look.depth() == Depth.UNKNOWN ? 1 : 0;
        }
    }

    private synchronized void sessionBroke() {
        sessionsBroken += released == null ? 1 : 0;
    }

    @Override
    public synchronized String toString() {
        return looks.size() + " looks, raised " + raised + ", released " + released;
    }

    /** Hears what another witness is told. */
    Witness witness(Witness to) {
        return new Witness() {
            @Override
            public void reach(ClipRecorder.Reach reach) {
                to.reach(reach);
            }

            @Override
            public void sessionBegins() {
                sessionBroke();
                to.sessionBegins();
            }

            @Override
            public Wanted wanted() {
                return to.wanted();
            }

            @Override
            public void accept(AccessUnit unit) {
                to.accept(unit);
            }

            @Override
            public void judged(Judged judged, Consumer<Alert> publish) {
                saw(judged.look());
                to.judged(judged, publish);
            }

            @Override
            public byte @Nullable [] picture() {
                return to.picture();
            }

            @Override
            public Live live() {
                return to.live();
            }

            @Override
            public void close() {
                to.close();
            }
        };
    }
}
