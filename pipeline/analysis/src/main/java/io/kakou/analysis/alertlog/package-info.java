/**
 * Alerts on this machine's disk before anybody is told: what was acknowledged outlives a kill, a power cut and a broker
 * that is away.
 *
 * <p>Door: {@link io.kakou.analysis.alertlog.AlertSpool} and {@link io.kakou.analysis.alertlog.AlertRelay}.
 *
 * <p>In: alerts, from many threads. Out: the same in order to an {@link io.kakou.analysis.alertlog.AlertSink}, each at
 * least once; readers know repeats by the alert's id.
 *
 * <p>Do not touch: {@code append} returns after the disk has it, never before.
 */
@NullMarked
package io.kakou.analysis.alertlog;

import org.jspecify.annotations.NullMarked;
