package io.kakou.console.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows the guessing of passwords: after {@value #FREE} wrong ones, per name and per address, each further one
 * doubles the wait, up to {@value #LONGEST_SECONDS} s.
 */
public final class LoginThrottle {
    static final int FREE = 5;
    static final long LONGEST_SECONDS = 300;

    private static final int MOST_REMEMBERED = 10_000;
    private static final int MOST_DOUBLINGS = 20;

    private final InstantSource clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Wrong(int count, Instant until) {}

    public LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Seconds to wait before another try, 0 for none. */
    public synchronized long secondsToWait(String who) {
        Wrong so = wrong.get(who);
        if (so == null) {
            return 0;
        }
        long millis = so.until().toEpochMilli() - clock.millis();
        return Math.max(0, (millis + 999) / 1000);
    }

    public synchronized void failed(String who) {
        int count = wrong.getOrDefault(who, new Wrong(0, Instant.EPOCH)).count() + 1;
        int over = Math.min(count - FREE, MOST_DOUBLINGS);
        long seconds = over < 0 ? 0 : Math.min(LONGEST_SECONDS, 1L << over);
        wrong.put(who, new Wrong(count, clock.instant().plusSeconds(seconds)));
    }

    public synchronized void succeeded(String who) {
        wrong.remove(who);
    }
}
