package io.kakou.analysis.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Bring objects to a shelf at once that need not wait for each other: a store's answer takes longer than its work.
 * Nothing queues here; where no porter is free the caller carries the object. Safe for many threads.
 */
public final class Porters implements AutoCloseable {
    private static final int MOST = 6;
    private static final long IDLE_SECONDS = 30;

    private final Shelf shelf;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Porters::thread,
            (task, full) -> task.run());

    /** @param shelf where everything goes; not closed with this */
    public Porters(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Stores all of them, in no order; returns when each is stored or was given up.
     *
     * @throws StoreException the first that was given up; the others may be stored
     */
    public void put(List<Parcel> parcels) throws StoreException {
        List<FutureTask<Parcel>> under = new ArrayList<>();
        for (Parcel parcel : parcels.subList(0, Math.max(0, parcels.size() - 1))) {
            FutureTask<Parcel> task = new FutureTask<>(() -> put(parcel));
            under.add(task);
            threads.execute(task);
        }
        if (!parcels.isEmpty()) {
            FutureTask<Parcel> own = new FutureTask<>(() -> put(parcels.get(parcels.size() - 1)));
            under.add(own);
            own.run();
        }
        await(under);
    }

    private Parcel put(Parcel parcel) throws StoreException {
        shelf.put(parcel.key(), parcel.bytes(), parcel.contentType());
        return parcel;
    }

    private static void await(List<FutureTask<Parcel>> under) throws StoreException {
        StoreException first = null;
        for (FutureTask<Parcel> task : under) {
            try {
                var unused = task.get();
            } catch (ExecutionException e) {
                first = first == null ? failure(e) : first;
            } catch (CancellationException | InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreException(StoreException.Code.AWAY, "storing was interrupted", e);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static StoreException failure(ExecutionException e) {
        if (e.getCause() instanceof StoreException failure) {
            return failure;
        }
        throw new IllegalStateException("a porter broke", e.getCause());
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "store");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes nothing more up; what is on its way arrives. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
