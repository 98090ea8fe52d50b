/**
 * Reading the log's topics, from where one stood.
 *
 * <p>Door: {@link io.kakou.console.log.TopicReader}.
 *
 * <p>In: a topic. Out: batches of its records to a sink, again where the sink failed.
 *
 * <p>Do not touch: the position belongs to the sink, never to the broker.
 */
@NullMarked
package io.kakou.console.log;

import org.jspecify.annotations.NullMarked;
