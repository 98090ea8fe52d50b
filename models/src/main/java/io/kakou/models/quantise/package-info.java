/**
 * A float ONNX graph with numbers of eight bits instead, so that a look costs less.
 *
 * <p>Door: {@link io.kakou.models.quantise.Quantiser}.
 *
 * <p>In: a graph whose convolutions stand alone ({@link io.kakou.models.quantise.Folding}) and how large its values
 * become ({@link io.kakou.models.quantise.Ranges}, from {@link io.kakou.models.quantise.Calibration}). Out: the same
 * graph in {@code QuantizeLinear} and {@code DequantizeLinear}, which ONNX Runtime runs as whole numbers.
 *
 * <p>Do not touch: weights keep to 7 bits, or processors without VNNI add wrongly.
 */
@NullMarked
package io.kakou.models.quantise;

import org.jspecify.annotations.NullMarked;
