/**
 * What colours somebody wears, in words, robust to the light of the place.
 *
 * <p>Door: {@link io.kakou.analysis.clothing.Garments}.
 *
 * <p>In: a picture and a person's box. Out: shares of named colours, above and below.
 *
 * <p>Do not touch: pure; no model, no threshold by camera. Colours are named as people name them, and nothing else of the person.
 */
@NullMarked
package io.kakou.analysis.clothing;

import org.jspecify.annotations.NullMarked;
