package io.kakou.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PersonSightingTest {
    /** Whatever a later release adds: a field that could hold a face or a vector of one fails here. */
    @Test
    void no_record_of_a_search_has_a_place_for_a_face() {
        List<String> fields = new ArrayList<>();
        for (Class<?> each : List.of(
                PersonSighting.class,
                PersonSighting.Step.class,
                Search.class,
                Description.class,
                Hop.class,
                Finding.class,
                Finding.Progress.class,
                ColourShare.class,
                LabelledBox.class)) {
            for (RecordComponent field : each.getRecordComponents()) {
                assertThat(field.getType().isArray()).as(field.toString()).isFalse();
                assertThat(field.getGenericType().getTypeName())
                        .as(field.toString())
                        .doesNotContain("List<java.lang.Double>", "List<java.lang.Float>");
                fields.add(field.getName().toLowerCase(Locale.ROOT));
            }
        }
        assertThat(fields)
                .noneMatch(name -> name.contains("face")
                        || name.contains("template")
                        || name.contains("embedding")
                        || name.contains("vector")
                        || name.contains("age")
                        || name.contains("gender"));
    }

    @Test
    void the_two_kinds_of_a_topic_are_told_apart() throws Exception {
        byte[] person = Json.write(SearchSamples.child());
        byte[] vehicle = "{\"camera\":\"gate-1\",\"track\":1,\"vehicle\":{\"label\":\"truck\"}}".getBytes(UTF_8);

        assertThat(Json.read(SightingKind.class, person).isPerson()).isTrue();
        assertThat(Json.read(SightingKind.class, vehicle).isPerson()).isFalse();
    }

    @Test
    void what_was_last_seen_before_it_was_first_seen_is_refused() {
        String turned = new String(Json.write(SearchSamples.child()), UTF_8)
                .replace("2026-03-01T12:02:31.500Z\",\"looks", "2026-02-01T12:02:31.500Z\",\"looks");

        assertThatThrownBy(() -> Json.read(PersonSighting.class, turned.getBytes(UTF_8)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("person 41 at camera school-gate-2")
                .hasMessageContaining("allowed: first not after last");
    }

    @Test
    void a_garment_of_more_than_a_whole_is_refused() {
        String more = new String(Json.write(SearchSamples.child()), UTF_8).replace("\"share\":0.25", "\"share\":0.5");

        assertThatThrownBy(() -> Json.read(PersonSighting.class, more.getBytes(UTF_8)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining(
                        "shares above together of person 41 at camera school-gate-2 is 1.25; allowed: 0.0 to 1");
    }

    @Test
    void a_search_without_an_end_within_a_week_is_refused() {
        String longer = new String(Json.write(SearchSamples.search()), UTF_8)
                .replace("\"until\":\"2026-03-02T12:10:00Z\"", "\"until\":\"2026-04-02T12:10:00Z\"");

        assertThatThrownBy(() -> Json.read(Search.class, longer.getBytes(UTF_8)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("allowed: after 2026-03-01T12:10:00Z by 7 days at most");
    }
}
