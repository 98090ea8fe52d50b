/**
 * {@code kakou rooms}: what the command rooms of a running system hold by.
 *
 * <p>Door: {@link io.kakou.app.cli.rooms.RoomsCommand}.
 *
 * <p>In: files of roads, clocks, calendars, rotas and second owners. Out: the console's report, an exit code.
 *
 * <p>Do not touch: what the page may not do, this may not either.
 */
@NullMarked
package io.kakou.app.cli.rooms;

import org.jspecify.annotations.NullMarked;
