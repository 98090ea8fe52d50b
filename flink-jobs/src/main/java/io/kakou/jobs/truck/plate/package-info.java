/**
 * What a reading of a number plate is worth: which plates it may be, and how much likelier one is than another.
 *
 * <p>Door: {@link io.kakou.jobs.truck.plate.PlateBelief}.
 *
 * <p>In: what a camera read, and the plates that have papers. Out: weights by plate. Knows no papers and no Flink.
 *
 * <p>Do not touch: what the recogniser takes for what is a table that was measured, not an opinion.
 */
@NullMarked
package io.kakou.jobs.truck.plate;

import org.jspecify.annotations.NullMarked;
