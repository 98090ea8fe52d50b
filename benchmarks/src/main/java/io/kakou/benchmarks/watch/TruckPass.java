package io.kakou.benchmarks.watch;

import io.kakou.events.EventKind;
import io.kakou.models.Picture;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A truck that was cut out of a photograph and drives down the lane of the street-traffic clip, at a constant speed and as
 * large as the clip's own cars make it: from 35 pixels across to more than the picture shows.
 *
 * @param sizes of the truck, each half of the one before
 * @param at when it is first wide enough for a person to tell what it is, in seconds of the film
 * @param seconds from then until it has left the picture
 */
record TruckPass(List<BufferedImage> sizes, double at, double seconds) implements Montage.Touch {
    /** The lane's horizon in the picture; how far below it wheels stand is how near they are. */
    private static final double HORIZON = 108;
    /** The lane: where it is at the horizon, and how far right for each pixel below it. */
    private static final double LANE = 165;

    private static final double SLANT = 1.35;
    /** How wide a truck is for each pixel below the horizon; the clip's cars are 0.9. */
    private static final double WIDTH = 1.25;
    /** Pixels below the horizon: where it comes out behind the trees, where it is 60 across, and where it has left. */
    private static final double COMES = 28;

    private static final double TOLD = 48;
    private static final double GONE = 655;
    private static final double FADE_SECONDS = 0.3;
    private static final int SHADOWS = 6;

    TruckPass {
        sizes = List.copyOf(sizes);
    }

    /**
     * Reads one.
     *
     * @param cutout a picture of a truck, seen from before it and driving right, on nothing
     */
    static TruckPass of(Path cutout, double at, double seconds) throws IOException {
        BufferedImage image = ImageIO.read(cutout.toFile());
        if (image == null) {
            throw new IOException(cutout + " is no picture");
        }
        List<BufferedImage> sizes = new ArrayList<>();
        for (BufferedImage size = cropped(image); size.getWidth() > 30; size = half(size)) {
            sizes.add(size);
        }
        return new TruckPass(sizes, at, seconds);
    }

    /** The same truck, driving left. */
    TruckPass turned() {
        return new TruckPass(sizes.stream().map(TruckPass::mirrored).toList(), at, seconds);
    }

    Planted planted() {
        return new Planted(EventKind.MUCK_TRUCK, at, at + seconds);
    }

    @Override
    public Picture on(Picture picture, double filmSeconds) {
        double below = below(filmSeconds);
        return below < COMES || below > GONE ? picture : Paper.with(picture, g -> paint(g, below, filmSeconds));
    }

    /** How far below the horizon its wheels are: what is left of the way shrinks evenly. */
    private double below(double filmSeconds) {
        double far = 1 / TOLD + (1 / GONE - 1 / TOLD) * (filmSeconds - at) / seconds;
        return far <= 1 / GONE ? GONE + 1 : 1 / far;
    }

    private void paint(Graphics2D g, double below, double filmSeconds) {
        double comes = at - seconds * (1 / COMES - 1 / TOLD) / (1 / TOLD - 1 / GONE);
        float opaque = (float) Math.min(1, (filmSeconds - comes) / FADE_SECONDS);
        double width = WIDTH * below;
        double x = LANE + SLANT * below - width / 2;
        double y = HORIZON + below;
        BufferedImage size = sizes.get(0);
        for (BufferedImage smaller : sizes) {
            size = smaller.getWidth() >= width ? smaller : size;
        }
        double height = width * size.getHeight() / size.getWidth();
        shadow(g, x, y, width);
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, Math.max(0, opaque)));
        g.drawImage(size, (int) x, (int) (y - height), (int) width, (int) height, null);
    }

    private static void shadow(Graphics2D g, double x, double y, double width) {
        g.setColor(new Color(0, 0, 0, 28));
        for (int i = 0; i < SHADOWS; i++) {
            double out = width * (0.08 - 0.03 * i);
            double high = width * (0.16 - 0.02 * i);
            g.fill(new Ellipse2D.Double(x - out, y - 0.65 * high, width + 2 * out, high));
        }
    }

    private static BufferedImage cropped(BufferedImage image) {
        int left = image.getWidth();
        int right = 0;
        int top = image.getHeight();
        int bottom = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 > 128) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        BufferedImage truck = new BufferedImage(right - left + 1, bottom - top + 1, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = truck.createGraphics();
        g.drawImage(image, -left, -top, null);
        g.dispose();
        return truck;
    }

    private static BufferedImage half(BufferedImage image) {
        return drawn(image, image.getWidth() / 2, image.getHeight() / 2, 1);
    }

    private static BufferedImage mirrored(BufferedImage image) {
        return drawn(image, image.getWidth(), image.getHeight(), -1);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, int sign) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = drawn.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, sign < 0 ? width : 0, 0, sign * width, height, null);
        g.dispose();
        return drawn;
    }
}
