package io.kakou.rtsp.serve;

/**
 * One coded picture to be served.
 *
 * @param seconds when it is to be shown; where pictures are reordered, units come in decoding order and this steps back
 * @param keyframe whether decoding can begin here
 * @param annexB NAL units behind start codes of three or four bytes; handed over
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy a frame would cost more than it guards.
public record StreamUnit(double seconds, boolean keyframe, byte[] annexB) {
    public StreamUnit {
        if (!Double.isFinite(seconds)) {
            throw new IllegalArgumentException("a unit's seconds " + seconds + "; allowed: finite numbers");
        }
    }
}
