/**
 * RTP and RTCP (RFC 3550): packets, losses, and what time it was.
 *
 * <p>Door: {@link io.kakou.rtsp.rtp.RtpPacket} and {@link io.kakou.rtsp.rtp.RtpTimeline}.
 *
 * <p>In: payloads of interleaved frames. Out: packets, counts of what is missing, seconds and instants.
 *
 * <p>Do not touch: a bad packet is a null or a count, never an exception.
 */
@NullMarked
package io.kakou.rtsp.rtp;

import org.jspecify.annotations.NullMarked;
