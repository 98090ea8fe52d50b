/**
 * Where a camera's streams are, by asking it: ONVIF Profile S and T.
 *
 * <p>Door: {@link io.kakou.rtsp.onvif.OnvifCamera}.
 *
 * <p>In: an address and credentials. Out: {@link io.kakou.rtsp.onvif.OnvifStreams}, or why not in one line.
 *
 * <p>Do not touch: a password goes only to the host that a person named, and never in the clear; what a camera answers is
 * bounded in size and depth, and its XML may define nothing.
 */
@NullMarked
package io.kakou.rtsp.onvif;

import org.jspecify.annotations.NullMarked;
