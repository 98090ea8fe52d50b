/**
 * What is looked at: a look, how far it went, the log of looks, and the planner that chooses.
 *
 * <p>Door: {@link io.kakou.analysis.look.Planner}.
 *
 * <p>In: a camera's timeline, what the gate saw, what the judge still needs. Out: {@link io.kakou.analysis.look.Look}
 * and a line of {@link io.kakou.analysis.look.LookLog} each.
 *
 * <p>Do not touch: the log alone must be enough to look again exactly so; what is not in it must not matter.
 */
@NullMarked
package io.kakou.analysis.look;

import org.jspecify.annotations.NullMarked;
