package io.kakou.jobs.room.place;

import static io.kakou.jobs.room.place.Squares.area;
import static io.kakou.jobs.room.place.Squares.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Road;
import io.kakou.jobs.room.ground.AreaTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private static final Area STREET = area("pengbu", AreaLevel.STREET, null, "pengbu-room", square(120, 30, 1));

    @Test
    void changes_in_a_row_are_laid_out_once_when_an_alert_asks() {
        Registry registry = new Registry(RouteHarness.BORDER_METRES);
        RegistryEntry at = RegistryEntry.nothing(0, 0);
        registry.take(at.with(STREET));
        Router before = registry.router();
        assertThat(registry.router()).isSameAs(before);

        registry.take(RegistryEntry.nothing(0, 1));
        assertThat(registry.router()).as("somebody else's record").isSameAs(before);

        AreaTree tree = registry.tree();
        registry.take(at.with(new Road("r1", "天城路", List.of())));
        assertThat(registry.router()).isNotSameAs(before);
        assertThat(registry.tree()).as("a road moves no area").isSameAs(tree);
    }
}
