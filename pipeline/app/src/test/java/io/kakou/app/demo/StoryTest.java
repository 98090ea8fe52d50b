package io.kakou.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.demo.Figures.Role;
import io.kakou.app.demo.Story.Moment;
import io.kakou.app.demo.cabin.Cabin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final double FRAME = 0.04;
    /** Half a bicycle is this long. */
    private static final double HALF = 0.9;

    @Test
    void ends_as_it_begins_so_that_it_can_be_looped() {
        assertThat(Story.at(Story.SECONDS)).isEqualTo(Story.at(0)).isEqualTo(new Moment(0, 1, List.of()));
    }

    @Test
    void no_door_closes_on_anyone() {
        assertThat(moments().filter(moment -> moment.doorOpen() < 1))
                .flatMap(Moment::figures)
                .filteredOn(placed -> placed.role() == Role.CYCLIST)
                .extracting(placed -> placed.foot().x())
                .allSatisfy(x -> assertThat(x).isLessThan(Cabin.LENGTH - HALF));
    }

    @Test
    void the_storey_changes_behind_closed_doors() {
        List<Moment> all = moments().toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).storey() != all.get(i - 1).storey()) {
                assertThat(all.get(i).doorOpen()).isZero();
            }
        }
    }

    @Test
    void nobody_meets_the_cyclist() {
        assertThat(moments()).allSatisfy(moment -> assertThat(moment.figures()).hasSizeLessThan(2));
    }

    @Test
    void the_cyclist_stays_eight_seconds_and_then_the_cabin_is_empty_for_seven() {
        assertThat(Story.BICYCLE_CUT - Story.BICYCLE_WHOLE).isBetween(7.5, 9.0);
        assertThat(Story.SECONDS - Story.CYCLIST_GONE).isGreaterThanOrEqualTo(7);
        assertThat(moments().skip((long) (Story.CYCLIST_GONE / FRAME) + 1))
                .allSatisfy(moment -> assertThat(moment.figures()).isEmpty());
    }

    private static Stream<Moment> moments() {
        return Stream.iterate(0, frame -> frame + 1)
                .limit((long) (Story.SECONDS / FRAME))
                .map(frame -> Story.at(frame * FRAME));
    }
}
