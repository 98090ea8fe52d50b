/**
 * From RTP payloads to whole coded pictures: RFC 6184 for H.264, RFC 7798 for H.265, RFC 2435 for JPEG.
 *
 * <p>Door: {@link io.kakou.rtsp.codec.Depacketizer}.
 *
 * <p>In: RTP packets in order, and where some are missing. Out: {@link io.kakou.rtsp.codec.CodedPicture}.
 *
 * <p>Do not touch: nothing a camera sends makes it throw or grow past its bound.
 */
@NullMarked
package io.kakou.rtsp.codec;

import org.jspecify.annotations.NullMarked;
