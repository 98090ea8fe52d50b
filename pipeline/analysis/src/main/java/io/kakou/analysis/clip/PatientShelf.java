package io.kakou.analysis.clip;

import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreException.Code;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a store that is away, for storage threads alone; a store that refuses is not asked again. */
final class PatientShelf implements Shelf {
    private static final double PAUSE_SECONDS = 0.5;

    private final Shelf shelf;
    private final double patienceSeconds;
    private final CountDownLatch closing;

    /** @param closing ends all patience when it is down */
    PatientShelf(Shelf shelf, double patienceSeconds, CountDownLatch closing) {
        this.shelf = shelf;
        this.patienceSeconds = patienceSeconds;
        this.closing = closing;
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) throws StoreException {
        for (double waited = 0; ; waited += PAUSE_SECONDS) {
            try {
                shelf.put(key, bytes, contentType);
                return;
            } catch (StoreException e) {
                if (e.code() != Code.AWAY || waited >= patienceSeconds || !paused()) {
                    throw e;
                }
            }
        }
    }

    private boolean paused() {
        try {
            return !closing.await((long) (PAUSE_SECONDS * 1e9), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public byte[] get(String key) throws StoreException {
        return shelf.get(key);
    }

    @Override
    public byte[] get(String key, long from, int length) throws StoreException {
        return shelf.get(key, from, length);
    }

    @Override
    public List<Listed> listing(String prefix) throws StoreException {
        return shelf.listing(prefix);
    }

    @Override
    public void delete(String key) throws StoreException {
        shelf.delete(key);
    }
}
