package io.kakou.app.cameras;

/**
 * Who watches, since when: it goes on every alert, sighting and health, and readers keep the highest generation.
 *
 * @param worker the same after a restart
 * @param generation higher than that of whoever watched before
 * @param lease whether it watches still
 */
public record Owner(String worker, long generation, Lease lease) implements Owners {
    /** One who watches every camera for ever. */
    public Owner(String worker, long generation) {
        this(worker, generation, Lease.FOR_EVER);
    }

    @Override
    public Owner of(String camera) {
        return this;
    }

    /** Whether it may still act on it; asked before each act, never blocks. */
    public boolean holds() {
        return lease.holds();
    }
}
