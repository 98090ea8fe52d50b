package io.kakou.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final String LEAST =
            """
            {"id":"a1","camera":"lift-7","at":"2026-03-01T15:14:05Z","score":0.5}""";

    @Test
    void fields_a_writer_left_out_get_their_defaults() throws Exception {
        Alert alert = read(Alert.class, LEAST);

        assertThat(alert.phase()).isEqualTo(AlertPhase.UNKNOWN);
        assertThat(alert.onset()).isEqualTo(alert.at());
        assertThat(alert.boxes()).isEmpty();
        assertThat(alert.looks()).isEmpty();
        assertThat(alert.worker()).isEmpty();
        assertThat(alert.place()).isNull();
    }

    @Test
    void an_incident_without_its_newer_fields_gets_their_defaults() throws Exception {
        Incident incident = read(
                Incident.class,
                """
                {"id":"lift-7~EBIKE_IN_LIFT~1772378042120~a1","openedAt":"2026-03-01T15:14:02.120Z"}""");

        assertThat(incident.mergeKey()).isEqualTo("lift-7~EBIKE_IN_LIFT");
        assertThat(incident.room()).isEqualTo(Incident.NO_ROOM);
        assertThat(incident.state()).isEqualTo(IncidentState.UNKNOWN);
        assertThat(incident.updatedAt()).isEqualTo(Instant.parse("2026-03-01T15:14:02.120Z"));
        assertThat(incident.transitions()).isEmpty();
    }

    @Test
    void unknown_fields_are_ignored() throws Exception {
        String newer = LEAST.replace("{\"id\"", "{\"weather\":{\"rain\":[1,2,{}]},\"id\"");

        assertThat(read(Alert.class, newer)).isEqualTo(read(Alert.class, LEAST));
    }

    @Test
    void unknown_constants_read_as_unknown() throws Exception {
        String newer = LEAST.replace("{\"id\"", "{\"phase\":\"PAUSED\",\"kind\":\"FIRE\",\"id\"");

        assertThat(read(Alert.class, newer).phase()).isEqualTo(AlertPhase.UNKNOWN);
        assertThat(read(Alert.class, newer).kind()).isEqualTo(EventKind.UNKNOWN);
        assertThat(read(Area.class, "{\"id\":\"a\",\"level\":\"BUILDING\"}").level())
                .isEqualTo(AreaLevel.UNKNOWN);
    }

    @Test
    void unknown_constants_in_a_list_read_as_unknown() throws Exception {
        assertThat(read(Camera.class, "{\"id\":\"c\",\"watched\":[\"FIRE\",\"DUMPING\"]}")
                        .watched())
                .containsExactly(EventKind.UNKNOWN, EventKind.DUMPING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``                                        | no Alert: it is empty
            garbage                                   | no Alert: it is not JSON (line 1, column 1)
            {"id":"a1"                                | no Alert: it is not JSON (line 1, column 11)
            null                                      | no Alert: it is null
            []                                        | no Alert: it is no JSON object of this type
            7                                         | no Alert: it is no JSON object of this type
            {}                                        | no Alert: alert id is missing; allowed: 1 to 64 of A-Z a-z 0-9 . _ -
            {"id":"a 1"}                              | no Alert: alert id "a 1" is not an id; allowed: 1 to 64 of A-Z a-z 0-9 . _ -
            {"id":"a1","camera":"c"}                  | no Alert: alert a1 has no "at"
            {"id":"a1","at":"yesterday"}              | no Alert: field "at" is not a Instant
            {"id":"a1","score":"0.5"}                 | no Alert: field "score" is not a double
            {"id":"a1","kind":3}                      | no Alert: field "kind" is not a EventKind
            {"id":"a1","looks":[null]}                | no Alert: field "looks[0]" is not a String
            {"id":"a1","boxes":[{"left":7}]}         | no Alert: left is 7.0; allowed: 0.0 to 1.0
            """)
    void garbage_is_unreadable_and_says_why(String text, String message) {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> read(Alert.class, text))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:hunter2@10.0.0.7/",
                "{\"id\":\"c\",\"mainStream\":\"rtsp://admin:hunter2@10.0.0.7/\"}",
                "{\"id\":\"c\",\"subStream\":\"rtsp://hunter2@10.0.0.7/\"}",
                "{\"id\":\"c\",\"kind\":{\"hunter2\":1}}",
                "{\"id\":\"c\",\"place\":\"hunter2\"}",
                "{\"id\":\"c\",\"zones\":hunter2}",
            })
    void what_cannot_be_read_is_not_quoted(String text) {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> read(Camera.class, text))
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("no Camera: ")
                        .doesNotContain("hunter2")
                        .hasLineCount(1));
    }

    @Test
    void a_reason_is_one_short_line_whatever_the_bytes() {
        String text = "{\"id\":\"" + "x\\n\\u2028".repeat(10_000) + "\"}";

        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> read(Alert.class, text))
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(320));
    }

    @Test
    void deep_nesting_does_not_crash_the_reader() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> read(Alert.class, "{\"x\":" + "[".repeat(1_000_000)));
    }

    @Test
    void every_cut_of_a_record_is_unreadable_or_whole() {
        byte[] whole = LEAST.getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(UnreadableRecord.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> Json.read(Alert.class, cut));
        }
    }

    private static <T extends Record> T read(Class<T> type, String text) throws UnreadableRecord {
        return Json.read(type, text.getBytes(UTF_8));
    }
}
