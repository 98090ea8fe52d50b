package io.kakou.benchmarks.endure;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.simulate.Fault;
import io.kakou.rtsp.simulate.FaultKind;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final int CAMERAS = 300;

    @Test
    void of_any_row_of_sixty_cameras_half_have_no_fault_and_every_fault_is_there() {
        Map<Group, Integer> groups = new EnumMap<>(Group.class);
        for (int number = 17; number < 17 + 60; number++) {
            groups.merge(Group.of(number), 1, Integer::sum);
        }
        assertThat(groups).containsOnlyKeys(Group.values()).containsEntry(Group.HEALTHY, 30);
    }

    @Test
    void no_fault_strikes_a_camera_of_another_group() {
        for (int number = 1; number <= CAMERAS; number++) {
            for (Fault fault : Group.faults(CAMERAS)) {
                boolean drops = fault.kind() == FaultKind.DROP;
                boolean strikes = fault.strikes(number, 1);
                assertThat(strikes && Group.of(number) == Group.HEALTHY).isFalse();
                assertThat(drops && strikes).isEqualTo(drops && Group.of(number) == Group.DROPS);
            }
        }
    }
}
