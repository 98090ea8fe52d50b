/**
 * What the line costs, beside others that do the same work in the same run.
 *
 * <p>Door: {@link io.kakou.benchmarks.Bench}.
 *
 * <p>In: a film, or a staged one. Out: a table, and the same as JSON with the machine named.
 *
 * <p>Do not touch: ours and the peer take turns within one process, on the same film; what is measured is CPU time of
 * the work itself, start-up taken out on both sides. A figure without its peer's from the same run is no figure.
 */
@NullMarked
package io.kakou.benchmarks;

import org.jspecify.annotations.NullMarked;
