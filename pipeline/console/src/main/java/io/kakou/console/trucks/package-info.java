/**
 * Trucks: permits and sites out of tables, positions from on board, and what was made of what was seen.
 *
 * <p>Doors: {@link io.kakou.console.trucks.TruckPapers}, {@link io.kakou.console.trucks.TruckVerdicts}, {@link
 * io.kakou.console.trucks.TruckPositions}.
 *
 * <p>In: tables, and the topics {@code truck-verdicts} and {@code truck-cases}. Out: rows, and the outbox.
 *
 * <p>Do not touch: a table is taken whole or not at all; what is no case is forgotten after a day.
 */
@NullMarked
package io.kakou.console.trucks;

import org.jspecify.annotations.NullMarked;
