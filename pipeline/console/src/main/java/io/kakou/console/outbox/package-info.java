/**
 * What is to be told on the log: written with the change itself, published by one relay.
 *
 * <p>Door: {@link io.kakou.console.outbox.Outbox} writes, {@link io.kakou.console.outbox.Relay} publishes.
 *
 * <p>In: rows inside a transaction. Out: records on the log, at least once, in order per key.
 *
 * <p>Do not touch: a row goes only after the log has acknowledged it.
 */
@NullMarked
package io.kakou.console.outbox;

import org.jspecify.annotations.NullMarked;
