/**
 * Incidents as they stand, and what people do with them.
 *
 * <p>Door: {@link io.kakou.console.incidents.Incidents} and {@link io.kakou.console.incidents.Actions}.
 *
 * <p>In: incidents from the log, actions of people. Out: lists, a cursor that only grows, actions to the log.
 *
 * <p>Do not touch: an incident's state changes by what the log says alone.
 */
@NullMarked
package io.kakou.console.incidents;

import org.jspecify.annotations.NullMarked;
