package io.kakou.app.search;

import io.kakou.analysis.evidence.Cutout;
import io.kakou.analysis.evidence.Jpeg;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.PersonSighting;
import io.kakou.events.Search;
import io.kakou.events.search.Likeness;
import io.kakou.events.search.Sight;
import io.kakou.models.Picture;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a picture of whoever is like a child that is searched for, under the search, for as long as that lasts. Without a
 * search, and of anybody else, no picture is kept. Safe for many threads.
 */
public final class Likenesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Likenesses.class);
    /** Nothing may speak against it, and something for it. */
    private static final double LEAST = 1;

    private static final int WAITING = 64;

    private final ActiveSearches searches;
    private final Shelf shelf;
    private final BlockingQueue<Kept> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "likenesses");

    private record Kept(String search, String sighting, Picture picture) {}

    /** @param shelf where pictures go; not closed with this */
    public Likenesses(ActiveSearches searches, Shelf shelf) {
        this.searches = searches;
        this.shelf = shelf;
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /**
     * Keeps a picture of somebody who was seen in this very look, where that is worth it. Never blocks: where many wait,
     * there is no picture.
     */
    public void keep(PersonSighting seen, Look look) {
        Picture picture = look.sharp() == null ? look.picture() : look.sharp();
        if (picture == null || !seen.lastSeen().equals(look.at())) {
            return;
        }
        for (Search search : searches.all()) {
            boolean asked = search.reach().contains(seen.camera());
            if (asked && new Likeness(search).of(Sight.of(seen)) >= LEAST) {
                boolean unused = waiting.offer(new Kept(search.id(), seen.id(), Cutout.of(picture, seen.box())));
            }
        }
    }

    private void run() {
        try {
            while (!closed.get()) {
                Kept next = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (next != null) {
                    put(next);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("told to stop");
        }
    }

    /** A search that has ended meanwhile is to have no picture. */
    private void put(Kept next) {
        if (searches.all().stream().noneMatch(each -> each.id().equals(next.search()))) {
            return;
        }
        try {
            shelf.put(
                    "searches/" + next.search() + '/' + next.sighting() + ".jpg",
                    Jpeg.of(next.picture()),
                    "image/jpeg");
        } catch (StoreException e) {
            LOG.warn("a picture for search {} is not kept: {}", next.search(), e.getMessage());
        }
    }

    @Override
    public void close() {
        closed.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
