/**
 * A TF.js graph model to an ONNX model.
 *
 * <p>Door: {@link io.kakou.models.convert.Converter}.
 *
 * <p>In: {@link io.kakou.models.convert.GraphModel} and the place to cut it. Out: an ONNX file's bytes, always the same
 * ones for the same graph.
 *
 * <p>Do not touch: the bytes made are pinned by hash where weights are fetched; a change of any mapping or of the order
 * of writing changes that hash.
 */
@NullMarked
package io.kakou.models.convert;

import org.jspecify.annotations.NullMarked;
