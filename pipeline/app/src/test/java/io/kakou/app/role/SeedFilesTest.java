package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.app.settings.RunSettings;
import io.kakou.events.Camera;
import io.kakou.events.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedFilesTest {
    private static final SecretBox BOX = new SecretBox(new byte[SecretBox.KEY_BYTES]);

    @TempDir
    private Path folder;

    @Test
    void a_login_is_sealed_and_the_rest_is_as_written() throws Exception {
        Camera camera = seed("- {id: a, kind: LIFT, subStream: \"rtsp://h/x\", user: u, password: 'p:q'}\n")
                .read()
                .cameras()
                .get(0);
        assertThat(camera.subStream()).isEqualTo("rtsp://h/x");
        assertThat(BOX.open(Objects.requireNonNull(camera.login()))).isEqualTo("u:p:q");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: a, subStraem: x} | camera 1: key \"subStraem\" is not known; allowed: id, name, kind, place,"
                        + " gbCode, mainStream, subStream, zones, watched, recording, user, password",
                "{id: a, kind: LFIT} | camera 1: kind is \"LFIT\"; allowed: LIFT, ROAD, GATE, STREET",
                "{id: a, watched: [EBIKE]} | camera 1: watched is \"EBIKE\"; allowed: WATERLOGGING, LOST_CHILD,"
                        + " EBIKE_IN_LIFT, MUCK_TRUCK, DUMPING",
                "{id: a, login: x} | camera 1: key \"login\" is not known; allowed: id, name, kind, place, gbCode,"
                        + " mainStream, subStream, zones, watched, recording, user, password",
            })
    void a_mistyped_word_is_named_with_what_is_allowed(String camera, String problem) throws Exception {
        SeedFiles seed = seed("- " + camera + "\n");
        assertThatExceptionOfType(IOException.class).isThrownBy(seed::read).withMessage("cameras.yml: " + problem);
    }

    @Test
    void every_wrong_camera_has_a_line_of_its_own() throws Exception {
        SeedFiles seed = seed("- {id: a, kind: LIFT}\n- {id: b, knd: LIFT}\n- {id: c c}\n- 7\n");
        assertThatExceptionOfType(IOException.class).isThrownBy(seed::read).satisfies(e -> assertThat(
                        String.valueOf(e.getMessage()).lines())
                .hasSize(3)
                .allMatch(line -> line.matches("cameras\\.yml: camera [234].*; allowed: .*")));
    }

    @Test
    void what_is_no_yaml_is_one_line() throws Exception {
        SeedFiles seed = seed("- {id: a\n- b");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(seed::read)
                .withMessageMatching("cameras\\.yml: line [0-9]+ is no YAML; allowed: a YAML list of cameras");
    }

    private SeedFiles seed(String text) throws Exception {
        return new SeedFiles(new RunSettings.Seed(null, Files.writeString(folder.resolve("cameras.yml"), text)), BOX);
    }
}
