/**
 * How well detectors find what people drew boxes around, one beside another on the same pictures.
 *
 * <p>Door: {@link io.kakou.benchmarks.boxes.Comparison}.
 *
 * <p>In: pictures with boxes, in YOLO's form, or a film with a MOT table. Out: average precision by class, the difference with its
 * interval, and milliseconds.
 *
 * <p>Do not touch: both detectors see the same pictures in the same order, and intervals are drawn over pictures.
 */
@NullMarked
package io.kakou.benchmarks.boxes;

import org.jspecify.annotations.NullMarked;
