/**
 * A camera of our own: serves H.264 or H.265 that the caller reads from somewhere, over RTP, interleaved in RTSP or by UDP.
 *
 * <p>Door: {@link io.kakou.rtsp.serve.RtspServer}.
 *
 * <p>In: {@link io.kakou.rtsp.serve.StreamSource} by path. Out: RTSP on a port, to as many clients as ask.
 *
 * <p>Do not touch: nothing is re-encoded, and RTP timestamps are the source's own times by 90 kHz.
 */
@NullMarked
package io.kakou.rtsp.serve;

import org.jspecify.annotations.NullMarked;
