/**
 * ONNX models at work.
 *
 * <p>Door: {@link io.kakou.models.onnx.OnnxSession}.
 *
 * <p>In: an ONNX file, then pictures as bytes. Out: the model's outputs as floats.
 *
 * <p>Do not touch: DJL's engine starts before anything else makes an ONNX Runtime environment, or its settings are
 * lost. DJL's NDArray arithmetic does not exist on ONNX Runtime alone: decode outputs in float-buffer code.
 */
@NullMarked
package io.kakou.models.onnx;

import org.jspecify.annotations.NullMarked;
