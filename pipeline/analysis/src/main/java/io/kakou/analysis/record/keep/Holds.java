package io.kakou.analysis.record.keep;

import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreException.Code;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Legal holds. Setting one writes an object, releasing it another; neither is ever written again, and the store's chain
 * of hashes has both, so what was held, by whom and until when can be shown for ever. Safe for many threads.
 */
public final class Holds {
    private static final String ROOT = "holds/";
    private static final String SET = "/set.json";
    private static final String RELEASED = "/released.json";

    private final Shelf shelf;
    private final InstantSource clock;

    public Holds(Shelf shelf, InstantSource clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** What somebody wants held. */
    public record Wanted(String camera, Instant from, Instant to, String reason, String by, @Nullable Instant until) {}

    /**
     * Sets a hold; it counts when this returns.
     *
     * @throws IllegalArgumentException in one line, where it is none
     */
    public synchronized Hold set(Wanted wanted) throws StoreException {
        String id = "hold-" + UUID.randomUUID().toString().substring(0, 13);
        Hold hold = new Hold(
                id,
                wanted.camera(),
                wanted.from(),
                wanted.to(),
                wanted.reason(),
                wanted.by(),
                clock.instant(),
                wanted.until());
        shelf.put(ROOT + id + SET, Json.write(hold), "application/json");
        return hold;
    }

    /**
     * Ends a hold.
     *
     * @throws IllegalArgumentException in one line, where there is none of that id
     */
    public synchronized Hold release(String id, String by, String reason) throws StoreException {
        Hold held = active().stream()
                .filter(hold -> hold.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("hold " + id + " does not stand; allowed: one that is listed"));
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the reason is missing; allowed: why the hold ends");
        }
        Released released = new Released(id, by, clock.instant(), reason);
        shelf.put(ROOT + id + RELEASED, Json.write(released), "application/json");
        return held;
    }

    /** All holds that stand now. */
    public synchronized List<Hold> active() throws StoreException {
        List<String> keys = shelf.list(ROOT);
        Set<String> all = new HashSet<>(keys);
        Instant now = clock.instant();
        List<Hold> active = new ArrayList<>();
        for (String key : keys) {
            if (key.endsWith(SET) && !all.contains(key.replace(SET, RELEASED))) {
                Hold hold = read(key);
                Instant until = hold.until();
                if (until == null || until.isAfter(now)) {
                    active.add(hold);
                }
            }
        }
        return active;
    }

    private Hold read(String key) throws StoreException {
        try {
            return Json.read(Hold.class, shelf.get(key));
        } catch (UnreadableRecord e) {
            throw new StoreException(Code.REFUSED, key + " is no hold: " + e.reason());
        }
    }

    /** Work of which no hold may be set in the midst. */
    interface Work {
        void run(List<Hold> active) throws StoreException;
    }

    synchronized void whileNoneIsSet(Work work) throws StoreException {
        work.run(active());
    }
}
