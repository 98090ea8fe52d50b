/**
 * {@code kakou footage}: what a running system has recorded, and what it must not let go.
 *
 * <p>Door: {@link io.kakou.app.cli.footage.FootageCommand}.
 *
 * <p>In: a command line and an account. Out: lines for people.
 *
 * <p>Do not touch: everything goes through the console, which writes down who did it.
 */
@NullMarked
package io.kakou.app.cli.footage;

import org.jspecify.annotations.NullMarked;
