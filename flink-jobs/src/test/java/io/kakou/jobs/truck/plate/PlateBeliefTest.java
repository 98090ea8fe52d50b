package io.kakou.jobs.truck.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.events.LabelledBox;
import io.kakou.events.Sighting;
import io.kakou.events.Sighting.Candidate;
import io.kakou.jobs.truck.Trucks;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateBeliefTest {
    private final PlateBelief belief = new PlateBelief();

    @Test
    void what_a_sign_is_read_as_adds_up_to_one() {
        SignTable signs = SignTable.measured();

        for (char truth : SignTable.all()) {
            double sum = SignTable.all().stream()
                    .mapToDouble(read -> signs.share(truth, read))
                    .sum();
            assertThat(sum).as(String.valueOf(truth)).isCloseTo(1, within(1e-9));
        }
        assertThat(signs.share('蒙', '豫')).isGreaterThan(0.2);
        assertThat(signs.share('D', '0')).isGreaterThan(signs.share('D', '7') * 5);
    }

    @Test
    void a_recogniser_is_never_as_sure_as_a_tag_or_a_person() {
        Sighting tag = Trucks.sighting("gate-site-1", 1, Trucks.NIGHT, Trucks.PLATE, 1);
        Sighting camera = Trucks.sighting("gate-site-1", 1, Trucks.NIGHT, Trucks.PLATE, 0.98);

        assertThat(belief.weigh(tag, Set.of()).weight()).isGreaterThan(0.999999);
        assertThat(belief.weigh(camera, Set.of()).weight()).isBetween(0.9, 0.97);
    }

    @ParameterizedTest
    @CsvSource({
        "浙A12345, 浙AI2345, false", // no plate has an I
        "浙A12345, 豫A12345, true",
        "浙AD2345, 浙A02345, true",
        "浙A12345, 浙A12845, true",
        "浙A12345, 浙A99945, false",
        "浙A12345, 苏B67890, false",
        "浙A1234, 浙A12345, true" // a sign cut off
    })
    void what_may_be_another_plate_is_what_was_measured(String read, String other, boolean mayBe) {
        assertThat(belief.weigh(Trucks.sighting("c", 1, Trucks.NIGHT, read, 0.9), Set.of(other))
                        .others())
                .hasSize(mayBe ? 1 : 0);
        assertThat(belief.mayBe(read, other)).isEqualTo(mayBe);
    }

    @Test
    void the_recognisers_second_thoughts_count() {
        Sighting doubtful = new Sighting(
                "c",
                1,
                new LabelledBox("truck", 1, 0, 0, 1, 1),
                Trucks.NIGHT,
                1,
                null,
                List.of(new Candidate("浙A12345", 0.4), new Candidate("浙A12346", 0.35)),
                80,
                "w",
                1);

        Belief weighed = belief.weigh(doubtful, Set.of("浙A12346", "浙A12347"));

        assertThat(weighed.plate()).isEqualTo("浙A12345");
        assertThat(weighed.others()).extracting(Other::plate).containsExactly("浙A12346", "浙A12347");
        assertThat(weighed.others().get(0).weight())
                .isGreaterThan(weighed.others().get(1).weight() * 10);
    }

    @Test
    void without_candidates_there_is_no_plate() {
        Sighting blank = new Sighting(
                "c", 1, new LabelledBox("truck", 1, 0, 0, 1, 1), Trucks.NIGHT, 1, null, List.of(), 0, "w", 1);

        assertThat(belief.weigh(blank, Set.of(Trucks.PLATE))).isEqualTo(Belief.NONE);
    }
}
