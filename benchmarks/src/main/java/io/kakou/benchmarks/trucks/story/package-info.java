/**
 * A night of 2,000 trucks at 60 sites, told by who drove where with which paper, and how a camera reads it.
 *
 * <p>Door: {@link io.kakou.benchmarks.trucks.story.Story}.
 *
 * <p>In: a seed. Out: what goes on the log, and what is true of each time that a truck passed a camera.
 *
 * <p>Do not touch: it knows the contract alone and no rule, which a test enforces: a truth that asks the rule would always agree.
 */
@NullMarked
package io.kakou.benchmarks.trucks.story;

import org.jspecify.annotations.NullMarked;
