package io.kakou.app.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.StagedLift;
import io.kakou.app.cli.KakouCommand;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kakou judge} as people call it, with the real detector. */
class JudgeCommandTest {
    @TempDir
    private Path folder;

    /** What a command wrote and how it ended. */
    private record Ran(int code, List<String> out, List<String> err) {}

    @Test
    void a_staged_stay_is_one_alert_with_all_that_is_promised() throws Exception {
        Ran ran = kakou("judge", StagedLift.clip().toString(), "--kind", "lift", "--json");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).hasSize(1);
        JsonNode alert = new ObjectMapper().readTree(ran.out().get(0));
        assertThat(alert.get("event").asText()).isEqualTo("EBIKE_IN_LIFT");
        assertThat(alert.get("subject").asText()).isEqualTo("e-bike");
        assertThat(alert.get("camera").asText()).startsWith("demo-lift");
        assertThat(alert.get("onsetSeconds").asDouble())
                .isLessThan(alert.get("seconds").asDouble());
        assertThat(alert.get("score").asDouble()).isBetween(0.5, 1.0);
        assertThat(alert.get("boxes").get(0).get("label").asText()).isIn("bicycle", "motorcycle", "e-bike");
        assertThat(ran.err()).anyMatch(line -> line.contains("the whole picture is taken as the cabin zone"));
    }

    @Test
    void the_same_file_judged_twice_gives_the_same_bytes() throws Exception {
        String[] words = {
            "judge", StagedLift.clip().toString(), "--kind", "lift", "--json", "--detections", "--releases"
        };
        List<String> first = kakou(words).out();
        assertThat(first).hasSizeGreaterThan(40);
        assertThat(kakou(words).out()).isEqualTo(first);
    }

    /** Pictures that the head has learned from: they prove the wiring, not how good it is. */
    @Test
    void a_road_that_stands_under_water_is_one_alert_and_a_dry_one_none() throws Exception {
        Path roads = Path.of("..", "..", "..", "shared", "data", "flood", "street-camera");
        assumeThat(roads).as("pictures of street cameras").isDirectory();
        Ran flooded = kakou("judge", roads.resolve("055.jpg").toString(), "--kind", "road", "--json");
        assertThat(flooded.code()).isZero();
        assertThat(flooded.out()).hasSize(1);
        JsonNode alert = new ObjectMapper().readTree(flooded.out().get(0));
        assertThat(alert.get("event").asText()).isEqualTo("WATERLOGGING");
        assertThat(alert.get("seconds").asDouble()).isEqualTo(40);
        assertThat(alert.get("onsetSeconds").asDouble()).isZero();
        assertThat(alert.get("boxes").get(0).get("label").asText()).isEqualTo("water");
        assertThat(flooded.err()).anyMatch(line -> line.contains("lower three fifths are taken as the road"));
        assertThat(kakou("judge", roads.resolve("012.jpg").toString(), "--kind", "road", "--json")
                        .out())
                .isEmpty();
    }

    @Test
    void looks_are_written_as_pictures_and_as_a_log() throws Exception {
        Path pictures = folder.resolve("looks");
        Path log = folder.resolve("looks.txt");
        Ran ran = kakou(
                "judge",
                StagedLift.clip().toString(),
                "--kind",
                "lift",
                "--picture",
                pictures.toString(),
                "--looks",
                log.toString());
        assertThat(ran.code()).isZero();
        List<String> looks = Files.readAllLines(log);
        long detected = looks.stream().filter(line -> line.contains(" D ")).count();
        try (Stream<Path> files = Files.list(pictures)) {
            assertThat(files).hasSize((int) detected);
        }
        assertThat(looks).hasSizeGreaterThan((int) detected);
    }

    @Test
    void a_card_of_a_detector_that_is_not_there_is_named() {
        String card = folder.resolve("yolox.json").toString();
        Ran ran = kakou("judge", "film.mp4", "--kind", "street", "--model", card);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .anyMatch(line -> line.contains(card + " cannot be read; allowed: a detector's card in JSON"));
    }

    @Test
    void a_zone_that_the_two_wheeler_is_not_in_gives_nothing() throws Exception {
        Ran ran = kakou(
                "judge",
                "--kind",
                "lift",
                "--json",
                "--zone",
                "0,0",
                "0.1,0",
                "0.1,0.1",
                StagedLift.clip().toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void what_cannot_be_read_is_one_line_and_the_next_file_is_judged(String name, byte[] content, String says)
            throws Exception {
        Path bad = Files.write(folder.resolve(name), content);
        Path good = picture("good.png", 64, 48);
        Ran ran = kakou("judge", bad.toString(), good.toString(), "--kind", "lift", "--zone", "0,0", "1,0", "1,1");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .filteredOn(line -> line.contains(name))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(says));
        assertThat(ran.err()).anyMatch(line -> line.contains("good.png: a still picture"));
    }

    static Stream<Object[]> files() {
        return Stream.of(
                new Object[] {"empty.mp4", new byte[0], "empty"},
                new Object[] {
                    "text.mp4", "this is no film\n".repeat(50).getBytes(StandardCharsets.UTF_8), "no video or picture"
                },
                new Object[] {"zeros.avi", new byte[100_000], "no video or picture"});
    }

    @ParameterizedTest(name = "{0}x{1}")
    @CsvSource({"1,1", "1,4000", "7680,4320", "301,299"})
    void a_picture_of_any_size_is_judged(int width, int height) throws Exception {
        Path file = picture("picture.png", width, height);
        Path pictures = folder.resolve("looks");
        Ran ran = kakou("judge", file.toString(), "--kind", "lift", "--detections", "--picture", pictures.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).hasSize(4);
    }

    @Test
    void a_film_cut_anywhere_is_judged_as_far_as_it_goes() throws Exception {
        byte[] whole = Files.readAllBytes(StagedLift.clip());
        for (double share : new double[] {0.2, 0.5, 0.9}) {
            Path cut = folder.resolve("cut.mp4");
            Files.write(cut, Arrays.copyOf(whole, (int) (whole.length * share)));
            assertThat(kakou("judge", cut.toString(), "--kind", "lift").err())
                    .anyMatch(line -> line.contains("cut.mp4"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "judge a.mp4                                   | --kind",
                "judge a.mp4 --kind boat                       | allowed: lift, road, gate, street",
                "judge a.mp4 --kind street --stock int4        | allowed: float, int8, fine",
                "judge --kind lift                             | no FILE",
                "judge a.mp4 --kind lift --zone 0,0 1,1        | 2 corners",
                "judge a.mp4 --kind lift --zone 0,0 5,0 5,5    | corner 5,0",
                "judge a.mp4 --kind lift --colour              | --colour",
                "run rtsp://127.0.0.1/x --kind lift            | --kind",
                "run --thin http://x --kind lift --areas a.json| rtsp[s]://",
                "camera a.mp4 --port 99999                     | port 99999",
                "fly                                           | fly",
            })
    void a_wrong_command_line_is_said_in_words(String words, String says) {
        Ran ran = kakou(words.strip().split("\\s+"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(String.join("\n", ran.err())).contains(says).doesNotContain("\tat ");
        assertThat(ran.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--help",
        "judge --help",
        "run --help",
        "camera --help",
        "demo --help",
        "models train --help",
        "models calibrate --help",
        "models evaluate --help"
    })
    void every_command_has_help(String words) {
        Ran ran = kakou(words.split(" "));
        assertThat(ran.code()).isZero();
        assertThat(ran.out().get(0)).startsWith("Usage: kakou");
    }

    private Path picture(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < Math.min(width, height); i++) {
            image.setRGB(i, i, 0xffffff);
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static Ran kakou(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = KakouCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Ran(code, lines(out), lines(err));
    }

    private static List<String> lines(StringWriter text) {
        return new ArrayList<>(text.toString().lines().toList());
    }
}
