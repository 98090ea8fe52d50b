/**
 * How well things are followed, by the definitions of CLEAR MOT (Bernardin and Stiefelhagen 2008) and of IDF1 (Ristani et
 * al. 2016).
 *
 * <p>Door: {@link io.kakou.benchmarks.tracks.TrackBench}; the measure alone is
 * {@link io.kakou.benchmarks.tracks.Account}.
 *
 * <p>In: films with people's boxes, true or staged, and trackers. Out: {@link io.kakou.benchmarks.tracks.Score}.
 *
 * <p>Do not touch: all trackers see the same detections of the same looks.
 */
@NullMarked
package io.kakou.benchmarks.tracks;

import org.jspecify.annotations.NullMarked;
