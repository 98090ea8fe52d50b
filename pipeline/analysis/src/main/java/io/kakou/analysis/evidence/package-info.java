/**
 * What an alert stands on, sealed: its clip, its picture, and a bundle by which it can be judged again years later.
 *
 * <p>Door: {@link io.kakou.analysis.evidence.EvidenceDesk}; {@link io.kakou.analysis.evidence.EvidenceReplay} reads
 * bundles.
 *
 * <p>In: a camera's access units and judgements. Out: alerts, once what they stand on is in the store.
 *
 * <p>Do not touch: a bundle alone is enough to judge again; an alert never waits for the store beyond its time.
 */
@NullMarked
package io.kakou.analysis.evidence;

import org.jspecify.annotations.NullMarked;
