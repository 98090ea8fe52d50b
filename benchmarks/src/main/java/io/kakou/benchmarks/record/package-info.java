/**
 * What recording a street all the time costs: the recorder and the store, each a process of its own.
 *
 * <p>Door: {@link io.kakou.benchmarks.record.RecordBench}.
 *
 * <p>In: a film, from memory, as many cameras as asked for. Out: figures.
 *
 * <p>Do not touch: no network is measured here; {@code ingest} measures that.
 */
@NullMarked
package io.kakou.benchmarks.record;

import org.jspecify.annotations.NullMarked;
