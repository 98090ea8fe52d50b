/**
 * Muck trucks in the contract: papers, sites, positions from on board, and what was made of them.
 *
 * <p>Door: the records themselves.
 *
 * <p>In: what offices and on-board terminals say. Out: topics {@code registry}, {@code positions}, {@code
 * truck-verdicts} and {@code truck-cases}.
 *
 * <p>Do not touch: as of {@link io.kakou.events}: fields are only added, with defaults.
 */
@NullMarked
package io.kakou.events.truck;

import org.jspecify.annotations.NullMarked;
