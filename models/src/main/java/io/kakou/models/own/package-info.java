/**
 * A detector that somebody brings: an ONNX file and a card that says how to read it, without code.
 *
 * <p>Door: {@link io.kakou.models.own.OwnDetector}.
 *
 * <p>In: a card in JSON beside its ONNX file; pictures of any size. Out: {@link io.kakou.models.Detection}s with the card's words.
 *
 * <p>Do not touch: what the card says is checked against the file's hash and against what the model gives, before it is believed.
 */
@NullMarked
package io.kakou.models.own;

import org.jspecify.annotations.NullMarked;
