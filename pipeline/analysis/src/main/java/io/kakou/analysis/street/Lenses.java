package io.kakou.analysis.street;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Lens;
import io.kakou.models.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The lenses of one looking thread, one for each size of frames and of detectors' inputs: a lens that changed between them
 * would be ground anew each time. The least used goes.
 */
final class Lenses implements AutoCloseable {
    private static final int MOST = 12;

    private final Map<Cut, Lens> lenses = new LinkedHashMap<>(MOST, 0.75f, /* accessOrder= */ true);

    /** What a lens is cut for. */
    private record Cut(Size frame, Size input) {}

    /** Has a watch look through the one that fits whoever judges now. */
    void fit(CameraWatch watch, DecodedFrame frame) {
        watch.turn();
        Cut cut = new Cut(frame.size(), watch.input());
        Lens lens = lenses.get(cut);
        if (lens == null) {
            if (lenses.size() == MOST) {
                Cut oldest = lenses.keySet().iterator().next();
                Objects.requireNonNull(lenses.remove(oldest)).close();
            }
            lens = new Lens(watch.input());
            lenses.put(cut, lens);
        }
        watch.through(lens);
    }

    @Override
    public void close() {
        lenses.values().forEach(Lens::close);
        lenses.clear();
    }
}
