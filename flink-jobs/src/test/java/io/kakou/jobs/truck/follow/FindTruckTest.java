package io.kakou.jobs.truck.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.events.Sighting;
import io.kakou.events.truck.TruckReason;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.truck.Trucks;
import io.kakou.jobs.truck.rule.Judged;
import io.kakou.jobs.truck.rule.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindTruckTest {
    private static final Instant AT = Trucks.NIGHT;

    private KeyedBroadcastOperatorTestHarness<String, AtCamera, PaperEntry, TruckEvent> find;

    @BeforeEach
    void open() throws Exception {
        find = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new FindTruck(PaperRecords.end()), List.of(PapersState.all())),
                AtCamera::camera,
                Types.STRING,
                1,
                1,
                0);
        find.open();
    }

    @AfterEach
    void close() throws Exception {
        find.close();
    }

    @Test
    void what_comes_before_the_papers_waits_for_them() throws Exception {
        see(Trucks.sighting("gate-site-1", 1, AT, Trucks.PLATE, 1));
        find.setProcessingTime(200);
        assertThat(find.extractOutputValues()).isEmpty();

        readPapers();
        find.setProcessingTime(400);

        assertThat(plates()).containsExactly(Trucks.PLATE);
    }

    @Test
    void one_that_is_told_again_unchanged_goes_on_once_and_one_that_is_read_anew_is_taken_back() throws Exception {
        readPapers();
        Sighting first = Trucks.sighting("gate-site-1", 1, AT, "浙A12845", 0.8);
        see(first);
        see(first);
        see(Trucks.sighting("gate-site-1", 1, AT, Trucks.PLATE, 0.98));

        assertThat(find.extractOutputValues())
                .extracting(each -> each.plate() + (each.withdrawn() == null ? "" : " withdrawn"))
                .containsExactly("浙A12845", "浙A12845 withdrawn", Trucks.PLATE);
    }

    @Test
    void an_unknown_camera_is_a_dead_letter_and_what_is_no_truck_is_nobodys() throws Exception {
        readPapers();
        see(Trucks.sighting("gate-unknown", 1, AT, Trucks.PLATE, 1));
        Sighting car = Trucks.sighting("gate-site-1", 2, AT, "浙A00001", 1);
        see(new Sighting(
                car.camera(),
                2,
                new LabelledBox("car", 1, 0, 0, 1, 1),
                AT,
                1,
                car.plate(),
                car.candidates(),
                120,
                "w1",
                4));
        see(Trucks.sighting("gate-site-1", 3, AT, Trucks.PLATE, 1));

        assertThat(plates()).containsExactly(Trucks.PLATE);
        assertThat(Objects.requireNonNull(find.getSideOutput(DeadLetter.SIDE)))
                .extracting(each -> each.getValue().reason())
                .containsExactly("camera gate-unknown is unknown; allowed: one of the street's");
    }

    @Test
    void a_truck_without_a_plate_is_told_as_unread() throws Exception {
        readPapers();
        Sighting blank = Trucks.sighting("gate-site-1", 1, AT, Trucks.PLATE, 1);
        see(new Sighting("gate-site-1", 1, blank.vehicle(), AT, 3, null, List.of(), 0, "w1", 4));

        assertThat(find.extractOutputValues()).isEmpty();
        assertThat(unread()).containsExactly(TruckReason.PLATE_UNREAD);
    }

    @Test
    void a_truck_is_a_muck_truck_once_the_cameras_own_rule_says_so_whichever_comes_first() throws Exception {
        readPapers();
        see(truck(1, AT));
        alert(EventKind.MUCK_TRUCK, "m1", AT.plusSeconds(4));
        see(truck(2, AT.plusSeconds(6)));
        see(truck(3, AT.plusSeconds(120)));

        assertThat(find.extractOutputValues())
                .extracting(each -> Objects.requireNonNull(each.seen()))
                .extracting(Seen::muck)
                .containsExactly(false, true, true, false);
    }

    @Test
    void a_heap_is_joined_to_the_one_truck_that_was_there_when_it_has_waited_long_enough() throws Exception {
        readPapers();
        alert(EventKind.DUMPING, "d1", AT);
        see(Trucks.sighting("gate-site-1", 1, AT.minusSeconds(30), Trucks.PLATE, 1));
        assertThat(find.numEventTimeTimers()).isEqualTo(2);
        assertThat(find.numProcessingTimeTimers()).isEqualTo(1);

        PaperRecords.time(find, AT.plusSeconds(179).toEpochMilli());
        assertThat(find.extractOutputValues())
                .allSatisfy(each -> assertThat(each.tipped()).isNull());
        PaperRecords.time(find, AT.plusSeconds(180).toEpochMilli());

        List<TruckEvent> left = find.extractOutputValues();
        assertThat(left.get(left.size() - 1).plate()).isEqualTo(Trucks.PLATE);
        assertThat(Objects.requireNonNull(left.get(left.size() - 1).tipped()).alert())
                .isEqualTo("d1");
        assertThat(find.numProcessingTimeTimers()).isZero();
    }

    @Test
    void where_the_logs_time_stands_still_the_clock_decides_and_between_two_trucks_nobody_does() throws Exception {
        readPapers();
        see(Trucks.sighting("gate-site-1", 1, AT, Trucks.PLATE, 1));
        see(Trucks.sighting("gate-site-1", 2, AT.plusSeconds(9), "浙A67890", 1));
        alert(EventKind.DUMPING, "d1", AT.plusSeconds(20));
        find.setProcessingTime(FindTruck.TIPPED_MILLIS - 1);
        assertThat(unread()).isEmpty();

        find.setProcessingTime(FindTruck.TIPPED_MILLIS);

        assertThat(unread()).containsExactly(TruckReason.TRUCK_UNSURE);
    }

    @Test
    void after_a_quarter_of_an_hour_nothing_is_left_in_its_state() throws Exception {
        readPapers();
        see(Trucks.sighting("gate-site-1", 1, AT, Trucks.PLATE, 1));
        alert(EventKind.MUCK_TRUCK, "m1", AT);
        alert(EventKind.DUMPING, "d1", AT);
        assertThat(PaperRecords.kept(find)).isPositive();

        PaperRecords.time(find, AT.plusSeconds(901).toEpochMilli());

        assertThat(PaperRecords.kept(find)).isZero();
        assertThat(find.numEventTimeTimers()).isZero();
        assertThat(find.numProcessingTimeTimers()).isZero();
    }

    private void readPapers() throws Exception {
        for (PaperEntry each : PaperRecords.all()) {
            find.processBroadcastElement(each, 0);
        }
    }

    private static Sighting truck(long track, Instant at) {
        Sighting one = Trucks.sighting("gate-site-1", track, at, "苏E99876", 1);
        LabelledBox box = new LabelledBox("truck", 1, 0, 0, 1, 1);
        return new Sighting(one.camera(), track, box, at, 3, one.plate(), one.candidates(), one.widthPixels(), "w1", 4);
    }

    private void see(Sighting sighting) throws Exception {
        find.processElement(new StreamRecord<>(
                AtCamera.of(sighting, record("sightings", sighting.at())),
                sighting.at().toEpochMilli()));
    }

    private void alert(EventKind kind, String id, Instant at) throws Exception {
        Alert alert = new Alert(
                id,
                AlertPhase.RAISED,
                kind,
                "",
                "camera-rule/1",
                "gate-site-1",
                null,
                null,
                at,
                at,
                1,
                List.of(),
                List.of(),
                "w1",
                4);
        find.processElement(new StreamRecord<>(AtCamera.of(alert, record("alerts", at)), at.toEpochMilli()));
    }

    private static LogRecord record(String topic, Instant at) {
        return new LogRecord(topic, 0, 0, at.toEpochMilli(), "", new byte[0]);
    }

    private List<String> plates() {
        return find.extractOutputValues().stream().map(TruckEvent::plate).toList();
    }

    private List<TruckReason> unread() {
        var said = find.getSideOutput(FindTruck.UNREAD);
        return said == null
                ? List.of()
                : said.stream()
                        .map(StreamRecord::getValue)
                        .map(Judged::verdict)
                        .map(each -> each.reason())
                        .toList();
    }
}
