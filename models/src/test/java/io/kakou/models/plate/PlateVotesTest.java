package io.kakou.models.plate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Box;
import io.kakou.models.plate.grammar.PlateGrammar;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateVotesTest {
    private static PlateReading reading(double confidence, double width, PlateReading.Guess... guesses) {
        Box box = new Box(0.4, 0.6, 0.6, 0.7);
        return new PlateReading(guesses[0].text(), confidence, width, PlateColour.BLUE, box, List.of(guesses));
    }

    private static PlateReading.Guess guess(String text, double share) {
        return new PlateReading.Guess(text, share);
    }

    private static PlateReading voted(PlateReading... readings) {
        return Arrays.stream(readings)
                .reduce(PlateVotes.NONE, PlateVotes::and, (a, b) -> b)
                .reading()
                .orElseThrow();
    }

    @Test
    void nothing_was_read_of_a_vehicle_never_seen() {
        assertThat(PlateVotes.NONE.reading()).isEmpty();
    }

    @Test
    void one_reading_counts_as_it_is() {
        PlateReading one = reading(0.8, 70, guess("浙A12345", 0.9));
        assertThat(voted(one)).isEqualTo(one);
    }

    @Test
    void a_plate_that_no_look_read_whole_is_put_together_of_its_signs() {
        PlateReading voted = voted(
                reading(0.6, 60, guess("浙A72345", 0.5), guess("浙A12345", 0.3)),
                reading(0.6, 60, guess("浙A12845", 0.5), guess("浙A12345", 0.3)),
                reading(0.6, 60, guess("沪A12345", 0.5), guess("浙A12345", 0.3)));
        assertThat(voted.text()).isEqualTo("浙A12345");
    }

    @Test
    void a_sure_look_outweighs_doubtful_ones() {
        PlateReading doubtful = reading(0.3, 40, guess("沪B12345", 0.4));
        PlateReading voted = voted(doubtful, doubtful, doubtful, reading(0.9, 90, guess("浙A12345", 0.95)));
        assertThat(voted.text()).isEqualTo("浙A12345");
        assertThat(voted.confidence()).isLessThan(0.9);
        assertThat(voted.widthPixels()).isEqualTo(90);
    }

    @Test
    void how_long_it_is_is_voted_for_before_what_it_says() {
        PlateReading voted = voted(
                reading(0.7, 60, guess("浙AD12345", 0.8)),
                reading(0.7, 60, guess("浙A12345", 0.4), guess("浙AD12345", 0.3)),
                reading(0.7, 60, guess("浙AD12345", 0.8)));
        assertThat(voted.text()).isEqualTo("浙AD12345");
    }

    @Test
    void what_is_told_is_a_plate_though_its_places_disagree() {
        PlateReading voted = voted(reading(0.6, 60, guess("粤Z1234港", 0.5)), reading(0.6, 60, guess("浙A12345", 0.5)));
        assertThat(PlateGrammar.kind(voted.text())).isNotNull();
    }

    @Test
    void however_many_looks_its_size_is_bounded() {
        PlateVotes votes = PlateVotes.NONE;
        for (int look = 0; look < 1000; look++) {
            votes = votes.and(reading(0.5, 40 + look % 50, guess("浙A12345", 0.5)));
        }
        assertThat(votes.readings()).hasSize(12);
    }

    @Test
    void too_narrow_or_too_doubtful_is_unknown() {
        PlateSettings settings = PlateSettings.DEFAULT;
        assertThat(settings.tells(reading(0.8, 60, guess("浙A12345", 0.9)))).isTrue();
        assertThat(settings.tells(reading(0.8, 40, guess("浙A12345", 0.9)))).isFalse();
        assertThat(settings.tells(reading(0.6, 60, guess("浙A12345", 0.9)))).isFalse();
    }
}
