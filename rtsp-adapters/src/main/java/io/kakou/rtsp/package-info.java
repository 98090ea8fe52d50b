/**
 * Cameras to access units: RTSP 1.0 (RFC 2326) over Netty, and a camera of our own that serves files.
 *
 * <p>Door: {@link io.kakou.rtsp.RtspCamera}.
 *
 * <p>In: an address and credentials. Out: {@link io.kakou.rtsp.AccessUnit}, state by stage.
 *
 * <p>Do not touch: this is a leaf; it knows no other module and no decoder.
 */
@NullMarked
package io.kakou.rtsp;

import org.jspecify.annotations.NullMarked;
