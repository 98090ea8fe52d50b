/**
 * What is known of a model: one JSON file beside its ONNX.
 *
 * <p>Door: {@link io.kakou.models.card.ModelCard}.
 *
 * <p>In: a card's file. Out: the model's name, hash, threshold, figures and sources.
 *
 * <p>Do not touch: a card whose hash is not its file's is refused; fields are only added.
 */
@NullMarked
package io.kakou.models.card;

import org.jspecify.annotations.NullMarked;
