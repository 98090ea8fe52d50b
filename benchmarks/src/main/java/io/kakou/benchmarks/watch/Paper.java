package io.kakou.benchmarks.watch;

import io.kakou.models.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Pictures that are drawn on. */
final class Paper {
    private Paper() {}

    /** The picture with something drawn onto it; it is another. */
    static Picture with(Picture picture, Consumer<Graphics2D> hand) {
        BufferedImage image = image(picture);
        draw(image, hand);
        return picture(image);
    }

    /** The picture as a mirror shows it; it is another. */
    static Picture mirrored(Picture picture) {
        int width = picture.width();
        return drawn(
                width, picture.height(), g -> g.drawImage(image(picture), width, 0, -width, picture.height(), null));
    }

    /**
     * A part of a picture that is as wide as it, in this film's size.
     *
     * @param top where the part begins, in pixels of the picture; it is as high as the shape asks for
     */
    static Picture part(Picture picture, int top) {
        int width = Montage.SIZE.width();
        int height = Montage.SIZE.height();
        int below = top + picture.width() * height / width;
        BufferedImage image = image(picture);
        return drawn(width, height, g -> g.drawImage(image, 0, 0, width, height, 0, top, picture.width(), below, null));
    }

    private static Picture drawn(int width, int height, Consumer<Graphics2D> hand) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(image, hand);
        return picture(image);
    }

    private static void draw(BufferedImage image, Consumer<Graphics2D> hand) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        hand.accept(g);
        g.dispose();
    }

    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.rgbAt(x, y));
            }
        }
        return image;
    }

    private static Picture picture(BufferedImage image) {
        Picture picture = Picture.allocate(image.getWidth(), image.getHeight());
        ByteBuffer rgb = picture.rgb();
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                rgb.put(at++, (byte) (colour >> 16))
                        .put(at++, (byte) (colour >> 8))
                        .put(at++, (byte) colour);
            }
        }
        return picture;
    }
}
