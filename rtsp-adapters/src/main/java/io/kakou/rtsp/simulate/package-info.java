/**
 * A street of cameras that are not there: thousands from a few films, each with its own phase and clock, and with the
 * faults that real ones have.
 *
 * <p>Door: {@link io.kakou.rtsp.simulate.Simulator}.
 *
 * <p>In: films, a number of cameras, faults. Out: RTSP on one port, a path a camera.
 *
 * <p>Do not touch: a film is packetised once and kept once, whatever the number of cameras; the same seed gives the same
 * cameras the same faults.
 */
@NullMarked
package io.kakou.rtsp.simulate;

import org.jspecify.annotations.NullMarked;
