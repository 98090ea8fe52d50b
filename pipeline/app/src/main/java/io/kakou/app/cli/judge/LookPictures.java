package io.kakou.app.cli.judge;

import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.watch.FileWatch;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.events.Camera;
import io.kakou.events.LabelledBox;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Writes looks as JPEG files, {@code <camera>-<frame>.jpg}. */
final class LookPictures {
    /** Larger pictures are for no screen; it also bounds the memory an 8K film takes. */
    private static final int LONGEST_SIDE = 1920;

    private final Path folder;
    private @Nullable Camera camera;

    LookPictures(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    void begin(Camera whose) {
        camera = whose;
    }

    void write(FileWatch.Seen seen, List<LabelledBox> boxes) {
        Camera of = Objects.requireNonNull(camera, "begin comes first");
        Path file = folder.resolve(of.id() + "-" + seen.judged().look().frame() + ".jpg");
        var zone = of.zones().isEmpty() ? null : of.zones().get(0);
        try (Scaler scaler = new Scaler(shown(seen.frame().size()))) {
            Picture picture = scaler.picture(seen.frame());
            if (!ImageIO.write(LookPainter.paint(picture, zone, boxes), "jpg", file.toFile())) {
                throw new IOException("no JPEG writer");
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Size shown(Size size) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(size.width(), size.height()));
        return new Size(Math.max(1, (int) Math.round(size.width() * scale)), Math.max(1, (int)
                Math.round(size.height() * scale)));
    }

    private static CommandFailure unwritable(Path path, IOException e) {
        return new CommandFailure("--picture " + path + " cannot be written: " + e.getMessage(), e);
    }
}
