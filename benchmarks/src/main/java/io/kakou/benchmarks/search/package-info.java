/**
 * Searches for children over a street of 1,562 cameras: walks, seen as the planner has them seen.
 *
 * <p>Door: {@link io.kakou.benchmarks.search.SearchBench}.
 *
 * <p>In: a seed. Out: figures.
 *
 * <p>Do not touch: what a camera mistakes for what is drawn here by numbers of its own, not by those that rank.
 */
@NullMarked
package io.kakou.benchmarks.search;

import org.jspecify.annotations.NullMarked;
