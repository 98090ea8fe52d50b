/**
 * What it costs to take in a street of cameras, beside others that do the same, and how it comes back after an outage.
 *
 * <p>Door: {@link io.kakou.benchmarks.ingest.Ingest} and {@link io.kakou.benchmarks.ingest.Outage}.
 *
 * <p>In: films, a number of cameras. Out: figures of one client's process, seen from outside.
 *
 * <p>Do not touch: cameras, client and bench are three processes; all clients are measured by the same ruler, the
 * kernel's count of their process's time and memory.
 */
@NullMarked
package io.kakou.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
