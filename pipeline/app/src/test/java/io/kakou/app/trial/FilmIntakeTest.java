package io.kakou.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.console.accounts.FirstLogin;
import io.kakou.console.trial.TriedFilm;
import io.kakou.console.trial.TriedFilm.How;
import io.kakou.console.trial.UnfitFilm;
import io.kakou.events.Point;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmIntakeTest {
    private static final int FRAMES_PER_SECOND = 10;

    private final Path folder;
    private final FilmIntake intake;

    FilmIntakeTest(@TempDir Path folder) {
        this.folder = folder;
        this.intake = new FilmIntake(
                new FirstLogin("demo", "secret"),
                List.of(),
                new Point(120.2, 30.2),
                folder,
                "rtsp://127.0.0.1:1/tried/");
    }

    @ParameterizedTest(name = "{0} of {1} s with a keyframe every {2} s")
    @CsvSource({
        "320x180, 6, 2, AS_IT_IS, 6",
        "320x180, 6, 5, CONVERTED, 6",
        "320x180, 130, 2, AS_IT_IS, 130",
        "64x48, 130, 60, CUT, 120"
    })
    void a_film_is_shown_as_it_is_where_a_camera_could_have_sent_it(
            String size, int seconds, double gop, How how, double shown) throws Exception {
        TriedFilm taken = intake.take(film(size, seconds, gop));

        assertThat(taken.how()).isEqualTo(how);
        assertThat(taken.seconds()).isBetween(shown - 0.2, shown + 0.2);
        assertThat(taken.address()).startsWith("rtsp://127.0.0.1:1/tried/");
        assertThat(kept()).containsExactly(idOf(taken) + ".mp4");
    }

    @Test
    void a_film_held_upright_is_turned() throws Exception {
        Path lying = film("320x180", 3, 1);
        Path upright = folder.resolve("upright.mov");
        assumeTrue(turned(lying, upright), "needs program: ffmpeg");
        Files.delete(lying);

        TriedFilm taken = intake.take(upright);

        assertThat(taken.how()).isEqualTo(How.CONVERTED);
        try (VideoFile video = VideoFile.open(folder.resolve(idOf(taken) + ".mp4"))) {
            DecodedFrame first = Objects.requireNonNull(video.next());
            assertThat(first.size()).isEqualTo(new Size(180, 320));
        }
    }

    @ParameterizedTest
    @CsvSource({"text, no video", "picture, a single picture", "nothing, no video"})
    void what_is_no_film_is_refused_with_a_line_and_not_kept(String what, String line) throws Exception {
        Path received = folder.resolve("received.part");
        switch (what) {
            case "text" -> Files.writeString(received, "lift 7, an evening in August\n".repeat(500));
            case "picture" ->
                ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", received.toFile());
            case "nothing" -> Files.createFile(received);
            default -> throw new IllegalArgumentException(what);
        }

        assertThatThrownBy(() -> intake.take(received))
                .isInstanceOf(UnfitFilm.class)
                .hasMessageContaining(line)
                .hasMessageNotContaining(received.getFileName().toString());
        assertThat(kept()).isEmpty();
    }

    @Test
    void the_thirteenth_film_is_refused() throws Exception {
        for (int i = 0; i < 12; i++) {
            Files.createFile(folder.resolve(i + ".mp4"));
        }

        assertThatThrownBy(() -> intake.take(film("64x48", 1, 1))).hasMessageContaining("allowed: 12");
    }

    private Path film(String size, int seconds, double gop) throws IOException {
        String[] sides = size.split("x", 2);
        int width = Integer.parseInt(sides[0]);
        int height = Integer.parseInt(sides[1]);
        Path file = folder.resolve("received.part");
        var coding = new VideoWriter.Settings(new Size(width, height), FRAMES_PER_SECOND, 200_000, gop);
        try (VideoWriter writer = VideoWriter.create(file, coding)) {
            for (int i = 0; i < seconds * FRAMES_PER_SECOND; i++) {
                writer.add(Picture.allocate(width, height));
            }
            writer.finish();
        }
        return file;
    }

    /** Older ones know the tag, newer ones the option. */
    private static boolean turned(Path lying, Path upright) throws Exception {
        List<String> copy = List.of("-c", "copy", upright.toString());
        List<String> option = List.of("-display_rotation", "90", "-i", lying.toString());
        List<String> tag = List.of("-i", lying.toString(), "-metadata:s:v:0", "rotate=90");
        return ffmpeg(option, copy) || ffmpeg(tag, copy);
    }

    private static boolean ffmpeg(List<String> words, List<String> more) throws Exception {
        try {
            Process run = new ProcessBuilder(Stream.of(List.of("ffmpeg", "-v", "error"), words, more)
                            .flatMap(List::stream)
                            .toList())
                    .inheritIO()
                    .start();
            return run.waitFor(30, TimeUnit.SECONDS) && run.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".mp4") || name.startsWith("."))
                    .toList();
        }
    }

    private static String idOf(TriedFilm film) {
        return film.address().substring(film.address().lastIndexOf('/') + 1);
    }
}
