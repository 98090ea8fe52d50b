/**
 * The ways to lift controllers, by what each speaks; HTTP and speakers are spoken here.
 *
 * <p>Door: {@link io.kakou.analysis.lift.wire.RealDoors}.
 *
 * <p>In: lifts as the registry has them. Out: ways to their controllers.
 *
 * <p>Do not touch: over HTTP every command carries its generation and its absolute end.
 */
@NullMarked
package io.kakou.analysis.lift.wire;

import org.jspecify.annotations.NullMarked;
