package io.kakou.app.role;

import io.kakou.app.services.Retry;
import io.kakou.app.services.ServiceTrouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A job without which alerts go on: it begins as soon as its services allow, and where it fails for good that is said, and it
 * begins again later.
 */
final class JobBeside implements AutoCloseable {
    private static final double PAUSE_SECONDS = 60;

    private final String name;
    private final Start start;
    private final Retry.Listener listener;
    private final double pauseSeconds;
    private final ScheduledThreadPoolExecutor thread;
    private volatile @Nullable Retry beginning;

    /** One beginning. */
    interface Start {
        /**
         * Returns when it runs.
         *
         * @return completes exceptionally when the job has failed for good
         */
        CompletableFuture<Void> start() throws ServiceTrouble, InterruptedException;
    }

    JobBeside(String name, Start start, Retry.Listener listener) {
        this(name, start, listener, PAUSE_SECONDS);
    }

    JobBeside(String name, Start start, Retry.Listener listener, double pauseSeconds) {
        this.name = name;
        this.start = start;
        this.listener = listener;
        this.pauseSeconds = pauseSeconds;
        this.thread = new ScheduledThreadPoolExecutor(
                1,
                run -> {
                    Thread daemon = new Thread(run, name);
                    daemon.setDaemon(true);
                    return daemon;
                },
                // A job that ends because all is closed needs no other.
                new ThreadPoolExecutor.DiscardPolicy());
    }

    void start() {
        thread.execute(this::begin);
    }

    private void begin() {
        Retry first = new Retry(
                name,
                () -> {
                    var unused = start.start().whenComplete((ended, failure) -> {
                        if (failure != null) {
                            again(failure);
                        }
                    });
                },
                new Retry.Listener() {
                    @Override
                    public void said(String line) {
                        listener.said(line);
                    }

                    @Override
                    public void broken(Throwable why) {
                        again(why);
                    }
                });
        beginning = first;
        first.start();
    }

    private void again(Throwable why) {
        if (!thread.isShutdown()) {
            listener.said("the job " + name + " does not run: " + why.getMessage() + "; tried again in " + pauseSeconds
                    + " s");
            var unused = thread.schedule(this::begin, Math.round(pauseSeconds * 1000), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        var unused = thread.shutdownNow();
        Retry last = beginning;
        if (last != null) {
            last.close();
        }
    }
}
