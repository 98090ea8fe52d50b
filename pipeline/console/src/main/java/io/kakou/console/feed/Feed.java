package io.kakou.console.feed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Wakes the open streams when incidents have changed. Safe for many threads; never blocks. */
public final class Feed {
    private final Set<Runnable> streams = ConcurrentHashMap.newKeySet();

    public void changed() {
        streams.forEach(Runnable::run);
    }

    /**
     * A stream joins.
     *
     * @param wake called on any thread, and only to remember that there is something to read
     */
    public void join(Runnable wake) {
        streams.add(wake);
    }

    public void leave(Runnable wake) {
        streams.remove(wake);
    }

    public int size() {
        return streams.size();
    }
}
