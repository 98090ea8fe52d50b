package io.kakou.analysis.street;

import java.util.concurrent.atomic.LongAdder;

/** What was done so far, over all cameras. */
final class Counts {
    final LongAdder hints = new LongAdder();
    final LongAdder glances = new LongAdder();
    final LongAdder looks = new LongAdder();
    final LongAdder detections = new LongAdder();
    final LongAdder unknown = new LongAdder();

    Done now(long dropped) {
        return new Done(hints.sum(), glances.sum(), looks.sum(), detections.sum(), unknown.sum(), dropped);
    }
}
