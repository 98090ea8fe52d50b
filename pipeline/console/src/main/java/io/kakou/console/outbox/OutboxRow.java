package io.kakou.console.outbox;

/**
 * A record to be told on the log.
 *
 * @param value empty to say that the key is no more
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way; nobody compares them.
public record OutboxRow(long id, String topic, String key, byte[] value) {}
