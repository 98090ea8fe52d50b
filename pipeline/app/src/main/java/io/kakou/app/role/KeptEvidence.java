package io.kakou.app.role;

import io.kakou.analysis.clip.ClipRecorder;
import io.kakou.analysis.clip.LiveFragments;
import io.kakou.analysis.evidence.CameraEvidence;
import io.kakou.analysis.record.spool.StreamRecorder;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.cameras.Witness;
import io.kakou.events.Alert;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.codec.Wanted;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Evidence, and footage, as the cameras take it.
 *
 * @param footage null where the camera is not recorded all the time
 * @param beside what else takes every look: the log of looks, the sample for learning
 */
record KeptEvidence(CameraEvidence evidence, @Nullable StreamRecorder footage, List<Consumer<Judged>> beside)
        implements Witness {
    @Override
    public void sessionBegins() {
        evidence.sessionBegins();
        if (footage != null) {
            footage.sessionBegins();
        }
    }

    @Override
    public void reach(ClipRecorder.Reach reach) {
        evidence.reach(reach);
    }

    @Override
    public Wanted wanted() {
        return footage == null ? evidence.wanted() : Wanted.EVERY_PICTURE;
    }

    @Override
    public void accept(AccessUnit unit) {
        evidence.accept(unit);
        if (footage != null) {
            footage.accept(unit);
        }
    }

    @Override
    public void judged(Judged judged, Consumer<Alert> publish) {
        evidence.judged(judged, publish);
        beside.forEach(each -> each.accept(judged));
    }

    @Override
    public byte @Nullable [] picture() {
        return evidence.picture();
    }

    @Override
    public Live live() {
        return new Fragments(evidence.live());
    }

    @Override
    public void close() {
        evidence.close();
        if (footage != null) {
            footage.close();
        }
    }

    private record Fragments(LiveFragments.Subscription subscription) implements Live {
        @Override
        public byte @Nullable [] next(double seconds) throws InterruptedException {
            return subscription.next(seconds);
        }

        @Override
        public boolean ended() {
            return subscription.ended();
        }

        @Override
        public void close() {
            subscription.close();
        }
    }
}
