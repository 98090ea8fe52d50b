package io.kakou.benchmarks.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.analysis.record.index.Cause;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of two minutes from noon on. */
class KeptTest {
    private static final Instant FROM = Instant.parse("2026-05-01T12:00:00Z");
    private static final Instant TO = FROM.plusSeconds(120);

    @Test
    void minutes_are_counted_as_far_as_they_lie_in_the_span() throws IOException {
        Kept kept = kept(minute(-30, 40) + "," + minute(40, 150), "");

        assertThat(kept.stored()).isEqualTo(120, within(1e-9));
        assertThat(kept.unsaid()).isZero();
        assertThat(kept.gaps()).isEmpty();
    }

    @Test
    void gaps_are_counted_by_cause_and_only_some_are_ours() throws IOException {
        Kept kept = kept(
                minute(0, 60),
                gap(60, 75, "CAMERA_AWAY") + "," + gap(75, 80, "SPOOL_FULL") + "," + gap(80, 200, "DISK"));

        assertThat(kept.gaps()).isEqualTo(Map.of(Cause.CAMERA_AWAY, 15.0, Cause.SPOOL_FULL, 5.0, Cause.DISK, 40.0));
        assertThat(kept.lostHere()).isEqualTo(45, within(1e-9));
        assertThat(kept.unsaid()).isZero();
    }

    @Test
    void what_the_index_says_nothing_of_is_unsaid_before_between_and_behind() throws IOException {
        Kept kept = kept(minute(1, 50) + "," + minute(52, 60) + "," + minute(55, 100), gap(100, 110, "CAMERA_SILENT"));

        assertThat(kept.unsaid()).isEqualTo(1 + 2 + 10, within(1e-9));
    }

    @Test
    void where_nothing_is_known_all_is_unsaid() throws IOException {
        assertThat(kept("", "").unsaid()).isEqualTo(120, within(1e-9));
    }

    private static Kept kept(String minutes, String gaps) throws IOException {
        return Kept.of(
                new ObjectMapper().readTree("{\"minutes\": [" + minutes + "], \"gaps\": [" + gaps + "]}"), FROM, TO);
    }

    private static String minute(int from, int to) {
        return "{" + span(from, to) + "}";
    }

    private static String gap(int from, int to, String why) {
        return "{" + span(from, to) + ", \"why\": \"" + why + "\"}";
    }

    private static String span(int from, int to) {
        return "\"from\": \"" + FROM.plusSeconds(from) + "\", \"to\": \"" + FROM.plusSeconds(to) + "\"";
    }
}
