/**
 * Footage: what cameras show, kept by the minute, with an index that says what is there and what is missing.
 *
 * <p>Door: {@link io.kakou.analysis.record.StoredFootage} to read, {@link io.kakou.analysis.record.FootageDesk} to record.
 *
 * <p>In: coded pictures as they come. Out: fragmented MP4 by the minute in the store, and the same pictures again.
 *
 * <p>Do not touch: nothing that a network thread calls waits; what is not kept is a gap that says why.
 */
@NullMarked
package io.kakou.analysis.record;

import org.jspecify.annotations.NullMarked;
