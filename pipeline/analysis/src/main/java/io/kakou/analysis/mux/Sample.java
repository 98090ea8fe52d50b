package io.kakou.analysis.mux;

/**
 * A coded picture on its way into a file. The bytes are shared, not copied: nobody changes them.
 *
 * @param seconds when it is shown, on the camera's timeline
 * @param keyframe whether decoding can begin here
 * @param annexB its NAL units behind start codes (ITU-T H.264 Annex B)
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy a frame would cost more than it guards.
public record Sample(double seconds, boolean keyframe, byte[] annexB) {}
