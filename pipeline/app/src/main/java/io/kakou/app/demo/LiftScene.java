package io.kakou.app.demo;

import io.kakou.app.demo.Story.Facing;
import io.kakou.app.demo.Story.Moment;
import io.kakou.app.demo.Story.Placed;
import io.kakou.app.demo.cabin.Cabin;
import io.kakou.app.demo.cabin.Spot;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws a moment of the lift as its camera sees it. One thread owns it. */
final class LiftScene implements Film.Painter {
    private static final Shape DOORWAY = doorway();
    private static final Shape GROUND = ground();

    private final Figures figures;
    private final Sensor sensor = new Sensor("LIFT 1");
    private final Backdrops backdrops = new Backdrops(DOORWAY.getBounds());

    LiftScene(Figures figures) {
        this.figures = figures;
    }

    /**
     * The picture at that second of the clip, 640×360, {@code TYPE_INT_RGB}; a new one at each call, the same for the
     * same second.
     */
    @Override
    public BufferedImage picture(double seconds) {
        Moment moment = Story.at(seconds);
        BufferedImage picture = backdrops.of(moment.doorOpen(), moment.storey());
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (Placed placed : moment.figures()) {
            draw(pen, placed);
        }
        pen.dispose();
        sensor.expose(picture, seconds);
        return picture;
    }

    private void draw(Graphics2D pen, Placed placed) {
        BufferedImage art = figures.of(placed.role());
        Point2D foot = Lens.pixel(placed.foot());
        Point2D head = Lens.pixel(placed.foot().plus(new Spot(0, placed.role().height(), 0)));
        double scale = foot.distance(head) / art.getHeight();
        AffineTransform place = AffineTransform.getTranslateInstance(foot.getX(), foot.getY());
        place.rotate(Math.atan2(head.getX() - foot.getX(), foot.getY() - head.getY()));
        place.scale(scale * across(placed), scale);
        pen.setClip(GROUND);
        shadow(pen, foot, art.getWidth() * scale);
        if (placed.foot().x() < Cabin.LENGTH) {
            reflection(pen, art, place);
        }
        pen.setClip(
                visible(placed.foot(), foot, foot.distance(head) / placed.role().height()));
        place.translate(-art.getWidth() / 2.0, -art.getHeight());
        pen.drawImage(art, place, null);
        pen.setClip(null);
    }

    /** How wide the art is drawn: a walker is narrower while the legs pass each other, and mirrored the other way. */
    private static double across(Placed placed) {
        return (0.72 + 0.28 * placed.stride()) * (placed.facing() == Facing.LEFT ? 1 : -1);
    }

    /**
     * What of a figure can be seen: all that is inside of the cabin, and through the door what is still outside. A
     * figure comes in along the cabin's length, its left side first.
     */
    private static Shape visible(Spot foot, Point2D pixel, double pixelsAMetre) {
        double inside = pixel.getX() + (Cabin.LENGTH - foot.x()) * pixelsAMetre;
        Area seen = new Area(GROUND);
        seen.add(new Area(new Rectangle2D.Double(0, 0, Math.max(0, inside), Lens.HEIGHT)));
        return seen;
    }

    private static void shadow(Graphics2D pen, Point2D foot, double width) {
        double across = width * 0.62;
        AffineTransform before = pen.getTransform();
        pen.translate(foot.getX(), foot.getY() - width * 0.02);
        pen.scale(across, across * 0.22);
        pen.setPaint(new RadialGradientPaint(0, 0, 1, new float[] {0, 0.6f, 1}, new Color[] {
            new Color(0, 0, 0, 120), new Color(0, 0, 0, 70), new Color(0, 0, 0, 0)
        }));
        pen.fill(new Ellipse2D.Double(-1, -1, 2, 2));
        pen.setTransform(before);
    }

    /** The polished floor shows a little of who stands on it. */
    private static void reflection(Graphics2D pen, BufferedImage art, AffineTransform foot) {
        AffineTransform mirrored = new AffineTransform(foot);
        mirrored.scale(1, -1);
        mirrored.translate(-art.getWidth() / 2.0, -art.getHeight());
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.05f));
        pen.drawImage(art, mirrored, null);
        pen.setComposite(AlphaComposite.SrcOver);
    }

    /** The cabin's floor and what is seen through the door: where shadows fall. */
    private static Shape ground() {
        Area ground = new Area(outline(
                new Spot(Cabin.LENGTH, 0, Cabin.WIDTH),
                new Spot(Cabin.LENGTH, 0, -0.6),
                new Spot(0, 0, -0.1),
                new Spot(0, 0, Cabin.WIDTH)));
        ground.add(new Area(DOORWAY));
        return ground;
    }

    private static Shape doorway() {
        return outline(
                new Spot(Cabin.LENGTH, 0, Cabin.DOOR_RIGHT),
                new Spot(Cabin.LENGTH, Cabin.DOOR_HEIGHT, Cabin.DOOR_RIGHT),
                new Spot(Cabin.LENGTH, Cabin.DOOR_HEIGHT, Cabin.DOOR_LEFT),
                new Spot(Cabin.LENGTH, 0, Cabin.DOOR_LEFT));
    }

    private static Shape outline(Spot... corners) {
        Path2D outline = new Path2D.Double();
        for (Spot corner : corners) {
            Point2D pixel = Lens.pixel(corner);
            if (outline.getCurrentPoint() == null) {
                outline.moveTo(pixel.getX(), pixel.getY());
            } else {
                outline.lineTo(pixel.getX(), pixel.getY());
            }
        }
        outline.closePath();
        return outline;
    }
}
