package io.kakou.rtsp;

/** What a stream is coded in. */
public enum Codec {
    /** ITU-T H.264, Annex B byte stream. */
    H264("H.264"),
    /** ITU-T H.265, Annex B byte stream. */
    H265("H.265"),
    /** JFIF, each picture on its own (motion JPEG). */
    JPEG("MJPEG");

    private final String title;

    Codec(String title) {
        this.title = title;
    }

    /** As people and cameras' menus call it. */
    public String title() {
        return title;
    }
}
