package io.kakou.app.demo.street;

import io.kakou.app.demo.Figures;
import io.kakou.app.demo.Film;
import io.kakou.app.demo.Sensor;
import io.kakou.app.demo.cabin.Light;
import io.kakou.app.demo.cabin.Spot;
import io.kakou.app.demo.street.Traffic.Placed;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Draws a moment of the street as one of its cameras sees it. One thread owns it. */
final class StreetScene implements Film.Painter {
    /** Lines of sight through a pixel, each way. */
    private static final int SAMPLES = 3;

    private final View view;
    private final Figures figures;
    private final Sensor sensor;
    private final int[] backdrop;

    StreetScene(View view, Figures figures, String name) {
        this.view = view;
        this.figures = figures;
        this.sensor = new Sensor(name);
        this.backdrop = new int[View.WIDTH * View.HEIGHT];
        Arrays.parallelSetAll(backdrop, this::still);
    }

    @Override
    public BufferedImage picture(double seconds) {
        var picture = new BufferedImage(View.WIDTH, View.HEIGHT, BufferedImage.TYPE_INT_RGB);
        picture.getRaster().setDataElements(0, 0, View.WIDTH, View.HEIGHT, backdrop);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (Placed placed : Traffic.at(seconds, view)) {
            draw(pen, placed);
        }
        pen.dispose();
        sensor.expose(picture, seconds);
        return picture;
    }

    private void draw(Graphics2D pen, Placed placed) {
        BufferedImage art = figures.of(placed.role());
        Spot spot = new Spot(placed.x(), 0, placed.z());
        Point2D foot = view.pixel(spot);
        Point2D head = view.pixel(spot.plus(new Spot(0, placed.role().height(), 0)));
        double scale = foot.distance(head) / art.getHeight();
        shadow(pen, foot, art.getWidth() * scale);
        double across = (0.8 + 0.2 * placed.stride()) * (placed.facesRight() ? -1 : 1);
        AffineTransform place = AffineTransform.getTranslateInstance(foot.getX(), foot.getY());
        place.scale(scale * across, scale);
        place.translate(-art.getWidth() / 2.0, -art.getHeight());
        pen.drawImage(art, place, null);
    }

    private static void shadow(Graphics2D pen, Point2D foot, double width) {
        double across = width * 0.58;
        AffineTransform before = pen.getTransform();
        pen.translate(foot.getX() + width * 0.05, foot.getY() - width * 0.015);
        pen.scale(across, Math.max(3, across * 0.14));
        pen.setPaint(new RadialGradientPaint(0, 0, 1, new float[] {0, 0.6f, 1}, new Color[] {
            new Color(0, 0, 0, 130), new Color(0, 0, 0, 75), new Color(0, 0, 0, 0)
        }));
        pen.fill(new Ellipse2D.Double(-1, -1, 2, 2));
        pen.setTransform(before);
    }

    private int still(int index) {
        int column = index % View.WIDTH;
        int row = index / View.WIDTH;
        Light sum = Light.grey(0);
        for (int down = 0; down < SAMPLES; down++) {
            for (int across = 0; across < SAMPLES; across++) {
                double x = column + (across + 0.5) / SAMPLES;
                double y = row + (down + 0.5) / SAMPLES;
                sum = sum.plus(Street.seen(view.eye(), view.ray(x, y)));
            }
        }
        return sum.times(1.0 / (SAMPLES * SAMPLES)).rgb();
    }
}
