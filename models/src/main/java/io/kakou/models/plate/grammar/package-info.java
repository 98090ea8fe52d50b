/**
 * What a Chinese number plate can say (GA 36-2018), and the likeliest such text for what a recogniser saw.
 *
 * <p>Doors: {@link io.kakou.models.plate.grammar.PlateGrammar}, {@link io.kakou.models.plate.grammar.GrammarDecoder}.
 *
 * <p>In: shares of signs by column. Out: texts that the grammar allows, with their shares.
 *
 * <p>Do not touch: what the grammar forbids is never said, however sure the recogniser is.
 */
@NullMarked
package io.kakou.models.plate.grammar;

import org.jspecify.annotations.NullMarked;
