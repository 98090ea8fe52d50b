package io.kakou.console.outbox;

import java.util.List;

/** Puts records on the log. */
public interface Publisher extends AutoCloseable {
    /**
     * In order; returns when the log has acknowledged every one of them.
     *
     * @throws PublishFailure where one was not acknowledged; those before and after it may be on the log
     */
    void publish(List<OutboxRow> rows) throws PublishFailure;

    @Override
    void close();
}
