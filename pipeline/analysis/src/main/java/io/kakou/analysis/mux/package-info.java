/**
 * Coded pictures to fragmented MP4 (CMAF, ISO/IEC 23000-19) without coding them again.
 *
 * <p>Door: {@link io.kakou.analysis.mux.Fragmenter}.
 *
 * <p>In: {@link io.kakou.analysis.mux.Sample} in the order of decoding. Out: an {@link io.kakou.analysis.mux.InitSegment}
 * and {@link io.kakou.analysis.mux.Fragment fragments}.
 *
 * <p>Do not touch: pure functions of bytes; no native code, no threads, no clock.
 */
@NullMarked
package io.kakou.analysis.mux;

import org.jspecify.annotations.NullMarked;
