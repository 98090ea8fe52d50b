package io.kakou.app.gate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.scaling.Stretch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A street's film with a truck laid over it, made three times as large, as a main stream would be, and a real plate laid on
 * the truck's front in the size that a plate of 44 cm has on a truck of 8 m. It is staged; its film is never kept.
 */
public final class StagedTruck {
    public static final Path DATA =
            Path.of("..", "..", "..", "shared", "data").toAbsolutePath().normalize();

    private static final int TIMES = 3;
    private static final double PLATE_SHARE = 0.44 / 8;
    private static final Size SIZE = new Size(640 * TIMES, 352 * TIMES);

    private final Map<Long, int[]> boxes = new HashMap<>();

    public StagedTruck() throws Exception {
        Path table = DATA.resolve("synth/truck-overlay-street.csv");
        assumeTrue(Files.exists(table), "needs data: " + table);
        List<String> lines = Files.readAllLines(table);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            boxes.put(Long.valueOf(cells[0]), new int[] {at(cells, 2), at(cells, 3), at(cells, 4), at(cells, 5)});
        }
    }

    private static int at(String[] cells, int column) {
        return TIMES * Integer.parseInt(cells[column]);
    }

    /** The film with this plate, every second frame of it. */
    public Path film(Path file, Picture plate) throws Exception {
        var coding = new VideoWriter.Settings(SIZE, 12, 6_000_000, 2);
        try (VideoFile street = VideoFile.open(DATA.resolve("synth/truck-overlay-street.mp4"));
                Scaler scaler = new Scaler(SIZE);
                VideoWriter writer = VideoWriter.create(file, coding)) {
            long number = 0;
            for (DecodedFrame frame = street.next(); frame != null; frame = street.next()) {
                if (number % 2 == 0) {
                    Picture picture = scaler.picture(frame);
                    int[] box = boxes.get(number);
                    if (box != null) {
                        paste(picture, plate, box);
                    }
                    writer.add(picture);
                }
                number++;
            }
            writer.finish();
        }
        return file;
    }

    /** On the truck's front, which is at the left of the film's truck. */
    private static void paste(Picture picture, Picture plate, int @Nullable [] truck) {
        if (truck == null) {
            return;
        }
        int width = (int) Math.max(4, Math.round(truck[2] * PLATE_SHARE));
        int height = Math.max(2, width * plate.height() / plate.width());
        Picture small = Picture.allocate(width, height);
        Stretch.into(small.rgb(), plate, new Size(width, height));
        int left = truck[0] + (int) (0.06 * truck[2]);
        int top = truck[1] + (int) (0.72 * truck[3]);
        byte[] row = new byte[width * Picture.CHANNELS];
        for (int y = 0; y < height && top + y < picture.height(); y++) {
            small.rgb().get(y * row.length, row);
            picture.rgb().put(((top + y) * picture.width() + left) * Picture.CHANNELS, row);
        }
    }
}
