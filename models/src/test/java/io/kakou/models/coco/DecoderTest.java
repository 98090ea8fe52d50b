package io.kakou.models.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.models.Detection;
import io.kakou.models.decoding.Kept;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
    private static final int PERSON = 1;
    private static final int BICYCLE = 2;
    private static final int NAMELESS = 12;

    private final FloatBuffer scores = FloatBuffer.allocate(4 * CocoLabels.IDS);
    private final FloatBuffer boxes = FloatBuffer.allocate(4 * 4);

    @Test
    void of_two_boxes_of_one_class_on_one_place_the_better_stays() {
        put(0, PERSON, 0.5f, 0.1f, 0.1f, 0.5f, 0.5f);
        put(1, PERSON, 0.9f, 0.1f, 0.1f, 0.5f, 0.52f);
        assertThat(decoded(Kept.DEFAULT)).extracting(Detection::score).containsExactly((double) 0.9f);
    }

    @Test
    void two_classes_on_one_place_both_stay() {
        put(0, PERSON, 0.5f, 0.1f, 0.1f, 0.5f, 0.5f);
        put(1, BICYCLE, 0.9f, 0.1f, 0.1f, 0.5f, 0.5f);
        assertThat(decoded(Kept.DEFAULT)).extracting(Detection::label).containsExactly("bicycle", "person");
    }

    @Test
    void equal_scores_come_by_class_then_place_in_the_model() {
        put(0, BICYCLE, 0.5f, 0, 0, 0.2f, 0.2f);
        put(1, PERSON, 0.5f, 0.8f, 0.8f, 1, 1);
        put(2, PERSON, 0.5f, 0.4f, 0.4f, 0.6f, 0.6f);
        assertThat(decoded(Kept.DEFAULT))
                .extracting(d -> d.label() + " " + Math.round(10 * d.box().left()))
                .containsExactly("person 8", "person 4", "bicycle 0");
    }

    @Test
    void what_has_no_name_is_weak_or_lies_outside_is_left_out() {
        put(0, NAMELESS, 0.9f, 0.1f, 0.1f, 0.5f, 0.5f);
        put(1, PERSON, 0.24f, 0.1f, 0.1f, 0.5f, 0.5f);
        put(2, PERSON, 0.9f, 1.1f, 0.1f, 1.5f, 0.5f);
        assertThat(decoded(Kept.DEFAULT)).isEmpty();
        assertThat(decoded(Kept.DEFAULT.withMinScore(0.1))).hasSize(1);
    }

    @Test
    void no_more_than_the_best_so_many_stay_and_boxes_end_at_the_picture() {
        put(0, PERSON, 0.5f, 0, 0, 0.2f, 0.2f);
        put(1, PERSON, 0.6f, 0.8f, 0.7f, 1.5f, 1.5f);
        assertThat(decoded(new Kept(0.25, 0.6, 1))).singleElement().satisfies(d -> {
            assertThat(d.box().right()).isEqualTo(1);
            assertThat(d.box().top()).isEqualTo(0.8f);
            assertThat(d.box().left()).isEqualTo(0.7f);
        });
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"0,0.6,100,minScore", "NaN,0.6,100,minScore", "0.3,1.1,100,overlap", "0.3,0.6,0,most"})
    void settings_beyond_their_range_are_refused_by_name(double minScore, double overlap, int most, String key) {
        assertThatThrownBy(() -> new Kept(minScore, overlap, most))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("allowed");
    }

    @ParameterizedTest
    @CsvSource({"1,person", "2,bicycle", "4,motorcycle", "12,", "13,stop sign", "83,", "88,teddy bear", "90,toothbrush"
    })
    void ids_have_cocos_words(int id, String word) {
        assertThat(CocoLabels.of(id)).isEqualTo(word);
    }

    private List<Detection> decoded(Kept settings) {
        return new Decoder(settings).decode(scores, boxes);
    }

    private void put(int anchor, int id, float score, float... box) {
        scores.put(anchor * CocoLabels.IDS + id - 1, score);
        boxes.put(4 * anchor, box);
    }
}
