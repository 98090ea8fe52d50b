/**
 * A logic check of the trucks' job: a story goes through the real job on a real broker, and its verdicts are held against what the story
 * says is true. It says that the rule does what it is meant to, and nothing of how well cameras see.
 *
 * <p>Door: {@link io.kakou.benchmarks.trucks.LogicCheck}.
 *
 * <p>In: a {@link io.kakou.benchmarks.trucks.story.Story}. Out: {@link io.kakou.benchmarks.trucks.LogicFigures}.
 *
 * <p>Do not touch: the story knows no rule, and the rule no story.
 */
@NullMarked
package io.kakou.benchmarks.trucks;

import org.jspecify.annotations.NullMarked;
