package io.kakou.app.cli.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.StagedLift;
import io.kakou.app.cli.KakouCommand;
import io.kakou.app.gate.StagedTruck;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kakou models} as people call it. */
class ModelsCommandTest {
    @TempDir
    private Path folder;

    /** What a command wrote and how it ended. */
    private record Ran(int code, List<String> out, String err) {}

    @Test
    void without_truth_each_picture_is_a_line() throws Exception {
        StagedLift.clip(); // Skips where the weights cannot be had.
        room("a.png");
        room("b.png");
        Ran ran = kakou("evaluate", "--event", "ebike-in-lift", "--pictures", folder.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).hasSize(2);
        JsonNode line = new ObjectMapper().readTree(ran.out().get(0));
        assertThat(line.get("file").asText()).isEqualTo("a.png");
        assertThat(line.get("event").asText()).isEqualTo("ebike-in-lift");
        assertThat(line.get("score").asDouble()).isBetween(0.0, 0.5);
        assertThat(line.get("fires").asBoolean()).isFalse();
        assertThat(line.get("boxes").isArray()).isTrue();
    }

    @Test
    void against_truth_there_are_figures_and_the_mistakes_as_pictures() throws Exception {
        StagedLift.clip();
        room("a.png");
        room("b.png");
        room("dry.png");
        Path truth = truth("a.png\tlift-1\tno\tno", "b.png\tlift-2\tyes\t", "dry.png\tlift-1\tno\tyes");
        Path mistakes = folder.resolve("wrong");
        Ran ran = kakou(
                "evaluate",
                "--event",
                "ebike-in-lift",
                "--pictures",
                folder.toString(),
                "--truth",
                truth.toString(),
                "--mistakes",
                mistakes.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).anyMatch(line -> line.startsWith("recall       0 of 1"));
        assertThat(ran.out()).anyMatch(line -> line.startsWith("false fires  0 of 1"));
        assertThat(ran.out()).anyMatch(line -> line.contains("rule of three"));
        try (Stream<Path> files = Files.list(mistakes)) {
            assertThat(files).singleElement().asString().contains("missed-", "b.png");
        }
    }

    @Test
    void fog_is_unknown_to_the_waterlogging_rule_and_a_reference_is_no_picture_to_judge() throws Exception {
        StagedLift.clip();
        room("a.png");
        plain("fog.png");
        room("dry.png");
        Ran each = kakou("evaluate", "--event", "waterlogging", "--pictures", folder.toString());
        assertThat(each.code()).isZero();
        JsonNode fog = new ObjectMapper().readTree(each.out().get(2));
        assertThat(fog.get("file").asText()).isEqualTo("fog.png");
        assertThat(fog.get("fires").asBoolean()).isFalse();
        assertThat(fog.get("boxes").get(0).get("label").asText()).isEqualTo("haze");
        Path truth = truth("a.png\troad-1\tno\tno", "fog.png\troad-2\tno\t", "dry.png\troad-1\tno\tyes");
        Ran ran = kakou(
                "evaluate", "--event", "waterlogging", "--pictures", folder.toString(), "--truth", truth.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).anyMatch(line -> line.startsWith("false fires  0 of 2"));
    }

    @Test
    void what_is_no_picture_is_named_and_the_others_are_judged() throws Exception {
        StagedLift.clip();
        room("a.png");
        Files.writeString(folder.resolve("broken.jpg"), "text");
        Ran ran = kakou("evaluate", "--event", "ebike-in-lift", "--pictures", folder.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).hasSize(1);
        assertThat(ran.err()).contains("broken.jpg is no picture; allowed: JPEG, PNG, GIF, BMP");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a.png;lift-1;maybe;no|truth.tsv line 2: truth is \"maybe\"; allowed: yes, no, unsure",
                "absent.png;lift-1;yes;no|truth.tsv line 2: file is \"absent.png\"; allowed: a picture in",
                "a.png;lift-1;yes;often|truth.tsv line 2: reference is \"often\"; allowed: yes, no, empty"
            })
    void a_wrong_truth_is_told_by_line_and_value(String row, String told) throws Exception {
        StagedLift.clip();
        room("a.png");
        Ran ran = kakou(
                "evaluate",
                "--event",
                "ebike-in-lift",
                "--pictures",
                folder.toString(),
                "--truth",
                truth(row.replace(';', '\t')).toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains(told);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluate --event flood --pictures .|--event is flood; allowed: ebike-in-lift, waterlogging",
                "evaluate --event ebike-in-lift --pictures absent|--pictures is absent; allowed: a folder",
                "evaluate --event ebike-in-lift --pictures . --mistakes x|--mistakes without --truth",
                "train flood --data .|MODEL is \"flood\"; allowed: ebike, waterlogging"
            })
    void a_wrong_word_is_told_with_what_is_allowed(String words, String told) {
        Ran ran = kakou(words.split(" ", -1));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(told);
    }

    @Test
    void plates_are_read_beside_the_stock_recogniser() throws Exception {
        StagedLift.clip();
        Path crops = plates("_0_津B6H920.jpg", "_1_皖KD01833.jpg");
        Ran lines = kakou("evaluate", "--event", "plate", "--pictures", crops.toString());
        assertThat(lines.code()).isZero();
        JsonNode line = new ObjectMapper().readTree(lines.out().get(0));
        assertThat(line.get("fires").asBoolean()).isTrue();
        assertThat(line.get("boxes").get(0).get("label").asText()).isEqualTo("津B6H920");

        Path truth = truth("_0_津B6H920.jpg\t\t津B6H920\t", "_1_皖KD01833.jpg\t\t皖KD01834\t");
        Ran ran = kakou("evaluate", "--event", "plate", "--pictures", crops.toString(), "--truth", truth.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).anyMatch(row -> row.startsWith("read exactly      1 of 2"));
        assertThat(ran.out()).anyMatch(row -> row.startsWith("stock recogniser  "));
        assertThat(ran.out()).anyMatch(row -> row.contains("_1_皖KD01833.jpg says 皖KD01834, read 皖KD01833"));
    }

    @Test
    void a_detector_of_ones_own_that_is_not_there_is_named() {
        String card = folder.resolve("yolox.json").toString();
        Ran ran = kakou("evaluate", "--event", "muck-truck", "--pictures", folder.toString(), "--model", card);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains(card + " cannot be read; allowed: a detector's card in JSON");
    }

    @Test
    void a_truth_may_leave_cameras_out_and_what_nobody_knows_is_not_counted() throws Exception {
        StagedLift.clip();
        room("a.png");
        room("b.png");
        Path truth = Files.writeString(folder.resolve("short.tsv"), "file\ttruth\na.png\tNo\nb.png\tunsure\n");
        Ran ran = kakou(
                "evaluate", "--event", "EBIKE_IN_LIFT", "--pictures", folder.toString(), "--truth", truth.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).anyMatch(line -> line.startsWith("false fires  0 of 1"));
    }

    private Path plates(String... crops) throws IOException {
        Path data = StagedTruck.DATA.resolve("plate/hyperlpr/resource/images/rec_crop");
        assumeTrue(Files.isDirectory(data), "needs data: " + data);
        Path copies = Files.createDirectory(folder.resolve("plates"));
        for (String crop : crops) {
            Files.copy(data.resolve(crop), copies.resolve(crop));
        }
        return copies;
    }

    private static Ran kakou(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Stream.of("models"), Stream.of(words)).toArray(String[]::new);
        int code = KakouCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
        return new Ran(code, out.toString().lines().toList(), err.toString());
    }

    private Path truth(String... rows) throws IOException {
        String headings = "file\tcamera\ttruth\treference\n";
        return Files.writeString(folder.resolve("truth.tsv"), headings + String.join("\n", rows) + "\n");
    }

    private void plain(String name) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(170, 172, 175));
        pen.fillRect(0, 0, 320, 240);
        pen.dispose();
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    /** An empty room: walls and a floor. */
    private void room(String name) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(180, 180, 175));
        pen.fillRect(0, 0, 320, 240);
        pen.setColor(new Color(90, 80, 70));
        pen.fillPolygon(new int[] {0, 100, 220, 320}, new int[] {240, 140, 140, 240}, 4);
        pen.dispose();
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }
}
