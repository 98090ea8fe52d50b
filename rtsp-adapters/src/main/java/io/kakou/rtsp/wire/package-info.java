/**
 * What goes over the wire: interleaved frames, RTSP messages as Netty has them, and who may ask.
 *
 * <p>Door: {@link io.kakou.rtsp.wire.RtspPipeline}.
 *
 * <p>In: bytes of one TCP connection. Out: {@link io.kakou.rtsp.wire.InterleavedFrame} and Netty's full RTSP messages.
 *
 * <p>Do not touch: frames are split off before Netty's decoder, which would take them for a broken message.
 */
@NullMarked
package io.kakou.rtsp.wire;

import org.jspecify.annotations.NullMarked;
