/**
 * The live list's stream to a page: server-sent events that resume where they broke off.
 *
 * <p>Door: {@link io.kakou.console.feed.Feed}.
 *
 * <p>In: a cursor. Out: every later change that the reader may see, in order.
 *
 * <p>Do not touch: the cursor moves only with what was written to the reader.
 */
@NullMarked
package io.kakou.console.feed;

import org.jspecify.annotations.NullMarked;
