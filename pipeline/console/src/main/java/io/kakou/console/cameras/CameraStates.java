package io.kakou.console.cameras;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.log.TopicReader;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Stage;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest health of every camera, read from the log's beginning at each start. Safe for many threads. */
public final class CameraStates implements TopicReader.Sink {
    /** Workers speak every 10 s; one that missed three is not there. */
    static final long SILENT_SECONDS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(CameraStates.class);

    private final InstantSource clock;
    private final Map<String, Known> known = new HashMap<>();
    private long changes;

    /** @param change the count of changes when this came */
    private record Known(Health health, long change) {}

    public CameraStates(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Map<Integer, Long> positions() {
        return Map.of();
    }

    @Override
    public synchronized void take(List<TopicReader.Entry> entries, Map<Integer, Long> next) {
        for (TopicReader.Entry entry : entries) {
            if (entry.value() == null) {
                byte[] key = Objects.requireNonNull(entry.key(), "a key");
                known.remove(new String(key, UTF_8));
            } else {
                put(entry.value());
            }
        }
    }

    private void put(byte[] value) {
        try {
            Health health = Json.read(Health.class, value);
            Known before = known.get(health.camera());
            if (before == null || before.health().generation() <= health.generation()) {
                changes++;
                known.put(health.camera(), new Known(health, changes));
            }
        } catch (UnreadableRecord e) {
            LOG.error("a camera's health: {}", e.reason());
        }
    }

    /** Grows whenever a camera's state does. */
    public synchronized long changes() {
        return changes;
    }

    /** Ids of the cameras that changed after so many changes. */
    public synchronized List<String> changedSince(long count) {
        List<String> changed = new ArrayList<>();
        known.forEach((id, so) -> {
            if (so.change() > count) {
                changed.add(id);
            }
        });
        return changed;
    }

    public synchronized CameraState of(String camera) {
        Known so = known.get(camera);
        return so == null ? neverHeard(camera) : state(so.health());
    }

    /** Where the worker that watches a camera answers, or null where it does not say. */
    public synchronized @Nullable URI door(String camera) {
        Known so = known.get(camera);
        return so == null ? null : door(so.health());
    }

    /** Where workers answer that have spoken lately and say so, each once. */
    public synchronized List<URI> doors() {
        return known.values().stream()
                .map(Known::health)
                .filter(health -> !health.at().isBefore(silentBefore()))
                .map(CameraStates::door)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable URI door(Health health) {
        String door = health.door();
        return door != null && door.matches("http://[A-Za-z0-9.-]+:[0-9]{1,5}") ? URI.create(door) : null;
    }

    private static CameraState neverHeard(String camera) {
        return new CameraState(
                camera,
                Stage.UNKNOWN,
                null,
                null,
                null,
                null,
                false,
                Trouble.NEVER_HEARD,
                "no worker has spoken of it",
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    private CameraState state(Health health) {
        Trouble trouble = trouble(health);
        return new CameraState(
                health.camera(),
                health.stage(),
                health.at(),
                health.lastLook(),
                health.blind(),
                health.clockOffsetSeconds(),
                trouble == null || trouble == Trouble.BLIND,
                trouble,
                trouble == null ? null : why(trouble, health),
                health.watched(),
                health.notWatched(),
                health.clockDriftPpm(),
                health.advice(),
                health.lookSeconds(),
                health.stretch(),
                health.brakes(),
                health.judgedBy());
    }

    private @Nullable Trouble trouble(Health health) {
        if (health.at().isBefore(silentBefore())) {
            return Trouble.SILENT;
        }
        if (health.stage() != Stage.LOOKING) {
            return Trouble.NOT_REACHED;
        }
        return health.blind() == null ? null : Trouble.BLIND;
    }

    private static String why(Trouble trouble, Health health) {
        return switch (trouble) {
            case NEVER_HEARD -> "no worker has spoken of it";
            case SILENT -> "not heard of since " + health.at();
            case NOT_REACHED -> health.blind() == null ? "stands at " + health.stage() : health.blind();
            case BLIND -> String.valueOf(health.blind());
            case NOT_JUDGED -> "nothing judges it for " + health.notWatched();
            case LATE -> "last looked at " + health.lastLook();
            case BRAKED -> "switched off: " + health.brakes();
        };
    }

    private Instant silentBefore() {
        return clock.instant().minusSeconds(SILENT_SECONDS);
    }

    /** Why a camera that is watched is not watched as was asked; null where it is. */
    @Nullable
    Trouble shortfall(CameraState state) {
        if (state.notWatched().stream().anyMatch(kind -> !isBraked(state, kind))) {
            return Trouble.NOT_JUDGED;
        }
        if (isLate(state)) {
            return Trouble.LATE;
        }
        return state.notWatched().isEmpty() ? null : Trouble.BRAKED;
    }

    /** How one event is watched for, of a camera that stands so. */
    public Sight sight(CameraState state, EventKind kind) {
        return Sight.of(state, kind, this);
    }

    /** Whether it is looked at less often than promised. */
    boolean isLate(CameraState state) {
        Instant look = state.lastLook();
        return look == null || look.isBefore(silentBefore());
    }

    /** Whether a person has switched off this event there. */
    static boolean isBraked(CameraState state, EventKind kind) {
        return state.braked().stream().anyMatch(braked -> braked.kind() == kind);
    }
}
