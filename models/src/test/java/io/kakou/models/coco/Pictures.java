package io.kakou.models.coco;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.models.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Pictures for tests: from files beside the work tree, where they are, and made up. */
public final class Pictures {
    private static final Path DATA =
            Path.of("..", "..", "shared", "data").toAbsolutePath().normalize();

    private Pictures() {}

    /** A folder of the shared data; a clone has none and skips. */
    public static Path folder(String name) {
        Path folder = DATA.resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "needs data: " + folder);
        return folder;
    }

    public static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(jpg|jpeg|png)"))
                    .sorted()
                    .toList();
        }
    }

    public static Picture read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return drawn(image.getWidth(), image.getHeight(), image::getRGB);
    }

    /** A picture from a formula that gives 0xRRGGBB. */
    public static Picture drawn(int width, int height, Formula formula) {
        Picture picture = Picture.allocate(width, height);
        for (int i = 0; i < width * height; i++) {
            int rgb = formula.at(i % width, i / width);
            picture.rgb().put(3 * i, (byte) (rgb >> 16));
            picture.rgb().put(3 * i + 1, (byte) (rgb >> 8));
            picture.rgb().put(3 * i + 2, (byte) rgb);
        }
        return picture;
    }

    /** A colour as 0xRRGGBB for a place. */
    @FunctionalInterface
    public interface Formula {
        int at(int x, int y);
    }
}
