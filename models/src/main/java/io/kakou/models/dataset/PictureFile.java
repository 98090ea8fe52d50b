package io.kakou.models.dataset;

import io.kakou.models.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Still pictures in files: JPEG, PNG, GIF, BMP. */
public final class PictureFile {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "bmp");

    private PictureFile() {}

    /**
     * Reads one.
     *
     * @throws UnreadableDataset naming the file
     */
    public static Picture read(Path file) throws UnreadableDataset {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image != null) {
                return picture(image);
            }
        } catch (IOException e) {
            throw new UnreadableDataset(file + " cannot be read as a picture: " + e.getMessage(), e);
        }
        throw new UnreadableDataset(file + " is no picture; allowed: JPEG, PNG, GIF, BMP");
    }

    /** The pictures in a folder and the folders in it, by name. */
    public static List<Path> in(Path folder) throws UnreadableDataset {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(PictureFile::isNamedSo).sorted().toList();
        } catch (IOException e) {
            throw new UnreadableDataset(folder + " cannot be read; allowed: a folder of pictures", e);
        }
    }

    private static boolean isNamedSo(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
    }

    private static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        Picture picture = Picture.allocate(width, image.getHeight());
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * Picture.CHANNELS;
                picture.rgb()
                        .put(at, (byte) (row[x] >> 16))
                        .put(at + 1, (byte) (row[x] >> 8))
                        .put(at + 2, (byte) row[x]);
            }
        }
        return picture;
    }
}
