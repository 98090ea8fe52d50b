/**
 * The stock detector: 80 everyday things, trained on COCO.
 *
 * <p>Door: {@link io.kakou.models.coco.CocoDetector}.
 *
 * <p>In: pictures of any size. Out: {@link io.kakou.models.Detection}s with COCO's words.
 *
 * <p>Do not touch: the order of detections and the arithmetic of resizing are what makes a judgement repeatable.
 */
@NullMarked
package io.kakou.models.coco;

import org.jspecify.annotations.NullMarked;
