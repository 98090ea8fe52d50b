package io.kakou.benchmarks.endure;

import io.kakou.benchmarks.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Films of few bits, so that an hour of a street fits on a disk: 25 pictures a second, a keyframe every two seconds. */
final class EndureFilms {
    static final double PICTURES_A_SECOND = 25;

    private static final List<String> REAL = List.of(
            "video/opencv-doc/vtest.avi",
            "video/street-traffic/input_video.mp4",
            "video/intel-samples/one-by-one-person-detection.mp4");
    private static final double SECONDS = 40;
    private static final double OTHER_SECONDS = 20;

    private final Path folder;
    private final Path data;
    private final int kilobits;
    private final Consumer<String> said;

    /** What cameras show: the films one after the other; {@code other} is of another size. */
    record Films(List<Path> usual, Path first, Path other) {
        Films {
            usual = List.copyOf(usual);
        }
    }

    /**
     * @param folder takes the films, and keeps them for the next time
     * @param data the folder of real footage; need not be there
     * @param kilobits a second, on average
     */
    EndureFilms(Path folder, Path data, int kilobits, Consumer<String> said) {
        this.folder = folder;
        this.data = data;
        this.kilobits = kilobits;
        this.said = said;
    }

    Films make() throws IOException, InterruptedException {
        List<List<String>> inputs = inputs();
        List<Path> usual = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            usual.add(coded("film-" + i, inputs.get(i), "640:360", SECONDS));
        }
        return new Films(
                usual,
                coded("size-640", inputs.get(0), "640:360", OTHER_SECONDS),
                coded("size-352", inputs.get(0), "352:288", OTHER_SECONDS));
    }

    private List<List<String>> inputs() {
        List<List<String>> inputs = new ArrayList<>();
        for (String each : REAL) {
            Path file = data.resolve(each);
            if (Files.isReadable(file)) {
                inputs.add(List.of("-stream_loop", "-1", "-i", file.toString()));
            }
        }
        if (inputs.isEmpty()) {
            said.accept("there is no real footage beside the project: cameras show a test picture");
            inputs.add(List.of("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25"));
        }
        return inputs;
    }

    private Path coded(String name, List<String> input, String size, double seconds)
            throws IOException, InterruptedException {
        Path file = folder.resolve("endure-" + name + '-' + kilobits + "k.mp4");
        if (Files.exists(file)) {
            return file;
        }
        said.accept("coding " + file.getFileName());
        Path part = folder.resolve("endure-part.mp4");
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y"));
        words.addAll(input);
        words.addAll(List.of("-t", Double.toString(seconds), "-vf", "fps=25,scale=" + size, "-an", "-c:v", "libx264"));
        words.addAll(List.of("-preset", "veryfast", "-pix_fmt", "yuv420p", "-bf", "0", "-threads", "2"));
        words.addAll(List.of("-g", "50", "-keyint_min", "50", "-sc_threshold", "0"));
        words.addAll(List.of("-b:v", kilobits + "k", "-maxrate", 2 * kilobits + "k", "-bufsize", 4 * kilobits + "k"));
        words.add(part.toString());
        String unused = Program.run(words);
        return Files.move(part, file);
    }
}
