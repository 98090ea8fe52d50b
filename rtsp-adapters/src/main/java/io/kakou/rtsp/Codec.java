package io.kakou.rtsp;

/** What a stream is coded in. */
public enum Codec {
    /** ITU-T H.264, Annex B byte stream. */
    H264
}
