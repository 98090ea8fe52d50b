package io.kakou.jobs.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.ChildVehicle;
import io.kakou.events.ClothColour;
import io.kakou.events.ColourShare;
import io.kakou.events.Description;
import io.kakou.events.Finding;
import io.kakou.events.HeightClass;
import io.kakou.events.LabelledBox;
import io.kakou.events.PersonSighting;
import io.kakou.events.PersonSize;
import io.kakou.events.Point;
import io.kakou.events.Search;
import io.kakou.events.SearchStart;
import io.kakou.events.Topic;
import io.kakou.events.UnderWay;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A child in yellow on wheels was last seen at c0; c1 is 100 m on. Adults in black pass too. Both cameras are known when the job starts. */
class MatchSightingsTest {
    private static final Instant SEEN = Instant.parse("2026-03-01T12:00:00Z");

    private KeyedBroadcastOperatorTestHarness<String, Passed, Known, Finding> match;

    @BeforeEach
    void open() throws Exception {
        match = ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
                new MatchSightings(Map.of(0, 2L)),
                passed -> passed.seen().camera(),
                Types.STRING,
                MatchSightings.KNOWN,
                MatchSightings.READ);
        camera("c0", 0, 120);
        know(Topic.SEARCHES.topicName(), 0, "s1", search(SEEN.plusSeconds(7_200)), null);
    }

    @AfterEach
    void close() throws Exception {
        match.close();
    }

    @Test
    void who_is_alike_and_can_have_walked_there_is_found_and_others_are_not() throws Exception {
        camera("c1", 1, 120.00104);
        pass("c1", ClothColour.YELLOW, 110, 1);
        pass("c1", ClothColour.BLACK, 112, 1);
        pass("c1", ClothColour.YELLOW, 5, 1);

        assertThat(match.extractOutputValues())
                .extracting(found ->
                        found.seen() == null ? "" : found.seen().firstSeen().toString())
                .containsExactly("2026-03-01T12:01:50Z");
    }

    @Test
    void of_a_search_that_is_over_or_has_been_taken_away_nothing_is_found() throws Exception {
        camera("c1", 1, 120.00104);
        know(Topic.SEARCHES.topicName(), 1, "s1", search(SEEN.plusSeconds(60)), null);
        pass("c1", ClothColour.YELLOW, 110, 1);
        know(Topic.SEARCHES.topicName(), 2, "s1", null, null);
        pass("c1", ClothColour.YELLOW, 115, 1);

        assertThat(match.extractOutputValues()).isEmpty();
    }

    @Test
    void a_camera_that_nobody_knows_is_a_dead_letter_once_all_cameras_were_read() throws Exception {
        pass("c9", ClothColour.YELLOW, 110, 1);
        assertThat(reasons()).isEmpty();
        camera("c1", 1, 120.00104);
        pass("c9", ClothColour.YELLOW, 110, 1);

        assertThat(reasons()).containsExactly("there is no camera c9; allowed: one of the topic cameras");
    }

    @Test
    void what_a_worker_says_that_was_cut_off_is_dropped() throws Exception {
        camera("c1", 1, 120.00104);
        pass("c1", ClothColour.BLACK, 100, 9);
        pass("c1", ClothColour.YELLOW, 110, 5);

        assertThat(match.extractOutputValues()).isEmpty();
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        var side = match.getSideOutput(DeadLetter.SIDE);
        if (side != null) {
            side.forEach(record -> reasons.add(record.getValue().reason()));
        }
        return reasons;
    }

    private void camera(String id, long offset, double east) throws Exception {
        match.processBroadcastElement(
                new Known(Topic.CAMERAS.topicName(), 0, offset, id, null, true, new Point(east, 30), null, null), 0);
    }

    private void know(String topic, long offset, String key, @Nullable Search search, @Nullable Point place)
            throws Exception {
        match.processBroadcastElement(new Known(topic, 0, offset, key, search, false, place, null, null), 0);
    }

    private void pass(String camera, ClothColour above, double seconds, long generation) throws Exception {
        Instant at = SEEN.plusMillis(Math.round(seconds * 1000));
        PersonSighting seen = new PersonSighting(
                camera,
                1,
                above == ClothColour.YELLOW ? PersonSize.CHILD : PersonSize.ADULT,
                above == ClothColour.YELLOW ? 0.64 : 1,
                above == ClothColour.YELLOW ? UnderWay.RIDING : UnderWay.ON_FOOT,
                List.of(new ColourShare(above, 1)),
                List.of(new ColourShare(above == ClothColour.YELLOW ? ClothColour.BLUE : above, 1)),
                0,
                false,
                List.of(),
                new LabelledBox("person", 1, 0.1, 0.1, 0.2, 0.4),
                at,
                at.plusSeconds(4),
                4,
                null,
                "w",
                generation);
        LogRecord record = new LogRecord(
                Topic.SIGHTINGS.topicName(), 0, 0, at.plusSeconds(5).toEpochMilli(), camera, new byte[0]);
        match.processElement(new Passed(seen, record), at.toEpochMilli());
    }

    private static Search search(Instant until) {
        return new Search(
                "s1",
                "31",
                SearchStart.LAST_SEEN,
                new Point(120, 30),
                SEEN,
                new Description(
                        List.of(ClothColour.YELLOW),
                        List.of(ClothColour.BLUE),
                        HeightClass.TO_120,
                        ChildVehicle.BALANCE_BIKE,
                        0),
                List.of(),
                List.of(),
                List.of(),
                SEEN,
                until,
                "operator");
    }
}
