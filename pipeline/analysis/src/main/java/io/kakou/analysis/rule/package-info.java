/**
 * What is an event: one class a rule, with its settings and its memory.
 *
 * <p>Door: {@link io.kakou.analysis.rule.EbikeInLift}.
 *
 * <p>In: a {@link io.kakou.analysis.rule.Scene} and the rule's memory. Out: the next memory and an alert, or none.
 *
 * <p>Do not touch: everything is a value; time is the scene's, durations are seconds.
 */
@NullMarked
package io.kakou.analysis.rule;

import org.jspecify.annotations.NullMarked;
