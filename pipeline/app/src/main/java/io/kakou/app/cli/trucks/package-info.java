/**
 * {@code kakou trucks}: permits, sites and positions of trucks, taken over into a running system.
 *
 * <p>Door: {@link io.kakou.app.cli.trucks.TrucksCommand}.
 *
 * <p>In: tables. Out: the console's report, line by line, an exit code.
 *
 * <p>Do not touch: what the page may not do, this may not either; a table is read by the console alone.
 */
@NullMarked
package io.kakou.app.cli.trucks;

import org.jspecify.annotations.NullMarked;
