package io.kakou.app.cli.judge;

import io.kakou.analysis.track.TrackerSettings;
import io.kakou.events.LabelledBox;
import io.kakou.events.Zone;
import io.kakou.models.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A look's picture with the zone and the boxes drawn on it; doubtful boxes thin and without a word. */
final class LookPainter {
    private static final Color ZONE = new Color(255, 255, 255, 160);
    private static final Color TWO_WHEELER = new Color(255, 64, 48);
    private static final Color PERSON = new Color(64, 200, 255);
    private static final Color OTHER = new Color(255, 208, 64);

    private LookPainter() {}

    static BufferedImage paint(Picture picture, @Nullable Zone zone, List<LabelledBox> boxes) {
        BufferedImage image = image(picture);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            float line = Math.max(1, image.getHeight() / 240f);
            pen.setStroke(new BasicStroke(line));
            pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.max(10, image.getHeight() / 30)));
            if (zone != null) {
                outline(pen, image, zone);
            }
            boxes.forEach(box -> box(pen, image, box));
        } finally {
            pen.dispose();
        }
        return image;
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

    private static void outline(Graphics2D pen, BufferedImage image, Zone zone) {
        Path2D path = new Path2D.Double();
        for (var corner : zone.corners()) {
            double x = corner.x() * image.getWidth();
            double y = corner.y() * image.getHeight();
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        pen.setColor(ZONE);
        pen.draw(path);
    }

    private static void box(Graphics2D pen, BufferedImage image, LabelledBox box) {
        boolean sure = box.score() >= TrackerSettings.DEFAULT.sureScore();
        BasicStroke line = (BasicStroke) pen.getStroke();
        int x = (int) Math.round(box.left() * image.getWidth());
        int y = (int) Math.round(box.top() * image.getHeight());
        int width = (int) Math.round((box.right() - box.left()) * image.getWidth());
        int height = (int) Math.round((box.bottom() - box.top()) * image.getHeight());
        pen.setColor(colour(box.label()));
        pen.setStroke(sure ? line : new BasicStroke(line.getLineWidth() / 2));
        pen.drawRect(x, y, width, height);
        pen.setStroke(line);
        if (sure) {
            caption(pen, box, x, y);
        }
    }

    private static void caption(Graphics2D pen, LabelledBox box, int x, int y) {
        String caption = String.format(Locale.ROOT, "%s %.2f", box.label(), box.score());
        var metrics = pen.getFontMetrics();
        int bottom = Math.max(y, metrics.getHeight());
        pen.fillRect(x, bottom - metrics.getHeight(), metrics.stringWidth(caption) + 6, metrics.getHeight());
        pen.setColor(Color.BLACK);
        pen.drawString(caption, x + 3, bottom - metrics.getDescent());
    }

    private static Color colour(String label) {
        return switch (label) {
            case "e-bike", "plain-bicycle", "bicycle", "motorcycle" -> TWO_WHEELER;
            case "person" -> PERSON;
            default -> OTHER;
        };
    }
}
