package io.kakou.app.role;

import io.kakou.analysis.watch.Judged;
import io.kakou.app.cameras.Witness;
import io.kakou.events.Alert;
import io.kakou.rtsp.AccessUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps no picture: alerts pass at once. */
final class PlainWitness implements Witness {
    @Override
    public void sessionBegins() {}

    @Override
    public void accept(AccessUnit unit) {}

    @Override
    public void judged(Judged judged, Consumer<Alert> publish) {
        judged.judgement().alerts().forEach(publish);
    }

    @Override
    public byte @Nullable [] picture() {
        return null;
    }

    @Override
    public Live live() {
        return new Live() {
            @Override
            public byte @Nullable [] next(double seconds) {
                return null;
            }

            @Override
            public boolean ended() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
