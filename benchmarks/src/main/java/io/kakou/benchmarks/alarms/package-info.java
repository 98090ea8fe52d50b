/**
 * False alarms on film in which nothing happens, and what each judgement costs.
 *
 * <p>Doors: {@link io.kakou.benchmarks.alarms.Alarms}, {@link io.kakou.benchmarks.alarms.Cost}.
 *
 * <p>In: films of somebody's own, in folders by condition. Out: alarms with the hours watched, and core time a look.
 *
 * <p>Do not touch: every film is watched whole and every alarm counts; accuracy on labelled pictures is {@code kakou models
 * evaluate}'s.
 */
@NullMarked
package io.kakou.benchmarks.alarms;

import org.jspecify.annotations.NullMarked;
