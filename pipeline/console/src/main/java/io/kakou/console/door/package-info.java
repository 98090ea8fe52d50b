/**
 * The analysis process's internal door: latest pictures, live streams, the check of an address.
 *
 * <p>Door: {@link io.kakou.console.door.AnalysisDoor}.
 *
 * <p>In: a camera's id. Out: what the door streams, as it comes.
 *
 * <p>Do not touch: its token goes nowhere else.
 */
@NullMarked
package io.kakou.console.door;

import org.jspecify.annotations.NullMarked;
