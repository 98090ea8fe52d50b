/**
 * A lift's door while an e-bike is in its cabin: asked to stay open by a lease that ends by itself, and words to whoever brought
 * it. From this process alone: neither the log nor the rooms nor a page is needed.
 *
 * <p>Door: {@link io.kakou.analysis.lift.LiftDesk}; {@link io.kakou.analysis.lift.ReadBack} when a lift is commissioned.
 *
 * <p>In: what each look at a cabin found, the lifts as the registry has them. Out: {@link io.kakou.analysis.lift.Hold} and
 * {@link io.kakou.analysis.lift.Say} to controllers, {@link io.kakou.events.LiftState} to whoever listens.
 *
 * <p>Do not touch: there are these two commands and no other, no command outlives its expiry, and nobody is asked whose
 * controller was not seen to end a hold by itself. Whoever does nothing lets the door go.
 */
@NullMarked
package io.kakou.analysis.lift;

import org.jspecify.annotations.NullMarked;
