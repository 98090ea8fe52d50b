package io.kakou.console.task;

import io.kakou.console.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A photo as it is taken from a phone: a JPEG (ITU-T T.81) that decodes, of bounded size, without what its camera wrote
 * beside the picture.
 */
public final class JpegPhoto {
    public static final int MOST_BYTES = 5 << 20;

    private static final int LONGEST_SIDE = 12_000;
    private static final long MOST_PIXELS = 64_000_000;

    /** What is decoded to see that it can be: enough rows of every part, in little memory. */
    private static final int TRIED_SIDE = 640;

    private static final int START_OF_SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    private JpegPhoto() {}

    /**
     * The photo without EXIF (where, when, whose camera), XMP and comments.
     *
     * @throws Refusal where it is no such photo
     */
    public static byte[] checked(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Refusal.tooLarge("the photo has " + file.length + " bytes; allowed: up to " + MOST_BYTES);
        }
        if (file.length < 4 || (file[0] & 0xFF) != 0xFF || (file[1] & 0xFF) != 0xD8 || (file[2] & 0xFF) != 0xFF) {
            throw no("does not begin as one");
        }
        byte[] bare = bare(file);
        decode(bare);
        return bare;
    }

    private static void decode(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                decode(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            // The decoder throws what it likes at what is broken.
            throw no("does not decode");
        }
    }

    private static void decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw Refusal.badField(
                    "photo",
                    "the photo is " + width + "×" + height + "; allowed: up to " + LONGEST_SIDE + " a side and "
                            + MOST_PIXELS + " pixels");
        }
        ImageReadParam few = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / TRIED_SIDE);
        few.setSourceSubsampling(step, step, 0, 0);
        if (reader.read(0, few).getWidth() < 1) {
            throw no("has no pixels");
        }
    }

    /** Segments up to the first scan, those left out that are about the picture and not of it (T.81 B.1.1.4). */
    private static byte[] bare(byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, 2);
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                // A fill byte.
                at++;
                continue;
            }
            int length = (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
            if (marker == START_OF_SCAN) {
                out.write(file, at, file.length - at);
                return out.toByteArray();
            }
            if (length < 2 || at + 2 + length > file.length) {
                throw no("breaks off");
            }
            if (!isAbout(marker)) {
                out.write(file, at, 2 + length);
            }
            at += 2 + length;
        }
        throw no("has no picture in it");
    }

    /** APP0 (JFIF) and APP14 (Adobe's colour transform) say how to decode; the others do not. */
    private static boolean isAbout(int marker) {
        boolean application = marker > APP0 && marker <= APP15 && marker != APP14;
        return application || marker == COMMENT;
    }

    private static Refusal no(String why) {
        return Refusal.badField("photo", "the file is no photo: it " + why + "; allowed: a JPEG");
    }
}
