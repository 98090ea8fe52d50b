package io.kakou.app.search;

import io.kakou.analysis.look.Look;
import io.kakou.analysis.past.PastLook;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.events.Camera;
import io.kakou.events.Finding;
import io.kakou.events.Finding.Progress;
import io.kakou.events.FootageLook;
import io.kakou.events.PersonSighting;
import io.kakou.events.Recording;
import io.kakou.events.Search;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at stored footage again for whoever is searched for, camera by camera, the nearest first, on one thread of its own. What the street's own recorder keeps is fetched first, and looked at when it is there.
 */
public final class SecondLooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SecondLooks.class);
    private static final long PAUSE_MILLIS = 500;
    /** How long a child stays on the cameras around, before and after it was there. */
    private static final Duration AROUND = Duration.ofMinutes(1);
    /** A fetch runs in real time; after so much more it will not come. */
    private static final double FETCH_FACTOR = 1.5;

    private static final double FETCH_SECONDS = 120;

    private final ActiveSearches searches;
    private final Parts parts;
    private final PastLook looks;
    private final InstantSource clock;
    private final Map<String, Task> tasks = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "second-looks");

    /** What it needs of the process. */
    public interface Parts {
        /** A camera that this process watches, or null: another does. */
        @Nullable
        Camera camera(String id);

        /** What judges a camera's footage; closed by the caller. */
        CameraWatch watch(Camera camera);

        /**
         * Has a span fetched from the street's own recorder.
         *
         * @throws IllegalArgumentException in one line, where that is not possible
         */
        void fetch(String camera, Instant from, Instant to);

        /**
         * Takes who was seen; never blocks.
         *
         * @param look in which it was told, or null; its picture holds until this returns
         */
        void passed(PersonSighting seen, @Nullable Look look);

        /** Takes how far footage was looked at; never blocks. */
        void stands(Finding progress);
    }

    /**
     * A camera's span for a search.
     *
     * @param fetchedBy when what is fetched has to be there; null where nothing is
     */
    private record Task(PastLook.Span span, boolean done, @Nullable Instant fetchedBy) {}

    /** One that does not look yet. */
    public SecondLooks(ActiveSearches searches, Parts parts, PastLook looks, InstantSource clock) {
        this.searches = searches;
        this.parts = parts;
        this.looks = looks;
        this.clock = clock;
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean looked = step();
            while (!closing.await(looked ? 0 : PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                looked = step();
            }
        } catch (InterruptedException e) {
            LOG.debug("told to stop");
        }
    }

    /** Looks at the next camera; false where there is none. */
    private boolean step() {
        Set<String> wanted = new TreeSet<>();
        for (Search search : searches.all()) {
            for (String id : search.reach()) {
                wanted.add(key(search, id));
            }
        }
        tasks.keySet().retainAll(wanted);
        for (Search search : searches.all()) {
            for (String id : search.reach()) {
                Camera camera = parts.camera(id);
                if (camera != null && isDue(search, camera)) {
                    look(search, camera);
                    return true;
                }
            }
        }
        return false;
    }

    private static String key(Search search, String camera) {
        return search.id() + '~' + camera;
    }

    private PastLook.Span span(Search search, String camera) {
        Instant from = search.from().isBefore(search.at())
                ? search.from()
                : search.at().minus(AROUND);
        Instant now = clock.instant();
        Instant end =
                switch (search.start()) {
                    case FOUND, UNKNOWN -> search.at().plus(AROUND);
                    // What comes later is seen live.
                    case LAST_SEEN -> now;
                };
        return new PastLook.Span(camera, from, end.isAfter(now) ? now : end);
    }

    /** A span that has grown backwards is looked at anew; one that has only grown with time is not: live looks go on. */
    private boolean isDue(Search search, Camera camera) {
        Task task = tasks.get(key(search, camera.id()));
        if (task == null
                || span(search, camera.id()).from().isBefore(task.span().from())) {
            return true;
        }
        return !task.done() && (task.fetchedBy() == null || isFetched(task));
    }

    private boolean isFetched(Task task) {
        Instant by = task.fetchedBy();
        return looks.kept(task.span()) > 0 || (by != null && clock.instant().isAfter(by));
    }

    private void look(Search search, Camera camera) {
        String key = key(search, camera.id());
        Task before = tasks.get(key);
        PastLook.Span span = before != null && before.fetchedBy() != null ? before.span() : span(search, camera.id());
        boolean asked = before != null && before.fetchedBy() != null;
        if (!asked && looks.kept(span) <= 0 && camera.recording() == Recording.ELSEWHERE) {
            fetch(search, span, key);
            return;
        }
        tell(search, span, new Progress(FootageLook.LOOKING, span.from(), span.to(), 0, 0, null));
        tasks.put(key, new Task(span, true, null));
        tell(search, span, looked(search, camera, span));
    }

    private Progress looked(Search search, Camera camera, PastLook.Span span) {
        try (CameraWatch watch = parts.watch(camera)) {
            return looks.look(
                    span,
                    watch,
                    (seen, look) ->
                            parts.passed(seen.by("again-" + search.id(), 0).lookedFor(search.id()), look),
                    () -> closing.getCount() == 0 || isOver(search));
        } catch (RuntimeException e) {
            LOG.error("footage of {} cannot be looked at by a fault of our own", camera.id(), e);
            return new Progress(
                    FootageLook.BLIND, span.from(), span.to(), 0, 0, "looking at it failed by a fault of our own");
        }
    }

    private boolean isOver(Search search) {
        return searches.all().stream().noneMatch(each -> each.id().equals(search.id()));
    }

    private void fetch(Search search, PastLook.Span span, String key) {
        double seconds = Duration.between(span.from(), span.to()).toMillis() / 1000.0;
        try {
            parts.fetch(span.camera(), span.from(), span.to());
            Instant by = clock.instant().plusSeconds(Math.round(FETCH_FACTOR * seconds + FETCH_SECONDS));
            tasks.put(key, new Task(span, false, by));
            tell(
                    search,
                    span,
                    new Progress(
                            FootageLook.NOT_YET,
                            span.from(),
                            span.to(),
                            0,
                            0,
                            "it is fetched from the street's recorder"));
        } catch (IllegalArgumentException e) {
            tasks.put(key, new Task(span, true, null));
            tell(
                    search,
                    span,
                    new Progress(FootageLook.NOT_RECORDED, span.from(), span.to(), 0, seconds, e.getMessage()));
        }
    }

    private void tell(Search search, PastLook.Span span, Progress progress) {
        parts.stands(Finding.of(search.id(), span.camera(), progress));
    }
}
