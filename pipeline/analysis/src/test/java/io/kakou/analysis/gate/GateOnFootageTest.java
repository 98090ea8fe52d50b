package io.kakou.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.models.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real cameras' pictures, a comparison a second, each change looked at. The bounds are what was seen, with room. */
class GateOnFootageTest {
    private static final Path FOOTAGE = Path.of("../../../shared/data/video");

    @ParameterizedTest(name = "{0}: {1} to {2} of the pictures are looked at")
    @CsvSource({
        "bgs/dataset/demo.avi, 0.7, 1",
        "bgs/dataset/video.avi, 0.7, 0.99",
        "street-traffic/input_video.mp4, 0.75, 0.95",
        "opencv-doc/vtest.avi, 0.9, 1",
        "intel-samples/one-by-one-person-detection.mp4, 0.35, 0.6",
        "intel-samples/car-detection.mp4, 0.4, 0.65"
    })
    void opens_for_what_moves(String name, double least, double most) throws Exception {
        Path file = FOOTAGE.resolve(name);
        assumeTrue(Files.exists(file), "needs data: " + FOOTAGE);

        double opened = openedShare(file);

        System.out.printf("gate: %s: %.0f %% of the pictures are looked at%n", name, 100 * opened);
        assertThat(opened).isBetween(least, most);
    }

    private static double openedShare(Path file) throws UnreadableVideo {
        Gate gate = new Gate(Gate.Settings.DEFAULT);
        GateState state = GateState.NEW;
        int compared = 0;
        int opened = 0;
        try (VideoFile video = VideoFile.open(file);
                Scaler scaler = new Scaler(new Size(300, 300))) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                if (frame.seconds() >= compared) {
                    GreyPicture picture = scaler.grey(frame);
                    Change change = gate.compare(state, picture);
                    state = gate.learn(change.changed() ? state.lookedAt(picture) : state, change);
                    compared++;
                    opened += change.changed() ? 1 : 0;
                }
            }
        }
        return opened / (double) compared;
    }
}
