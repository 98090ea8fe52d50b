package io.kakou.analysis.recall;

import io.kakou.events.LearnedMemory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A shelf in memory, which counts what is put on it. */
public final class MapShelf implements MemoryShelf {
    final Map<String, LearnedMemory> kept = new ConcurrentHashMap<>();
    int puts;

    @Override
    public Optional<LearnedMemory> newest(String camera, String rule) {
        return Optional.ofNullable(kept.get(LearnedMemory.key(camera, rule)));
    }

    @Override
    public synchronized void put(LearnedMemory memory) {
        puts++;
        kept.put(LearnedMemory.key(memory.camera(), memory.rule()), memory);
    }
}
