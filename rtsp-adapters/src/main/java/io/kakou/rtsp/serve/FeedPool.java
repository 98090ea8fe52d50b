package io.kakou.rtsp.serve;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few threads that read for all sessions, since files block. */
final class FeedPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPool.class);
    private static final int THREADS = 2;
    private static final int WAITING = 16_384;
    private static final long CLOSE_SECONDS = 10;

    private final Set<Feed> open = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            new DefaultThreadFactory("rtsp-serve", true));

    FeedPool() {
        threads.allowCoreThreadTimeOut(true);
    }

    CompletionStage<List<StreamUnit>> read(Feed feed, int count) {
        open.add(feed);
        return run(() -> feed.read(count));
    }

    void release(Feed feed) {
        var unused = run(() -> {
            closeNow(feed);
            return feed;
        });
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a source still reads after {} s", CLOSE_SECONDS);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(this::closeNow);
    }

    private void closeNow(Feed feed) {
        open.remove(feed);
        try {
            feed.close();
        } catch (IOException e) {
            LOG.warn("a source does not close: {}", e.getMessage());
        }
    }

    /** Runs what may block. */
    <T> CompletionStage<T> run(Callable<T> task) {
        try {
            return CompletableFuture.supplyAsync(() -> call(task), threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new IOException("the server is closing or has too many sessions", e));
        }
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
