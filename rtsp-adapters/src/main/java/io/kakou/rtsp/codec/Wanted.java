package io.kakou.rtsp.codec;

/** Which of a camera's pictures somebody has a use for now. */
public enum Wanted {
    EVERY_PICTURE,
    /**
     * Those where decoding can begin. The others are passed over before they are put together, up to the next keyframe:
     * of a street's 39,000 pictures a second that is most of the work.
     */
    KEYFRAMES
}
