package io.kakou.analysis.lift.wire;

import io.kakou.analysis.lift.Door;
import io.kakou.analysis.lift.Doors;
import io.kakou.analysis.lift.modbus.ModbusDoor;
import io.kakou.analysis.lift.modbus.ModbusLoops;
import io.kakou.events.Lift;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens the ways to real controllers; those that are open go on until they are closed themselves. */
public final class RealDoors implements Doors, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private @Nullable ModbusLoops loops;

    public RealDoors(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Door open(Lift lift) {
        Door door =
                switch (lift.controller().wire()) {
                    case MODBUS_REGISTER, MODBUS_COIL -> new ModbusDoor(lift.controller(), loops(), clock);
                    case HTTP ->
                        new HttpDoor(
                                http, Objects.requireNonNull(lift.controller().url()), clock);
                    case UNKNOWN ->
                        throw new IllegalArgumentException("lift " + lift.id()
                                + " speaks another wire; allowed: MODBUS_REGISTER, MODBUS_COIL, HTTP");
                };
        return lift.speaker() == null ? door : new SpeakingDoor(door, new HttpDoor(http, lift.speaker(), clock));
    }

    private synchronized ModbusLoops loops() {
        if (loops == null) {
            loops = new ModbusLoops();
        }
        return loops;
    }

    @Override
    public synchronized void close() {
        if (loops != null) {
            loops.close();
            loops = null;
        }
    }
}
