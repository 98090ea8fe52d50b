package io.kakou.analysis.decode;

/** What becomes of the filter in H.264 and H.265 that smooths the edges of coded blocks (ITU-T H.264 §8.7, H.265 §8.7). */
public enum Deblocking {
    /** As coded: the picture that the camera's encoder saw. */
    WHOLE,

    /**
     * Cheaper, for keyframes alone: blocks show, and pictures that refer to this one would drift away from what was
     * coded. Without effect on JPEG.
     */
    LEFT_OUT
}
