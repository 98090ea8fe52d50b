/**
 * The brake: rules that people have switched off for a while.
 *
 * <p>Door: {@link io.kakou.console.brakes.Brakes}.
 *
 * <p>In: a kind, cameras, a reason, an end. Out: what is off now; the same on the registry, in the same transaction.
 *
 * <p>Do not touch: nothing is off without a reason and an end.
 */
@NullMarked
package io.kakou.console.brakes;

import org.jspecify.annotations.NullMarked;
