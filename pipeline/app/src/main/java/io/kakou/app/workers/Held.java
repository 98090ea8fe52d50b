package io.kakou.app.workers;

import io.kakou.app.cameras.Lease;

/** A lease while the pulse beats, until it is ended; never again after that. */
final class Held implements Lease {
    private final Pulse pulse;
    private volatile boolean ended;

    Held(Pulse pulse) {
        this.pulse = pulse;
    }

    void end() {
        ended = true;
    }

    @Override
    public boolean holds() {
        return !ended && !pulse.missed();
    }
}
