package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "lift-7", "33010400001320000007", "A.b_c-9"})
    void an_id_is_letters_digits_dots_underscores_and_hyphens(String id) {
        assertThat(Id.plain("camera", id)).isEqualTo(id);
        assertThat(Id.compound("incident", id + "~" + id)).isEqualTo(id + "~" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "彭埠", "a~b", "a/b", "../x", "a\n", "é"})
    void anything_else_is_refused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Id.plain("camera", id))
                .withMessageStartingWith("camera \"")
                .withMessageEndingWith("is not an id; allowed: 1 to 64 of A-Z a-z 0-9 . _ -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "a~", "~a", "a~~b", "1~2~3~4~5~6~7~8~9"})
    void a_compound_id_has_one_to_eight_parts(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> Id.compound("incident", id));
    }

    @Test
    void sixty_four_characters_are_the_most() {
        assertThat(Id.plain("camera", "x".repeat(64))).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> Id.plain("camera", "x".repeat(65)));
    }

    @Test
    void a_hash_is_an_id_and_the_same_for_ever() {
        assertThat(Id.hash("lift-7", "ebike-in-lift/1", "f-100")).isEqualTo("5d3444beff149a47db5120e299ab3fd7");
        assertThat(Id.plain("alert", Id.hash("彭埠"))).hasSize(32);
    }

    @Test
    void a_hash_knows_where_a_part_ends() {
        assertThat(Id.hash("ab", "c")).isNotEqualTo(Id.hash("a", "bc"));
        assertThat(Id.hash("a", "")).isNotEqualTo(Id.hash("a"));
    }

    @Test
    void an_incidents_id_gives_back_its_merge_key() {
        String id = Incident.id("lift-7~EBIKE_IN_LIFT", Instant.ofEpochMilli(1_772_378_042_120L), "a1");

        assertThat(id).isEqualTo("lift-7~EBIKE_IN_LIFT~1772378042120~a1");
        assertThat(Incident.mergeKeyOf(id)).isEqualTo("lift-7~EBIKE_IN_LIFT");
    }

    @Test
    void the_longest_camera_id_still_makes_an_incident_id() {
        String id = Incident.id("x".repeat(64) + "~EBIKE_IN_LIFT", Instant.EPOCH, "f".repeat(64));

        assertThat(Id.compound("incident", id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "lift-7~a1", "lift-7~today~a1"})
    void an_incident_id_of_another_form_is_refused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Incident.mergeKeyOf(id))
                .withMessage("incident id \"" + id + "\" has another form; allowed: mergeKey~openedAt~firstAlert");
    }
}
