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
 * Looks at stored footage again for whoever is searched for, camera by camera, the nearest first, on one thread of its own. What
 * the street's own recorder keeps is fetched first, and looked at when it is there; what is being recorded when a search begins
 * is looked at once it is stored.
 */
public final class SecondLooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SecondLooks.class);
    private static final long PAUSE_MILLIS = 500;
    /** How long a child stays on the cameras around, before and after it was there. */
    private static final Duration AROUND = Duration.ofMinutes(1);
    /** A fetch runs in real time; after so much more it will not come. */
    private static final double FETCH_FACTOR = 1.5;

    private static final double FETCH_SECONDS = 120;
    /** A minute and what it takes to the store; what is not there by then was not recorded. */
    private static final Duration STORED_BY = Duration.ofSeconds(150);

    /** Less than this that has come is not worth a look. */
    private static final Duration WORTH = Duration.ofSeconds(1);

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

        /** Whether it is recorded here all the time: what it shows now is stored in some minutes. */
        boolean isRecorded(String camera);

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
     * @param lookedTo what was kept before then was looked at
     * @param told last of it, or null
     * @param fetchedBy when what is fetched has to be there; null where nothing is
     */
    private record Task(PastLook.Span span, Instant lookedTo, @Nullable Progress told, @Nullable Instant fetchedBy) {
        PastLook.Span rest() {
            return new PastLook.Span(span.camera(), lookedTo, span.to());
        }
    }

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

    /**
     * A span that has grown backwards is looked at anew; one that has only grown with time is not: live looks go on. What was
     * not stored yet at the first look, or was fetched since, is looked at when it is there.
     */
    private boolean isDue(Search search, Camera camera) {
        Task task = tasks.get(key(search, camera.id()));
        if (task == null
                || span(search, camera.id()).from().isBefore(task.span().from())) {
            return true;
        }
        Instant waited = task.fetchedBy();
        boolean more = looks.keptTo(task.rest()).isAfter(task.lookedTo().plus(WORTH));
        return more || (waited != null && clock.instant().isAfter(waited));
    }

    private void look(Search search, Camera camera) {
        String key = key(search, camera.id());
        Task before = tasks.get(key);
        PastLook.Span now = span(search, camera.id());
        Task task = before == null || now.from().isBefore(before.span().from())
                ? new Task(now, now.from(), null, null)
                : before;
        boolean asked = before != null && before.fetchedBy() != null;
        if (!asked && looks.kept(task.rest()) <= 0) {
            if (camera.recording() == Recording.ELSEWHERE) {
                fetch(search, task, key);
                return;
            }
            Instant by = task.span().to().plus(STORED_BY);
            if (parts.isRecorded(camera.id()) && clock.instant().isBefore(by)) {
                wait(search, task, by, "it is recorded, and not stored yet");
                return;
            }
        }
        Instant keptTo = looks.keptTo(task.rest());
        Progress told = task.told();
        tell(
                search,
                task.span(),
                new Progress(
                        FootageLook.LOOKING,
                        task.span().from(),
                        task.span().to(),
                        told == null ? 0 : told.seconds(),
                        told == null ? 0 : told.missing(),
                        null));
        Progress all = together(task, looked(search, camera, task.rest()));
        tasks.put(key, new Task(task.span(), keptTo, all, null));
        tell(search, task.span(), all);
    }

    /** What the whole span has come to with its rest. */
    private static Progress together(Task task, Progress rest) {
        Progress before = task.told();
        if (before == null || before.state() != FootageLook.LOOKED) {
            return new Progress(
                    rest.state(), task.span().from(), task.span().to(), rest.seconds(), rest.missing(), rest.why());
        }
        double more = rest.state() == FootageLook.LOOKED || rest.state() == FootageLook.LOOKING ? rest.seconds() : 0;
        return new Progress(
                FootageLook.LOOKED,
                before.from(),
                before.to(),
                before.seconds() + more,
                Math.max(0, before.missing() - more),
                rest.why());
    }

    private void wait(Search search, Task task, Instant by, String why) {
        PastLook.Span span = task.span();
        tasks.put(key(search, span.camera()), new Task(span, task.lookedTo(), task.told(), by));
        tell(search, span, new Progress(FootageLook.NOT_YET, span.from(), span.to(), 0, 0, why));
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

    private void fetch(Search search, Task task, String key) {
        PastLook.Span span = task.span();
        double seconds = Duration.between(span.from(), span.to()).toMillis() / 1000.0;
        try {
            parts.fetch(span.camera(), span.from(), span.to());
            Instant by = clock.instant().plusSeconds(Math.round(FETCH_FACTOR * seconds + FETCH_SECONDS));
            wait(search, task, by, "it is fetched from the street's recorder");
        } catch (IllegalArgumentException e) {
            Progress none = new Progress(FootageLook.NOT_RECORDED, span.from(), span.to(), 0, seconds, e.getMessage());
            tasks.put(key, new Task(span, span.to(), none, null));
            tell(search, span, none);
        }
    }

    private void tell(Search search, PastLook.Span span, Progress progress) {
        parts.stands(Finding.of(search.id(), span.camera(), progress));
    }
}
