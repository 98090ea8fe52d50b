package io.kakou.analysis.evidence;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.models.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Frames as pictures for people: clean, at the size they were seen. */
public final class Jpeg {
    /** Higher: no difference a person sees, and half as much again to store. */
    private static final float QUALITY = 0.9f;

    private Jpeg() {}

    /** At the size it was seen, with nothing drawn on it. */
    public static byte[] of(DecodedFrame frame) {
        try (Scaler scaler = new Scaler(frame.size())) {
            return of(scaler.picture(frame));
        }
    }

    /** A picture as it is. */
    public static byte[] of(Picture picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image(picture), null, null), quality);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The image type keeps blue first. */
    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < bgr.length; i += Picture.CHANNELS) {
            bgr[i] = picture.rgb().get(i + 2);
            bgr[i + 1] = picture.rgb().get(i + 1);
            bgr[i + 2] = picture.rgb().get(i);
        }
        return image;
    }
}
