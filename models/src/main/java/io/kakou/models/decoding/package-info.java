/**
 * What all detectors' decoders do last: the best boxes of each class, doubles dropped.
 *
 * <p>Door: {@link io.kakou.models.decoding.Candidates}.
 *
 * <p>In: boxes with scores in any order. Out: {@link io.kakou.models.Detection}s, best first.
 *
 * <p>Do not touch: the order among equals is what makes a judgement repeatable.
 */
@NullMarked
package io.kakou.models.decoding;

import org.jspecify.annotations.NullMarked;
