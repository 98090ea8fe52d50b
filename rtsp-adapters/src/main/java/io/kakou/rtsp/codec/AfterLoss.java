package io.kakou.rtsp.codec;

/** What is given out after a packet was lost. Torn pictures themselves never are. */
public enum AfterLoss {
    /** Nothing until the next keyframe: what is given out always decodes cleanly. The default. */
    WAIT_FOR_KEYFRAME,
    /** The next whole picture, though the decoder lacks what it refers to: for a live view that must move on. */
    GO_ON
}
