/**
 * Parts of a standalone Flink killed again and again under load: whether each transition that went in comes out, once.
 *
 * <p>Door: {@link io.kakou.benchmarks.kills.Kills}.
 *
 * <p>In: a cluster of separate processes. Out: figures.
 *
 * <p>Do not touch: what is expected is what the log acknowledged, and nothing else; a step that was read once must hold in
 * the end, or whoever read along was told what is not so.
 */
@NullMarked
package io.kakou.benchmarks.kills;

import org.jspecify.annotations.NullMarked;
