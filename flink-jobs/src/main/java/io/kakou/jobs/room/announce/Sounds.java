package io.kakou.jobs.room.announce;

import java.util.List;
import java.util.stream.Stream;

/**
 * When something was heard or came last, epoch milliseconds, oldest first. A bounded window: what no figure asks for is
 * dropped.
 */
public record Sounds(List<Long> at) {
    static final Sounds NONE = new Sounds(List.of());

    public Sounds {
        at = List.copyOf(at);
    }

    /** @param most how many are counted at most */
    Sounds and(long now, int most) {
        List<Long> all = Stream.concat(at.stream(), Stream.of(now)).toList();
        return new Sounds(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    /** How many within so many seconds up to now. */
    int within(double seconds, long now) {
        long since = now - millis(seconds);
        return (int) at.stream().filter(each -> each > since).count();
    }

    /** Those that are younger than so many seconds. */
    Sounds since(double seconds, long now) {
        long since = now - millis(seconds);
        return at.isEmpty() || at.get(0) > since
                ? this
                : new Sounds(at.stream().filter(each -> each > since).toList());
    }

    /** When fewer than {@code count} are left within so many seconds, where nothing is added. */
    long fewerThan(int count, double seconds) {
        return at.size() < count ? 0 : at.get(at.size() - count) + millis(seconds);
    }

    boolean isEmpty() {
        return at.isEmpty();
    }

    static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
