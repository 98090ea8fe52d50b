package io.kakou.app.role;

import io.kakou.analysis.clip.LiveFragments;
import io.kakou.analysis.evidence.CameraEvidence;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.cameras.Witness;
import io.kakou.events.Alert;
import io.kakou.rtsp.AccessUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as the cameras take it.
 *
 * @param beside what else takes every look: the log of looks, the sample for learning
 */
record KeptEvidence(CameraEvidence evidence, List<Consumer<Judged>> beside) implements Witness {
    @Override
    public void sessionBegins() {
        evidence.sessionBegins();
    }

    @Override
    public void accept(AccessUnit unit) {
        evidence.accept(unit);
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
