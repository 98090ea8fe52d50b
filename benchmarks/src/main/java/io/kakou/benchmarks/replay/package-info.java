/**
 * Alerts raised by judging films, each judged again from its evidence bundle alone.
 *
 * <p>Door: {@link io.kakou.benchmarks.replay.Replays}.
 *
 * <p>In: the drawn lift film in many variants, stills and films of the shared folder. Out: how many agree, and how.
 *
 * <p>Do not touch: every alert is raised by the real detector, and its bundle is the one an installation would store.
 */
@NullMarked
package io.kakou.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
