package io.kakou.console.outbox;

import io.kakou.console.schema.Sql;
import io.kakou.events.Topic;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes what is to be told, inside the transaction that changes it. Whoever writes must hold the row of what the key
 * names, so that rows of one key are numbered in the order of their commits.
 */
public final class Outbox {
    private final Semaphore news = new Semaphore(0);

    /**
     * Adds a row.
     *
     * @param value empty to say that the key is no more
     */
    public void add(Sql sql, Topic topic, String key, byte[] value) throws SQLException {
        sql.run("insert into outbox (topic, key, value) values (?, ?, ?)", topic.topicName(), key, value);
    }

    /** To be called after the commit; the relay looks by itself a second later where it is not. */
    public void wake() {
        news.release();
    }

    void await(int seconds) throws InterruptedException {
        if (news.tryAcquire(seconds, TimeUnit.SECONDS)) {
            news.drainPermits();
        }
    }
}
