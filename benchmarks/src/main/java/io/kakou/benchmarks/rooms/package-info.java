/**
 * What the rooms' job holds: how soon an alert is an incident, how many a second, and how true its clock runs.
 *
 * <p>Door: {@link io.kakou.benchmarks.rooms.RoomsBench}.
 *
 * <p>In: a cluster of separate processes, and alerts generated here. Out: figures.
 *
 * <p>Do not touch: everything is timed at a reader of the log, in the process that sent: one clock, and nothing left out.
 */
@NullMarked
package io.kakou.benchmarks.rooms;

import org.jspecify.annotations.NullMarked;
