package io.kakou.app.workers;

import io.kakou.app.cameras.CameraTopic;
import io.kakou.app.cameras.Lease;
import io.kakou.events.Camera;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** All cameras belong to the one worker there is: it claims every partition once, then hears of them as they change. */
public final class LoneCameras implements CameraTopic.Listener {
    private final MemoryTopic memory;
    private final CameraTopic.Listener next;
    private boolean claimed;

    public LoneCameras(MemoryTopic memory, CameraTopic.Listener next) {
        this.memory = memory;
        this.next = next;
    }

    /** Where the log does not take the claim this fails, and whoever reads the cameras begins anew. */
    @Override
    public void all(Map<String, Camera> cameras) {
        if (!claimed) {
            claim();
            claimed = true;
        }
        memory.tidy(Partitions.all(), cameras.keySet());
        next.all(cameras);
    }

    private void claim() {
        Map<Integer, Lease> leases = new HashMap<>();
        Partitions.all().forEach(part -> leases.put(part, Lease.FOR_EVER));
        try {
            memory.claim(leases);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void changed(String id, @Nullable Camera camera) {
        if (camera == null) {
            memory.removed(id);
        }
        next.changed(id, camera);
    }
}
