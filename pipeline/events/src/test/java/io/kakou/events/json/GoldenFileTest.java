package io.kakou.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Action;
import io.kakou.events.Camera;
import io.kakou.events.ClockProfile;
import io.kakou.events.Health;
import io.kakou.events.Incident;
import io.kakou.events.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What any release has written, every later one reads. A new release adds a folder; none is ever changed. */
class GoldenFileTest {
    static List<Record> version1() {
        return Samples.version1();
    }

    static List<Record> version2() {
        return Samples.version2();
    }

    static List<Record> version3() {
        return Samples.version3();
    }

    static List<Record> version4() {
        return Samples.version4();
    }

    static List<Record> version5() {
        return Samples.version5();
    }

    static List<Record> version6() {
        return Samples.version6();
    }

    static List<Record> unchangedSinceVersion1() {
        return Samples.version1().stream()
                .filter(record -> !(record instanceof Incident
                        || record instanceof Action
                        || record instanceof Camera
                        || record instanceof Health))
                .toList();
    }

    static List<Record> unchangedSinceVersion2() {
        return Samples.version2().stream()
                .filter(record -> !(record instanceof Incident || record instanceof ClockProfile))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("version1")
    void version1_is_read_for_ever(Record record) throws Exception {
        assertThat(Json.read(record.getClass(), golden("v1", record))).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("version2")
    void version2_is_read_for_ever(Record record) throws Exception {
        assertThat(Json.read(record.getClass(), golden("v2", record))).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("version3")
    void version3_is_read_for_ever(Record record) throws Exception {
        assertThat(Json.read(record.getClass(), golden("v3", record))).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("version4")
    void version4_is_read_for_ever(Record record) throws Exception {
        assertThat(Json.read(record.getClass(), golden("v4", record))).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("version5")
    void version5_is_read_for_ever(Record record) throws Exception {
        assertThat(Json.read(record.getClass(), golden("v5", record))).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("version5")
    void todays_writer_writes_exactly_version5(Record record) throws Exception {
        assertThat(Json.write(record)).asString(UTF_8).isEqualTo(new String(golden("v5", record), UTF_8));
    }

    @ParameterizedTest
    @MethodSource("version4")
    void todays_writer_writes_exactly_version4(Record record) throws Exception {
        assertThat(Json.write(record)).asString(UTF_8).isEqualTo(new String(golden("v4", record), UTF_8));
    }

    @ParameterizedTest
    @MethodSource("unchangedSinceVersion1")
    void todays_writer_writes_exactly_version1_of_what_is_unchanged(Record record) throws Exception {
        assertThat(Json.write(record)).asString(UTF_8).isEqualTo(new String(golden("v1", record), UTF_8));
    }

    @ParameterizedTest
    @MethodSource("unchangedSinceVersion2")
    void todays_writer_writes_exactly_version2_of_what_is_unchanged(Record record) throws Exception {
        assertThat(Json.write(record)).asString(UTF_8).isEqualTo(new String(golden("v2", record), UTF_8));
    }

    @ParameterizedTest
    @MethodSource("version6")
    void version6_is_read_for_ever(Record record) throws Exception {
        assertThat(Json.read(record.getClass(), golden("v6", record))).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("version6")
    void todays_writer_writes_exactly_version6(Record record) throws Exception {
        assertThat(Json.write(record)).asString(UTF_8).isEqualTo(new String(golden("v6", record), UTF_8));
    }

    private static byte[] golden(String version, Record record) throws IOException {
        String file = record.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ".json";
        try (InputStream in = GoldenFileTest.class.getResourceAsStream("/golden/" + version + "/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8)
                    .strip()
                    .getBytes(UTF_8);
        }
    }
}
