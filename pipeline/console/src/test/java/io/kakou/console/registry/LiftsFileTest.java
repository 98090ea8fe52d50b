package io.kakou.console.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.events.Lift;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiftsFileTest {
    private static final String CONTROLLER =
            "{wire: MODBUS_COIL, drive: PULSE, host: a, address: 3, releaseSeconds: 5}";

    @Test
    void the_template_is_a_file_that_can_be_taken_and_none_of_its_lifts_is_driven() throws Exception {
        List<Lift> lifts = LiftsFile.read(LiftsFile.template().getBytes(UTF_8));
        assertThat(lifts).extracting(Lift::id).containsExactly("lift-7", "lift-8", "lift-9");
        assertThat(lifts).noneMatch(Lift::isDriven);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            releaseSeconds: 11           | releaseSeconds of the controller is 11.0; allowed: 1.0 to 10.0
            releaseSeconds: 0            | releaseSeconds of the controller is 0.0; allowed: 1.0 to 10.0
            address: 70000               | address of the controller is 70000.0; allowed: 0.0 to 65535.0
            address: -1                  | address of the controller is -1.0; allowed: 0.0 to 65535.0
            port: 99999                  | port of the controller is 99999.0; allowed: 1.0 to 65535.0
            unit: 256                    | unit of the controller is 256.0; allowed: 0.0 to 255.0
            host: ''                     | length of the controller's host is 0.0; allowed: 1.0 to 253.0
            fenced: true                 | the controller is fenced over MODBUS_COIL; allowed: registers alone
            drive: HEARTBEAT             | the controller has a heartbeat over MODBUS_COIL; allowed: MODBUS_REGISTER
            drive: LATCH                 | controller, drive is "LATCH"; allowed: PULSE, HEARTBEAT
            wire: BACNET                 | controller, wire is "BACNET"; allowed: MODBUS_REGISTER, MODBUS_COIL, HTTP
            colour: red                  | key "colour" is not known
            """)
    void a_controller_that_cannot_be_is_refused_with_what_is_allowed(String field, String reason) {
        String key = field.substring(0, field.indexOf(':'));
        String others =
                CONTROLLER.replaceAll("[{ ]?\\b" + key + ": [^,}]*,?", "{").replace("{{", "{");
        String controller = "{" + field + ", " + others.replaceAll("[{}]", "").strip() + "}";
        assertProblem("lifts: [{id: lift-1, camera: c, controller: " + controller + "}]", reason);
    }

    @Test
    void a_proof_that_somebody_wrote_by_hand_is_refused() {
        assertProblem(
                "lifts: [{id: lift-1, camera: c, controller: " + CONTROLLER
                        + ", proof: {at: '2026-03-01T00:00:00Z', releasedAfterSeconds: 4}}]",
                "it has a proof; allowed: none, kakou lifts test gives it");
    }

    @Test
    void an_id_or_a_camera_stands_in_it_once_and_a_file_is_a_list_of_lifts() {
        String one = "{id: lift-1, camera: c, controller: " + CONTROLLER + "}";
        assertProblem("lifts: [" + one + ", " + one + "]", "there is another lift-1");
        assertProblem("lifts: [" + one + ", " + one.replace("lift-1", "lift-2") + "]", "camera c is in another lift");
        assertProblem("doors: []", "it is something else; allowed: a mapping of lifts");
        assertProblem("lifts: [1]", "lifts 1 is no mapping");
        assertProblem("lifts: [", "is no YAML");
    }

    private static void assertProblem(String file, String reason) {
        assertThatExceptionOfType(UnfitFile.class)
                .isThrownBy(() -> LiftsFile.read(file.getBytes(UTF_8)))
                .satisfies(e -> assertThat(e.problems()).anyMatch(line -> line.contains(reason)));
    }
}
