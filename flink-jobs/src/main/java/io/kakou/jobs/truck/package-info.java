/**
 * The trucks' job: what cameras at gates and roads saw, and what terminals on board told, held against permits, gates, routes and
 * hours as of that moment.
 *
 * <p>Door: {@link io.kakou.jobs.truck.TruckComplianceJob}.
 *
 * <p>In: topics {@code sightings}, {@code alerts}, {@code positions}, {@code registry} and {@code cameras}. Out: {@code
 * truck-verdicts}, {@code truck-cases} and {@code alerts}, and what cannot be read or is refused.
 *
 * <p>Do not touch: uids; a verdict is no decision: a person of the enforcement seat (综合行政执法队) decides.
 */
@NullMarked
package io.kakou.jobs.truck;

import org.jspecify.annotations.NullMarked;
