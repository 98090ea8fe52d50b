package io.kakou.jobs.truck.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.TruckReason;
import io.kakou.events.truck.TruckVerdict;
import io.kakou.jobs.truck.Trucks;
import io.kakou.jobs.truck.plate.PlateBelief;
import io.kakou.jobs.truck.rule.Judged;
import io.kakou.jobs.truck.rule.Seen;
import io.kakou.jobs.truck.rule.TruckRuleSettings;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowTruckTest {
    private static final long DAY = 86_400_000;
    private static final long MONTH = 31 * DAY;
    private static final long FUTURE = 300_000;
    private static final Instant AT = Trucks.NIGHT;

    private KeyedBroadcastOperatorTestHarness<String, TruckEvent, PaperEntry, Judged> follow;

    @BeforeEach
    void open() throws Exception {
        follow = harness(null);
        for (PaperEntry each : PaperRecords.all()) {
            follow.processBroadcastElement(each, 0);
        }
    }

    @AfterEach
    void close() throws Exception {
        follow.close();
    }

    private static KeyedBroadcastOperatorTestHarness<String, TruckEvent, PaperEntry, Judged> harness(
            @Nullable OperatorSubtaskState state) throws Exception {
        var harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new FollowTruck(TruckRuleSettings.DEFAULT, PaperRecords.end(), DAY, MONTH, FUTURE),
                        List.of(PapersState.all())),
                TruckEvent::plate,
                Types.STRING,
                1,
                1,
                0);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    @Test
    void a_late_permit_withdraws_its_trucks_violation_and_no_others() throws Exception {
        see("gate-site-1", "苏E99876", 1);
        see("gate-site-1", "苏E55555", 1);

        follow.processBroadcastElement(PaperRecords.entry(90, Trucks.permit("p9", "苏E99876", "site-1")), 0);

        assertThat(said())
                .extracting(each -> each.plate() + " " + each.reason())
                .containsExactly("苏E99876 NO_PERMIT", "苏E55555 NO_PERMIT", "苏E99876 PERMITTED");
        assertThat(said().get(2).judgedAt()).isEqualTo(AT.plusSeconds(7_200));
    }

    @Test
    void a_late_permit_of_a_plate_that_may_have_been_misread_makes_it_unknown() throws Exception {
        see("gate-site-1", "苏E99876", 0.98);
        assertThat(said().get(0).judgement()).isEqualTo(Judgement.VIOLATION);

        follow.processBroadcastElement(PaperRecords.entry(90, Trucks.permit("p9", "苏E99878", "site-1")), 0);

        assertThat(said().get(1).judgement()).isEqualTo(Judgement.UNKNOWN);
        assertThat(said().get(1).instead()).isEqualTo("苏E99878");
        assertThat(said().get(1).withdrawn()).isEqualTo(TruckReason.NO_PERMIT);
    }

    @Test
    void it_goes_on_where_it_stopped() throws Exception {
        see("gate-site-1", "苏E99876", 1);
        OperatorSubtaskState state = follow.snapshot(1, 1);
        follow.close();
        follow = harness(state);

        follow.processBroadcastElement(PaperRecords.entry(90, Trucks.permit("p9", "苏E99876", "site-1")), 0);

        assertThat(said()).extracting(TruckVerdict::reason).containsExactly(TruckReason.PERMITTED);
    }

    @Test
    void after_a_day_nothing_but_violations_is_left_in_its_state_and_after_a_month_nothing() throws Exception {
        see("gate-site-1", "苏E99876", 1);
        see("gate-site-1", Trucks.PLATE, 1);
        long forgotten = AT.toEpochMilli() + DAY + FUTURE + 1;
        assertThat(follow.numEventTimeTimers()).isEqualTo(2);

        PaperRecords.time(follow, forgotten - 1);
        assertThat(PaperRecords.kept(follow)).isEqualTo(3);

        PaperRecords.time(follow, forgotten);
        assertThat(PaperRecords.kept(follow)).isEqualTo(2);
        assertThat(follow.numEventTimeTimers()).isEqualTo(1);

        PaperRecords.time(follow, AT.toEpochMilli() + MONTH + 1);
        assertThat(PaperRecords.kept(follow)).isZero();
        assertThat(follow.numEventTimeTimers()).isZero();
        assertThat(follow.numProcessingTimeTimers()).isZero();
    }

    private void see(String camera, String plate, double share) throws Exception {
        var read = new PlateBelief().weigh(Trucks.sighting(camera, 1, AT, plate, share), List.of(Trucks.PLATE));
        Seen seen = new Seen(
                camera + plate,
                camera,
                Trucks.SITE,
                AT,
                read,
                true,
                Trucks.sighting(camera, 1, AT, plate, share).vehicle(),
                "w1",
                4);
        follow.processElement(new StreamRecord<>(TruckEvent.seen(seen, AT.toEpochMilli()), AT.toEpochMilli()));
    }

    private List<TruckVerdict> said() {
        return follow.extractOutputValues().stream().map(Judged::verdict).toList();
    }
}
