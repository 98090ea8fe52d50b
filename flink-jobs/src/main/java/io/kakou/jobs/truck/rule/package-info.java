/**
 * What a truck that was seen is judged to be: permits, gates, routes and hours as of the time at which it was seen, the doubt
 * that a reading leaves, and what no one truck can have done.
 *
 * <p>Door: {@link io.kakou.jobs.truck.rule.TruckRule}.
 *
 * <p>In: {@link io.kakou.jobs.truck.rule.Papers} and a {@link io.kakou.jobs.truck.rule.Dossier}. Out: the next dossier and
 * {@link io.kakou.events.truck.TruckVerdict}s. Values and folds: no Flink, no clock.
 *
 * <p>Do not touch: where it is not known which truck it was, the judgement is unknown, never a violation.
 */
@NullMarked
package io.kakou.jobs.truck.rule;

import org.jspecify.annotations.NullMarked;
