/**
 * What a command watches for: a camera of one kind and its zone.
 *
 * <p>Door: {@link io.kakou.app.cli.watch.WatchOptions}.
 *
 * <p>In: words of the command line. Out: cameras, and watches over them.
 *
 * <p>Do not touch: a zone is in shares of the picture, never in pixels.
 */
@NullMarked
package io.kakou.app.cli.watch;

import org.jspecify.annotations.NullMarked;
