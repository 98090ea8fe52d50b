package io.kakou.console.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows the guessing of passwords: after {@value #FREE} wrong ones for a name, or {@value #FREE_FROM_ADDRESS} from an
 * address that a whole room may share, each further one doubles the wait, up to {@value #LONGEST_SECONDS} s.
 */
public final class LoginThrottle {
    static final int FREE = 5;
    static final int FREE_FROM_ADDRESS = 50;
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
    public synchronized long secondsToWait(String user, String address) {
        return Math.max(secondsToWait(ofUser(user)), secondsToWait(ofAddress(address)));
    }

    public synchronized void failed(String user, String address) {
        count(ofUser(user), FREE);
        count(ofAddress(address), FREE_FROM_ADDRESS);
    }

    /** The right password forgets the wrong ones of its name; what came from the address stays counted. */
    public synchronized void succeeded(String user) {
        wrong.remove(ofUser(user));
    }

    private long secondsToWait(String who) {
        Wrong so = wrong.get(who);
        if (so == null) {
            return 0;
        }
        long millis = so.until().toEpochMilli() - clock.millis();
        return Math.max(0, (millis + 999) / 1000);
    }

    private void count(String who, int free) {
        int count = wrong.getOrDefault(who, new Wrong(0, Instant.EPOCH)).count() + 1;
        int over = Math.min(count - free, MOST_DOUBLINGS);
        long seconds = over < 0 ? 0 : Math.min(LONGEST_SECONDS, 1L << over);
        wrong.put(who, new Wrong(count, clock.instant().plusSeconds(seconds)));
    }

    private static String ofUser(String user) {
        return "user " + user;
    }

    private static String ofAddress(String address) {
        return "from " + address;
    }
}
