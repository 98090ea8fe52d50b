/**
 * Heads: small models of our own that judge the maps of the stock detector's backbone.
 *
 * <p>Door: {@link io.kakou.models.head.Head}.
 *
 * <p>In: a head's ONNX file and its card, from the program or a folder. Out: numbers for a map.
 *
 * <p>Do not touch: a head whose hash is not the card's does not start; what a card says of a head holds for that head alone.
 */
@NullMarked
package io.kakou.models.head;

import org.jspecify.annotations.NullMarked;
