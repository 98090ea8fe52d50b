package io.kakou.jobs.room.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.events.Action;
import io.kakou.events.AlarmBudget;
import io.kakou.events.Alert;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.Health;
import io.kakou.events.Incident;
import io.kakou.events.Mute;
import io.kakou.events.Notice;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.Shelf;
import io.kakou.events.Situation;
import io.kakou.events.WorkCalendar;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.room.Alerts;
import io.kakou.jobs.room.announce.AtSeat;
import io.kakou.jobs.room.announce.Known;
import io.kakou.jobs.room.announce.SeatRule;
import io.kakou.jobs.room.announce.Sounds;
import io.kakou.jobs.room.announce.Wave;
import io.kakou.jobs.room.place.Arrival;
import io.kakou.jobs.room.place.RegistryEntry;
import io.kakou.jobs.room.place.RoutedAlert;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flink falls back to Kryo for what it does not know, in silence: here it is forbidden and says so. */
class NoGenericTypeTest {
    private static final SerializerConfigImpl STRICT =
            new SerializerConfigImpl(JobSettings.of(Path.of("unused")).toFlink());

    record Unfit(Optional<String> field) {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                Action.class,
                Alert.class,
                Area.class,
                Camera.class,
                Health.class,
                Incident.class,
                LogRecord.class,
                DeadLetter.class,
                Arrival.class,
                RoutedAlert.class,
                RegistryEntry.class,
                Followed.class,
                Happening.class,
                ActionOnLog.class,
                ActionsRead.class,
                ClockProfile.class,
                Road.class,
                WorkCalendar.class,
                Duty.class,
                SecondOwner.class,
                AlarmBudget.class,
                Mute.class,
                Shelf.class,
                Notice.class,
                Situation.class,
                AtSeat.class,
                SeatRule.class,
                Known.class,
                Sounds.class,
                Wave.class
            })
    void every_record_on_the_way_has_a_serializer_of_its_own(Class<?> type) {
        assertThat(TypeInformation.of(type).createSerializer(STRICT)).isNotNull();
    }

    @Test
    void a_type_without_one_is_refused() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> TypeInformation.of(Unfit.class).createSerializer(STRICT));
    }

    @Test
    void what_is_null_stays_null_and_times_keep_their_nanoseconds() throws Exception {
        RoutedAlert routed = new RoutedAlert(Alerts.at(null), 1, null, Incident.NO_ROOM, ClockProfile.DEFAULT);
        Followed followed = Followed.open(routed, Instant.parse("2026-03-01T12:00:00.123456789Z"));

        assertThat(copied(Followed.class, followed)).isEqualTo(followed);
        assertThat(copied(RoutedAlert.class, routed)).isEqualTo(routed);
        assertThat(copied(Happening.class, Happening.of(routed))).isEqualTo(Happening.of(routed));
        assertThat(copied(RegistryEntry.class, RegistryEntry.nothing(3, 4))).isEqualTo(RegistryEntry.nothing(3, 4));
        assertThat(copied(LogRecord.class, new LogRecord("alerts", 0, 1, 2, "", null))
                        .value())
                .isNull();
    }

    @Test
    void an_incident_keeps_its_lists() throws Exception {
        Followed followed = Followed.open(
                        new RoutedAlert(Alerts.raised("a1", 0), 1, "grid", "room", ClockProfile.DEFAULT), Alerts.NOON)
                .join(new RoutedAlert(Alerts.raised("a2", 9), 1, "grid", "room", ClockProfile.DEFAULT));

        Incident incident = copied(Incident.class, followed.incident());

        assertThat(incident).isEqualTo(followed.incident());
        assertThat(List.of(incident.alerts().size(), incident.transitions().size()))
                .containsExactly(2, 2);
    }

    private static <T> T copied(Class<T> type, T value) throws Exception {
        TypeSerializer<T> serializer = TypeInformation.of(type).createSerializer(STRICT);
        DataOutputSerializer out = new DataOutputSerializer(1024);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
