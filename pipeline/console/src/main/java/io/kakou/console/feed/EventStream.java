package io.kakou.console.feed;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page's stream. It reads when it is woken and when its reader has taken what was written: a slow reader holds
 * nobody, and costs a cursor. All but {@link #wake()} happens on the connection's own event loop.
 */
public final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final Context loop;
    private final HttpServerResponse response;
    private final Reader reader;
    private final AtomicBoolean woken = new AtomicBoolean();
    private boolean reading;
    private boolean open = true;

    /** What comes next; called off the event loop, one call at a time. */
    public interface Reader {
        /**
         * What comes next.
         *
         * @throws Ended where the reader may not read any more
         */
        Moment next() throws Ended;

        /** Runs blocking work off the event loop; the answer comes back on it. */
        <T> Future<T> off(Callable<T> work);
    }

    /** The session behind the stream has ended. */
    public static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        public Ended() {
            super("the session has ended", null, false, false);
        }
    }

    public EventStream(Context loop, HttpServerResponse response, Reader reader) {
        this.loop = loop;
        this.response = response;
        this.reader = reader;
    }

    /** There may be something to read. Never blocks. */
    public void wake() {
        if (!woken.getAndSet(true)) {
            loop.runOnContext(ignored -> read());
        }
    }

    /** The page has gone. */
    public void close() {
        open = false;
    }

    private void read() {
        if (reading || !open || response.writeQueueFull()) {
            return;
        }
        woken.set(false);
        reading = true;
        reader.off(reader::next).onComplete(answer -> {
            reading = false;
            if (answer.succeeded()) {
                write(answer.result());
            } else {
                end(answer.cause());
            }
        });
    }

    private void write(Moment moment) {
        if (!open || response.ended()) {
            return;
        }
        if (!moment.events().isEmpty()) {
            response.write(String.join("", moment.events()));
        }
        if (response.writeQueueFull()) {
            response.drainHandler(ignored -> wakeAgain());
        } else if (moment.more() || woken.get()) {
            wakeAgain();
        }
    }

    private void wakeAgain() {
        woken.set(true);
        loop.runOnContext(ignored -> read());
    }

    private void end(Throwable why) {
        if (!(why instanceof Ended)) {
            LOG.warn("a page's stream breaks off and will resume: {}", why.getMessage());
        }
        open = false;
        if (!response.ended()) {
            response.end();
        }
    }
}
