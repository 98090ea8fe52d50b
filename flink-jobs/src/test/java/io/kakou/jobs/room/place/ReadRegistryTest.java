package io.kakou.jobs.room.place;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.json.Json;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import java.util.List;
import java.util.Queue;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRegistryTest {
    private OneInputStreamOperatorTestHarness<LogRecord, RegistryEntry> read;

    @BeforeEach
    void open() throws Exception {
        read = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ReadRegistry()));
        read.open();
    }

    @AfterEach
    void close() throws Exception {
        read.close();
    }

    @Test
    void a_record_is_read_by_what_its_key_begins_with() throws Exception {
        Road road = new Road("r1", "天城路", List.of("cam-1"));
        Duty duty = new Duty("pengbu-room", "Asia/Shanghai", null, List.of());

        assertThat(entry("road~r1", Json.write(road)).road()).isEqualTo(road);
        assertThat(entry("duty~pengbu-room", Json.write(duty)).duty()).isEqualTo(duty);
        assertThat(deadLetters()).isNull();
    }

    @Test
    void a_record_deleted_says_only_its_key() throws Exception {
        assertThat(entry("also~police", null)).isEqualTo(RegistryEntry.deleted(0, 7, "also~police"));
    }

    @Test
    void what_other_readers_keep_there_is_left_to_them_and_still_counts_as_read() throws Exception {
        assertThat(entry("permit~p1", "{}".getBytes(UTF_8))).isEqualTo(RegistryEntry.nothing(0, 7));
        assertThat(entry("permit~p1", null)).isEqualTo(RegistryEntry.nothing(0, 7));
        assertThat(deadLetters()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "area~a   | {                                                | JSON",
                "area~a   | {\"id\":\"b\"}                                   | its own key is area~b; allowed: the record's",
                "clock~c  | {\"id\":\"c\",\"limits\":[{\"step\":\"CLOSE\",\"seconds\":0}]} | seconds of step CLOSE",
                "clock~c  | {\"id\":\"c\",\"limits\":[{\"step\":\"CLOSE\",\"seconds\":9,\"counting\":\"WORKING_HOURS\"}]} | without a calendar",
                "road~r   | {\"id\":\"r\",\"cameras\":[\"c1\",\"c1\"]}       | allowed: each once",
                "calendar~c | {\"id\":\"c\",\"zone\":\"Mars/Olympus\"}       | IANA",
                "duty~d   | {\"room\":\"d\",\"shifts\":[{\"from\":\"08:00\"}]} | to",
                "also~s   | {\"id\":\"s\"}                                   | room of second owner s",
                "areas    | {\"id\":\"a\"}                                   | its key names no kind; allowed: kind~id",
            })
    void what_is_malformed_is_a_dead_letter_with_the_reason_and_counts_as_read(String key, String value, String reason)
            throws Exception {
        assertThat(entry(key, value.getBytes(UTF_8))).isEqualTo(RegistryEntry.nothing(0, 7));
        assertThat(deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.getValue().reason()).contains(reason));
    }

    private RegistryEntry entry(String key, byte @Nullable [] value) throws Exception {
        int before = read.extractOutputValues().size();
        read.processElement(new LogRecord("registry", 0, 7, 0, key, value), 0);
        List<RegistryEntry> entries = read.extractOutputValues();
        assertThat(entries).hasSize(before + 1);
        return entries.get(before);
    }

    private @Nullable Queue<StreamRecord<DeadLetter>> deadLetters() {
        return read.getSideOutput(DeadLetter.SIDE);
    }
}
