package io.kakou.console.search;

import io.kakou.console.clips.ClipFailure;
import io.kakou.console.clips.SearchPictures;
import io.kakou.console.schema.DatabaseFailure;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends searches whose time is over, drops passings that are a day old, and takes away what the store still holds of searches
 * that are no more; every second, on a thread of its own. What fails is tried again.
 */
public final class Purge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);
    /** The store and old hours are looked through once in so many rounds, and whenever a search has ended. */
    private static final int SELDOM = 60;

    private final Searches searches;
    private final PersonSightings sightings;
    private final SearchPictures pictures;
    private final Views views;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "search-purge");
    private int round;

    public Purge(Searches searches, PersonSightings sightings, SearchPictures pictures, Views views) {
        this.searches = searches;
        this.sightings = sightings;
        this.pictures = pictures;
        this.views = views;
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                go();
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            LOG.debug("told to stop");
        }
    }

    private void go() {
        try {
            int ended = 0;
            for (StoredSearch each : searches.endDue()) {
                record(each);
                ended++;
            }
            if (ended > 0 || round++ % SELDOM == 0) {
                sightings.dropOld();
                sightings.dropOfNoSearch();
                pictures.keepOnly(searches.ids());
            }
        } catch (ClipFailure e) {
            LOG.warn("pictures of ended searches are taken away later: {}", e.getMessage());
        } catch (DatabaseFailure e) {
            LOG.warn("searches are purged later: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("searches are not purged by a fault of our own; it is tried again", e);
        }
    }

    /** Nobody did it, and it is on record all the same; without what the child looked like. */
    private void record(StoredSearch ended) {
        LOG.info("search {} has ended by itself", ended.search().id());
        views.record(new Views.Asked(
                "-", "-", ViewKind.SEARCH_ENDED, ended.search().id(), ended.area(), "its time was over"));
    }
}
