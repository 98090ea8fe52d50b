package io.kakou.rtsp.sdp;

/**
 * How large a description says that pictures are.
 *
 * @param width pixels, 0 where it does not say
 * @param height likewise
 */
public record PictureSize(int width, int height) {
    static final PictureSize UNSAID = new PictureSize(0, 0);

    private static final int MOST = 65_535;

    /** Reads {@code 2560,1440} of {@code a=x-dimensions}; what is no size is none. */
    static PictureSize parse(String text) {
        String[] parts = text.split(",", -1);
        int width = parts.length == 2 ? MediaLines.number(parts[0].strip(), 0) : 0;
        int height = parts.length == 2 ? MediaLines.number(parts[1].strip(), 0) : 0;
        return width > 0 && height > 0 && Math.max(width, height) <= MOST ? new PictureSize(width, height) : UNSAID;
    }
}
