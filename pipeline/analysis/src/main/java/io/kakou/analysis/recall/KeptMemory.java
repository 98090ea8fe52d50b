package io.kakou.analysis.recall;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Camera;
import io.kakou.events.LearnedMemory;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.models.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One camera's memories on a shelf. */
final class KeptMemory implements MemoryKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(KeptMemory.class);
    /** A kill loses no more than so much learning; less: more writing, for 1,562 cameras five times a second as it is. */
    static final double SECONDS = 300;

    private final Camera camera;
    private final MemoryShelf shelf;
    /** What this owner has put on the shelf, by rule. What it found there it puts there again, in its own name. */
    private final Map<String, Record> written = new HashMap<>();

    private @Nullable Size size;
    private Learned newest = Learned.NOTHING;
    private Instant newestAt = Instant.EPOCH;
    private List<String> open = List.of();
    private double writtenSeconds = Double.NaN;

    KeptMemory(Camera camera, MemoryShelf shelf) {
        this.camera = camera;
        this.shelf = shelf;
    }

    @Override
    public synchronized Learned recall(Size picture) {
        write();
        size = picture;
        written.clear();
        written.putAll(Learned.NOTHING.parts());
        Learned recalled = Learned.NOTHING;
        for (String rule : LearnedMemory.RULES) {
            recalled = recalled(recalled, rule, picture);
        }
        newest = recalled;
        open = recalled.open();
        return recalled;
    }

    private Learned recalled(Learned so, String rule, Size picture) {
        Optional<LearnedMemory> kept = shelf.newest(camera.id(), rule);
        if (kept.isEmpty()) {
            return so;
        }
        if (!fits(kept.get(), picture)) {
            LOG.info(
                    "{} is not as it was when {} learned of it ({}): it is learned anew",
                    camera.id(),
                    rule,
                    kept.get().at());
            return so;
        }
        try {
            return so.with(rule, kept.get().payload());
        } catch (UnreadableRecord | IllegalArgumentException e) {
            LOG.warn("what {} learned of {} is learned anew: {}", rule, camera.id(), e.getMessage());
            return so;
        }
    }

    private boolean fits(LearnedMemory kept, Size picture) {
        return kept.epoch().equals(camera.memoryEpoch(kept.rule()))
                && kept.width() == picture.width()
                && kept.height() == picture.height();
    }

    @Override
    public synchronized void keep(Learned learned, double seconds, Instant at) {
        newest = learned;
        newestAt = at;
        if (Double.isNaN(writtenSeconds)) {
            writtenSeconds = seconds - firstWait();
        }
        boolean due = seconds - writtenSeconds >= SECONDS;
        if (due || !learned.open().equals(open)) {
            writtenSeconds = due ? seconds : writtenSeconds;
            write();
        }
    }

    /** A street's cameras are opened together and must not write together. */
    private double firstWait() {
        return SECONDS * Math.floorMod(camera.id().hashCode(), 97) / 97.0;
    }

    @Override
    public synchronized void close() {
        write();
        size = null;
    }

    @Override
    public synchronized void write() {
        if (size == null || newestAt.equals(Instant.EPOCH)) {
            return;
        }
        open = newest.open();
        for (Map.Entry<String, Record> part : newest.parts().entrySet()) {
            if (!part.getValue().equals(written.get(part.getKey()))) {
                write(part.getKey(), part.getValue(), size);
            }
        }
    }

    private void write(String rule, Record part, Size picture) {
        written.put(rule, part);
        try {
            shelf.put(new LearnedMemory(
                    camera.id(),
                    rule,
                    camera.memoryEpoch(rule),
                    "",
                    0,
                    newestAt.toEpochMilli(),
                    newestAt,
                    picture.width(),
                    picture.height(),
                    new String(Json.write(part), UTF_8)));
        } catch (IllegalArgumentException e) {
            LOG.error("what was learned is not kept: {}", e.getMessage());
        }
    }
}
