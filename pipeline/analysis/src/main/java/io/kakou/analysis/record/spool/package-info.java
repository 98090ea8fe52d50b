/**
 * From the network to the store over this machine's disk: an append-only spool, bounded, read back after a kill.
 *
 * <p>Door: {@link io.kakou.analysis.record.spool.FootageWriter}.
 *
 * <p>In: coded pictures, never waited for. Out: an object of about a minute in the store, a line in the index; or a gap.
 *
 * <p>Do not touch: one thread writes; a minute leaves the spool only when the index names it.
 */
@NullMarked
package io.kakou.analysis.record.spool;

import org.jspecify.annotations.NullMarked;
