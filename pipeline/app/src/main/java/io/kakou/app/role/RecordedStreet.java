package io.kakou.app.role;

import io.kakou.analysis.record.FootageDesk;
import io.kakou.app.cameras.Watching;
import io.kakou.events.Camera;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the recorder which cameras there are before they are opened, and people where it cannot record all. */
final class RecordedStreet implements Watching {
    private final FootageDesk desk;
    private final Watching next;
    private final Consumer<String> people;
    private final Map<String, Camera> known = new HashMap<>();
    private @Nullable String said;

    RecordedStreet(FootageDesk desk, Watching next, Consumer<String> people) {
        this.desk = desk;
        this.next = next;
        this.people = people;
    }

    @Override
    public synchronized void all(Map<String, Camera> cameras) {
        known.clear();
        known.putAll(cameras);
        want();
        next.all(cameras);
    }

    @Override
    public synchronized void changed(String id, @Nullable Camera camera) {
        if (camera == null) {
            known.remove(id);
        } else {
            known.put(id, camera);
        }
        want();
        next.changed(id, camera);
    }

    @Override
    public boolean settled(double seconds) throws InterruptedException {
        return next.settled(seconds);
    }

    private void want() {
        desk.want(known.values());
        String refusal = desk.refusal();
        if (refusal != null && !Objects.equals(refusal, said)) {
            people.accept("recording refused: " + refusal + "; not recorded: "
                    + String.join(", ", desk.status().refused()));
        }
        said = refusal;
    }
}
