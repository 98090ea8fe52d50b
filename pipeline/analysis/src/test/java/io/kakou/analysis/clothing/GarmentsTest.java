package io.kakou.analysis.clothing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.ClothColour;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drawn person on a grey street with a white line, under the light of noon, of a lamp, and at dusk. */
class GarmentsTest {
    private static final Box PERSON = new Box(0.4, 0.2, 0.6, 0.8);

    @ParameterizedTest(name = "{0} over {1} under {2} {3} {4}")
    @CsvSource({
        "YELLOW, BLUE, 1, 1, 1",
        "RED, BLACK, 1, 1, 1",
        "WHITE, GREEN, 1, 1, 1",
        "PINK, GREY, 1, 1, 1",
        "YELLOW, BLUE, 0.5, 0.5, 0.5",
        "RED, WHITE, 1, 0.85, 0.65",
        "WHITE, BLUE, 1, 0.85, 0.65",
        "GREEN, BLACK, 0.6, 0.5, 0.4",
    })
    void a_colour_keeps_its_name_under_another_light(
            ClothColour above, ClothColour below, double red, double green, double blue) {
        Picture picture = Picture.allocate(100, 100);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                int[] rgb = ground(x, y, above, below);
                int at = (y * 100 + x) * Picture.CHANNELS;
                picture.rgb()
                        .put(at, (byte) (rgb[0] * red))
                        .put(at + 1, (byte) (rgb[1] * green))
                        .put(at + 2, (byte) (rgb[2] * blue));
            }
        }

        Garments.Worn worn = new Garments(picture).of(PERSON);

        assertThat(Tally.NONE.and(worn.above()).most().get(0).colour()).isEqualTo(above);
        assertThat(Tally.NONE.and(worn.below()).most().get(0).colour()).isEqualTo(below);
    }

    private static int[] ground(int x, int y, ClothColour above, ClothColour below) {
        boolean inside = x >= 40 && x < 60 && y >= 20 && y < 80;
        if (!inside) {
            return x < 10 ? new int[] {245, 245, 245} : new int[] {120, 120, 120};
        }
        return paint(y < 50 ? above : below);
    }

    private static int[] paint(ClothColour colour) {
        return switch (colour) {
            case BLACK -> new int[] {22, 22, 24};
            case GREY -> new int[] {130, 130, 132};
            case WHITE -> new int[] {240, 240, 238};
            case RED -> new int[] {200, 30, 35};
            case YELLOW -> new int[] {240, 205, 40};
            case GREEN -> new int[] {40, 140, 70};
            case BLUE -> new int[] {40, 80, 190};
            case PINK -> new int[] {240, 140, 170};
            case ORANGE, PURPLE, BROWN, UNKNOWN -> throw new IllegalArgumentException(colour + " is not painted");
        };
    }
}
