package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.app.settings.RunSettings.Recording;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingPlanTest {
    @TempDir
    private Path data;

    @Test
    void a_promise_that_the_store_is_too_slow_for_is_refused_with_the_arithmetic() {
        assertRefused(
                new Recording(3, 30, null, 24, 37, 1000, 1562),
                "recording.continuousCameras: 1562 cameras x 1 Mb/s = 195.3 MB/s, and the store takes 37 MB/s;"
                        + " allowed: 296 cameras");
    }

    @Test
    void a_promise_that_the_quota_is_too_small_for_is_refused_with_the_arithmetic() {
        assertRefused(
                new Recording(3, 30, 1000, 24, 37, 1000, 4),
                "recording.continuousCameras: 4 cameras x 1 Mb/s x 30 days = 1.30 TB, and there is room for 1.00 TB;"
                        + " allowed: 3 cameras");
    }

    @Test
    void without_a_promise_as_many_are_recorded_as_there_is_room_for() throws IOException {
        RecordingPlan plan = RecordingPlan.of(new Recording(3, 30, 1000, 24, 37, 1000, 0), false, data);
        plan.check();
        assertThat(plan.footage().capacity().most()).isEqualTo(3);
        assertThat(RecordingPlan.of(Recording.USUAL, true, data)
                        .footage()
                        .retention()
                        .quotaBytes())
                .as("four fifths of what is free")
                .isPositive();
    }

    private void assertRefused(Recording recording, String line) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RecordingPlan.of(recording, false, data).check())
                .withMessage(line);
    }
}
