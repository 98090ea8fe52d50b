package io.kakou.jobs.truck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Sighting;
import io.kakou.events.json.Json;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.truck.follow.AtCamera;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Sighting SIGHTING = Trucks.sighting("gate-site-1", 1, Trucks.NIGHT, Trucks.PLATE, 1);

    @Test
    void what_is_no_good_leaves_by_the_side_with_the_reason_and_the_rest_goes_on() throws Exception {
        OneInputStreamOperatorTestHarness<LogRecord, AtCamera> intake = ProcessFunctionTestHarnesses.forProcessFunction(
                new Intake<>(Sighting.class, TruckSettings.DEFAULT, Sighting::at, AtCamera::of));
        try {
            byte[] good = Json.write(SIGHTING);
            Instant at = Trucks.NIGHT;
            take(intake, "{\"camera\"".getBytes(UTF_8), at);
            take(intake, "{\"camera\":\"a b\",\"track\":1}".getBytes(UTF_8), at);
            take(intake, new byte[70_000], at);
            take(intake, good, at.minusSeconds(301));
            take(intake, good, at.plusSeconds(86_401));
            take(intake, good, at);

            assertThat(intake.extractOutputValues())
                    .extracting(AtCamera::camera)
                    .containsExactly("gate-site-1");
            assertThat(Objects.requireNonNull(intake.getSideOutput(DeadLetter.SIDE)))
                    .extracting(each -> each.getValue().reason())
                    .satisfiesExactly(
                            reason -> assertThat(reason).contains("not JSON"),
                            reason -> assertThat(reason).contains("is not an id; allowed"),
                            reason -> assertThat(reason).isEqualTo("the record has 70000 bytes; allowed: 65536"),
                            reason -> assertThat(reason).endsWith("is 301 s after it was logged; allowed: 300"),
                            reason -> assertThat(reason).endsWith("is 86401 s before it was logged; allowed: 86400"));
        } finally {
            intake.close();
        }
    }

    private static void take(
            OneInputStreamOperatorTestHarness<LogRecord, AtCamera> intake, byte[] value, Instant logged)
            throws Exception {
        long at = logged.toEpochMilli();
        intake.processElement(new LogRecord("sightings", 0, 0, at, "gate-site-1", value), at);
    }
}
