package io.kakou.analysis.clip;

import io.kakou.analysis.flow.Mailbox;
import io.kakou.analysis.mux.Fragment;
import io.kakou.analysis.mux.Fragmenter;
import io.kakou.analysis.mux.InitSegment;
import io.kakou.rtsp.AccessUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a camera live. Each reads at its own pace, on its own thread; for one who is too slow, pictures are let
 * go up to the next keyframe.
 */
public final class LiveFragments implements AutoCloseable {
    /** About half a minute at 25 pictures a second; a GOP fits. */
    private static final int WAITING = 750;
    /** Short, because a picture is seen when its fragment is whole. */
    private static final double FRAGMENT_SECONDS = 0.4;

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    LiveFragments() {}

    /** Never waits. */
    void offer(TimedUnit unit) {
        for (Subscription each : subscriptions) {
            each.mailbox.offer(unit);
        }
    }

    boolean isWatched() {
        return !subscriptions.isEmpty();
    }

    Subscription subscribe(List<TimedUnit> newestGop) {
        Subscription subscription = new Subscription(Math.max(WAITING, 2 * newestGop.size()));
        newestGop.forEach(subscription.mailbox::offer);
        subscriptions.add(subscription);
        return subscription;
    }

    @Override
    public void close() {
        subscriptions.forEach(each -> each.mailbox.close());
        subscriptions.clear();
    }

    /** One who looks. One thread reads; any may close. */
    public final class Subscription implements AutoCloseable {
        private final Mailbox<TimedUnit> mailbox;
        private @Nullable Fragmenter fragmenter;
        private volatile @Nullable InitSegment init;

        private Subscription(int waiting) {
            this.mailbox = new Mailbox<>(waiting, unit -> unit.unit().keyframe());
        }

        /**
         * The next bytes of a fragmented MP4 that begins at time 0: first its init segment, then fragments of about 0.4 s.
         *
         * @return null where nothing was whole within the time
         */
        public byte @Nullable [] next(double seconds) throws InterruptedException {
            for (TimedUnit unit = mailbox.take(seconds); unit != null; unit = mailbox.take(seconds)) {
                Fragmenter begun = fragmenter;
                if (begun == null) {
                    byte[] first = begin(unit);
                    if (first != null) {
                        return first;
                    }
                } else {
                    Fragment fragment = begun.add(unit.sample());
                    if (fragment != null) {
                        return fragment.bytes();
                    }
                }
            }
            return null;
        }

        private byte @Nullable [] begin(TimedUnit unit) {
            AccessUnit first = unit.unit();
            InitSegment begun = first.keyframe() ? InitSegment.of(first.codec(), first.bytes()) : null;
            if (begun == null) {
                return null;
            }
            init = begun;
            Fragmenter cutter = new Fragmenter(unit.seconds(), FRAGMENT_SECONDS);
            // The first picture alone is never a fragment.
            Fragment unused = cutter.add(unit.sample());
            fragmenter = cutter;
            return begun.bytes();
        }

        /** As browsers name it, or null before the init segment was given. */
        public @Nullable String codec() {
            InitSegment begun = init;
            return begun == null ? null : begun.codec();
        }

        /** Pictures let go because this one was too slow. */
        public long dropped() {
            return mailbox.dropped();
        }

        /** Whether the camera, or this, was closed: nothing new will come. */
        public boolean ended() {
            return mailbox.isClosed();
        }

        @Override
        public void close() {
            subscriptions.remove(this);
            mailbox.close();
        }
    }
}
