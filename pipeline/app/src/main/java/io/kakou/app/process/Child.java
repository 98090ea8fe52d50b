package io.kakou.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One child, started again whenever it dies. */
final class Child implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);

    private final ChildPlan plan;
    private final ChildSettings settings;
    private final Supervisor.Listener listener;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Process process;

    Child(ChildPlan plan, ChildSettings settings, Supervisor.Listener listener) {
        this.plan = plan;
        this.settings = settings;
        this.listener = listener;
        this.thread = new Thread(this::run, "child:" + plan.name());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    String name() {
        return plan.name();
    }

    /** Whether it was ready at least once. */
    boolean isReady() {
        return ready.getCount() == 0;
    }

    boolean awaitReady(double seconds) throws InterruptedException {
        return ready.await(Supervisor.nanos(seconds), TimeUnit.NANOSECONDS);
    }

    private void run() {
        int deaths = 0;
        try {
            while (closing.getCount() > 0) {
                long began = System.nanoTime();
                int exit = live();
                deaths = System.nanoTime() - began > Supervisor.nanos(settings.wellSeconds()) ? 1 : deaths + 1;
                if (closing.getCount() > 0) {
                    double wait = settings.retrySeconds(deaths);
                    listener.died(plan.name(), exit, wait);
                    boolean unused = closing.await(Supervisor.nanos(wait), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("nobody waits for {} any more", plan.name());
        }
    }

    /** One life of the child; its exit code. */
    private int live() throws InterruptedException {
        Process born = born();
        if (born == null) {
            return -1;
        }
        try (BufferedReader said = new BufferedReader(new InputStreamReader(born.getInputStream(), UTF_8))) {
            Files.writeString(plan.pidFile(), born.pid() + "\n");
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            LOG.warn("{}: {}", plan.name(), e.getMessage());
        }
        int exit = born.waitFor();
        forget();
        return exit;
    }

    private synchronized @Nullable Process born() {
        if (closing.getCount() == 0) {
            return null;
        }
        try {
            process = new ProcessBuilder(plan.command())
                    .redirectError(ProcessBuilder.Redirect.appendTo(plan.log().toFile()))
                    .start();
            return process;
        } catch (IOException e) {
            LOG.error("{} cannot be started: {}", plan.name(), e.getMessage());
            return null;
        }
    }

    private void hear(String line) {
        if (line.equals(ChildPlan.READY) || line.startsWith(ChildPlan.READY + ' ')) {
            listener.ready(plan.name(), line.substring(ChildPlan.READY.length()).strip());
            ready.countDown();
        } else {
            listener.said(plan.name(), line);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(plan.pidFile());
        } catch (IOException e) {
            LOG.warn("{}: {}", plan.pidFile(), e.getMessage());
        }
    }

    /** Closes the pipe, which the child takes as the word to end; kills it where it does not. */
    @Override
    public void close() {
        Process ending;
        synchronized (this) {
            closing.countDown();
            ending = process;
        }
        try {
            if (ending != null) {
                end(ending);
            }
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Process ending) throws InterruptedException {
        try {
            ending.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("{} was gone already", plan.name());
        }
        if (!ending.waitFor(Supervisor.nanos(settings.stopSeconds()), TimeUnit.NANOSECONDS)) {
            LOG.warn("{} did not end within {} s and is killed", plan.name(), settings.stopSeconds());
            ending.destroyForcibly();
        }
    }
}
