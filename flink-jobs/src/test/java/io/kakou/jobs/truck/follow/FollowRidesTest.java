package io.kakou.jobs.truck.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Point;
import io.kakou.events.truck.TruckPosition;
import io.kakou.jobs.truck.Trucks;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FollowRidesTest {
    private static final long DAY = 86_400_000;
    private static final long AT = Trucks.NIGHT.toEpochMilli();

    @Test
    void a_raised_body_is_told_and_a_silent_truck_is_forgotten_after_a_day() throws Exception {
        var rides = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new FollowRides(PaperRecords.end(), DAY), List.of(PapersState.all())),
                told -> told.position().plate(),
                Types.STRING,
                1,
                1,
                0);
        try (rides) {
            rides.open();
            for (PaperEntry each : PaperRecords.all()) {
                rides.processBroadcastElement(each, 0);
            }
            rides.processElement(report(0, false));
            rides.processElement(report(1, true));

            assertThat(rides.extractOutputValues()).singleElement().satisfies(each -> assertThat(
                            Objects.requireNonNull(each.stop()).at())
                    .isEqualTo(Trucks.NIGHT.plusSeconds(60)));
            PaperRecords.time(rides, AT + DAY);
            assertThat(PaperRecords.kept(rides)).isEqualTo(2);
            assertThat(rides.numEventTimeTimers()).isEqualTo(1);

            PaperRecords.time(rides, AT + 60_000 + DAY);
            assertThat(PaperRecords.kept(rides)).isZero();
            assertThat(rides.numEventTimeTimers()).isZero();
        }
    }

    private static StreamRecord<OnBoard> report(int minute, boolean lifted) {
        long at = AT + minute * 60_000L;
        Point off = new Point(120.24, 30.35);
        return new StreamRecord<>(
                new OnBoard(
                        new TruckPosition(
                                Trucks.PLATE, Trucks.NIGHT.plusSeconds(minute * 60L), off, 0, 0, 0, 3, lifted),
                        at),
                at);
    }
}
