package io.kakou.console.task;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a QR code (ISO/IEC 18004, level M), to be drawn as an SVG path on white with a margin of four.
 *
 * @param size modules a side, without the margin
 * @param path the dark modules, one unit each
 */
public record QrCode(int size, String path) {
    private static final int DARK = 1;

    /**
     * Of a short text.
     *
     * @throws IllegalArgumentException where it is longer than a code holds
     */
    public static QrCode of(String text) {
        try {
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(matrix.getWidth(), path(matrix));
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "a text of " + text.length() + " characters; allowed: what a code holds", e);
        }
    }

    private static String path(ByteMatrix matrix) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == DARK) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
