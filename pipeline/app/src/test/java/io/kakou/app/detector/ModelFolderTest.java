package io.kakou.app.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.events.CameraKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards that people lay into the folder of models; none of their ONNX files is looked at here. */
class ModelFolderTest {
    private static final String HASH = "2fd5fe94945f9e2d091f73a6968b337660c807d49f59fcf698bb788dddb4ed4a";

    @TempDir
    private Path folder;

    @Test
    void heads_and_detectors_are_known_by_their_hash_with_the_kinds_of_cameras_that_they_fit() throws Exception {
        head("may/ebike-in-lift.json", "ebike-in-lift", HASH);
        head("june/waterlogging.json", "waterlogging", HASH.replace('2', '3'));
        detector("\"person\",\"truck\"", "yolox.json");
        Files.writeString(folder.resolve("june/notes.txt"), "no card");
        ModelFolder.Listing all = new ModelFolder(folder).list();
        assertThat(all.troubles()).isEmpty();
        assertThat(all.models()).extracting(BroughtModel::name).containsExactly("head", "head", "nano");
        assertThat(new ModelFolder(folder).find(HASH).kinds()).containsExactly(CameraKind.LIFT);
        assertThat(all.models().get(2).kinds()).containsExactlyInAnyOrder(CameraKind.GATE, CameraKind.STREET);
        assertThat(all.models().get(2).classes()).containsExactly("person", "truck");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x.json             | not json | x.json is no model's card",
                "x.json             | {\"event\":\"flood\",\"sha256\":\"\"} | event is \"flood\"; allowed: ebike-in-lift, muck-truck",
                "mine.json          | {\"event\":\"muck-truck\",\"sha256\":\"\"} | allowed: muck-truck.json and muck-truck.onnx",
                "muck-truck.json    | {\"event\":\"muck-truck\",\"sha256\":\"12\",\"classes\":[]} | sha256 is \"12\"; allowed: 64",
                "x.json             | {\"threshold\":7} | threshold of null is 7.0; allowed: 0 to 1",
            })
    void a_card_that_is_none_is_named_with_what_is_allowed(String name, String card, String line) throws Exception {
        Files.writeString(folder.resolve(name), card);
        ModelFolder.Listing all = new ModelFolder(folder).list();
        assertThat(all.models()).isEmpty();
        assertThat(all.troubles()).hasSize(1).first().asString().contains(line);
    }

    @Test
    void a_detector_of_no_use_to_any_rule_is_no_model() throws Exception {
        detector("\"cat\",\"dog\"", "pets.json");
        assertThat(new ModelFolder(folder).list().troubles())
                .hasSize(1)
                .first()
                .asString()
                .contains("labels has no word that a rule judges; allowed: one of ", "for lifts");
    }

    @Test
    void what_is_not_there_is_refused_with_what_is() throws Exception {
        assertThatThrownBy(() -> new ModelFolder(folder.resolve("none")).find(HASH))
                .hasMessageContaining("no model 2fd5fe94945f in ")
                .hasMessageEndingWith("allowed, of what lies there: none");
        head("ebike-in-lift.json", "ebike-in-lift", HASH);
        assertThatThrownBy(() -> new ModelFolder(folder).find("0".repeat(64)))
                .hasMessageEndingWith("allowed, of what lies there: head 2fd5fe94945f");
    }

    private void head(String name, String event, String hash) throws IOException {
        write(
                name,
                "{\"name\":\"head\",\"event\":\"" + event + "\",\"classes\":[\"x\"],\"threshold\":0.5,\"sha256\":\""
                        + hash + "\"}");
    }

    private void detector(String labels, String name) throws IOException {
        write(
                name,
                "{\"name\":\"nano\",\"family\":\"yolox\",\"onnx\":\"nano.onnx\",\"sha256\":\"" + HASH.replace('2', '4')
                        + "\",\"width\":416,\"height\":416,\"channels\":\"BGR\",\"labels\":[" + labels + "]}");
    }

    private void write(String name, String card) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, card);
    }
}
