/**
 * Pictures to detections.
 *
 * <p>Door: {@link io.kakou.models.Detector}.
 *
 * <p>In: {@link io.kakou.models.Picture}. Out: {@link io.kakou.models.Detection}.
 *
 * <p>Do not touch: this is a leaf; it knows no other module, no video and no event.
 */
@NullMarked
package io.kakou.models;

import org.jspecify.annotations.NullMarked;
