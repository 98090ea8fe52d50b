/**
 * The whole system, killed and stopped at random moments while people work with it.
 *
 * <p>Door: {@link io.kakou.app.storm.Storm}.
 *
 * <p>In: how often what is killed. Out: what was acknowledged and is not there, or there twice; how long it took to come back.
 *
 * <p>Do not touch: only processes of the installation under test are killed, by their ids.
 */
@NullMarked
package io.kakou.app.storm;

import org.jspecify.annotations.NullMarked;
