package io.kakou.analysis.mux;

import io.kakou.rtsp.Codec;

/**
 * A coded picture on its way into a file. The bytes are shared, not copied: nobody changes them.
 *
 * @param codec how the bytes are coded
 * @param seconds when it is shown, on the camera's timeline
 * @param keyframe whether decoding can begin here
 * @param coded as in {@link io.kakou.rtsp.AccessUnit}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy a frame would cost more than it guards.
public record Sample(Codec codec, double seconds, boolean keyframe, byte[] coded) {
    /** As a file holds it. */
    byte[] stored() {
        return switch (codec) {
            case H264, H265 -> NalUnits.behindLengths(coded);
            case JPEG -> coded;
        };
    }
}
