package io.kakou.app.cli.models;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.models.Picture;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Films as pictures, a frame every two seconds, in a folder of its own that goes with this. */
final class FilmFrames implements AutoCloseable {
    private static final double EVERY_SECONDS = 2;

    private final Path scratch;

    FilmFrames() throws IOException {
        this.scratch = Files.createTempDirectory("kakou-frames");
    }

    /** The frames of those sources of a table that are films, by source. */
    Map<String, Path> of(Path data, Table sources) throws UnreadableDataset, IOException {
        Map<String, Path> folders = new HashMap<>();
        for (Table.Row row : sources.rows()) {
            Path film = data.resolve(row.get("folder"));
            if (Files.isRegularFile(film)) {
                Path folder = Files.createDirectories(scratch.resolve(row.get("source")));
                write(film, folder, row);
                folders.put(row.get("source"), folder);
            }
        }
        return folders;
    }

    private static void write(Path film, Path folder, Table.Row row) throws UnreadableDataset, IOException {
        double due = 0;
        try (VideoFile video = VideoFile.open(film)) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                if (frame.seconds() >= due) {
                    due = frame.seconds() + EVERY_SECONDS;
                    write(frame, folder.resolve(String.format(Locale.ROOT, "%06d.png", frame.number())));
                }
            }
        } catch (UnreadableVideo e) {
            throw row.refused("folder", "a folder of pictures, or a film (" + e.getMessage() + ")");
        }
    }

    private static void write(DecodedFrame frame, Path file) throws IOException {
        try (Scaler scaler = new Scaler(frame.size())) {
            Picture picture = scaler.picture(frame);
            BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    image.setRGB(x, y, picture.rgbAt(x, y));
                }
            }
            ImageIO.write(image, "png", file.toFile());
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(scratch)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the frames stay in " + scratch, e);
        }
    }
}
