package io.kakou.app.cli.models;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.events.LabelledBox;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A folder of the mistakes as pictures, the worst first by name, with what was seen drawn in. */
final class MistakePictures {
    private static final Color LINE = new Color(255, 64, 48);

    private final Path folder;

    MistakePictures(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailure("--mistakes " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    void write(Path file, StillAnswer answer) {
        double wrongBy = Math.abs(answer.score() - StillAnswer.FIRES);
        String kind = answer.fires() ? "false-fire" : "missed";
        String name = String.format(Locale.ROOT, "%s-%.3f-%s.png", kind, wrongBy, file.getFileName());
        try {
            ImageIO.write(drawn(file, answer), "png", folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new CommandFailure("--mistakes " + folder.resolve(name) + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static BufferedImage drawn(Path file, StillAnswer answer) throws IOException {
        BufferedImage read = ImageIO.read(file.toFile());
        BufferedImage image = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.drawImage(read, 0, 0, null);
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(2));
        for (LabelledBox box : answer.boxes()) {
            int x = (int) Math.round(box.left() * image.getWidth());
            int y = (int) Math.round(box.top() * image.getHeight());
            int width = (int) Math.round((box.right() - box.left()) * image.getWidth());
            int height = (int) Math.round((box.bottom() - box.top()) * image.getHeight());
            pen.drawRect(x, y, width, height);
            pen.drawString(String.format(Locale.ROOT, "%s %.2f", box.label(), box.score()), x + 4, y + 14);
        }
        pen.dispose();
        return image;
    }
}
