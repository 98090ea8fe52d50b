/**
 * A converted model in whole numbers of 8 bits.
 *
 * <p>Door: {@link io.kakou.models.int8.Quantiser}.
 *
 * <p>In: a float model's bytes and the {@link io.kakou.models.int8.Ranges} its values take. Out: an ONNX file that
 * multiplies bytes.
 *
 * <p>Do not touch: weights stay within ±63, or CPUs without VNNI saturate; the same inputs give the same bytes.
 */
@NullMarked
package io.kakou.models.int8;

import org.jspecify.annotations.NullMarked;
