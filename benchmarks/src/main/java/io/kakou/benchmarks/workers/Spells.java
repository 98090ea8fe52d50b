package io.kakou.benchmarks.workers;

import io.kakou.events.Health;
import io.kakou.events.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who watched which camera when, in the workers' own words. Safe for many threads. */
final class Spells {
    private final Map<String, TreeMap<Long, Spell>> ofCamera = new HashMap<>();
    private long heard;

    /** One worker's watch of one camera. */
    static final class Spell {
        final String worker;
        final long generation;
        final Instant begin;
        Instant end;
        boolean looking;

        @Nullable
        Instant firstLook;

        @Nullable
        Instant lastLook;

        private Spell(Health health) {
            this.worker = health.worker();
            this.generation = health.generation();
            this.begin = health.at();
            this.end = health.at();
        }

        private void take(Health health) {
            end = health.at();
            lastLook = health.lastLook() == null ? lastLook : health.lastLook();
            firstLook = firstLook == null ? lastLook : firstLook;
            looking = health.stage() == Stage.LOOKING && health.blind() == null && lastLook != null;
        }
    }

    synchronized void take(Health health) {
        heard++;
        ofCamera.computeIfAbsent(health.camera(), id -> new TreeMap<>())
                .computeIfAbsent(health.generation(), generation -> new Spell(health))
                .take(health);
        notifyAll();
    }

    /** As a reader has it: the highest generation of each camera. */
    synchronized Map<String, Spell> now() {
        return ofCamera.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().lastEntry().getValue()));
    }

    /** Cameras that somebody watched still when another had begun, or looked at when another had looked. */
    synchronized List<String> overlaps() {
        return ofCamera.entrySet().stream()
                .filter(each -> overlaps(each.getValue().values()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean overlaps(Collection<Spell> inOrder) {
        Spell before = null;
        boolean found = false;
        for (Spell spell : inOrder) {
            if (before != null) {
                boolean looked =
                        before.lastLook != null && spell.firstLook != null && before.lastLook.isAfter(spell.firstLook);
                found |= before.end.isAfter(spell.begin) || looked;
            }
            before = spell;
        }
        return found;
    }

    /** What one worker said of itself after a moment in generations it had before. */
    synchronized long saidAfter(Instant moment, Map<String, Spell> held) {
        return held.entrySet().stream()
                .filter(each -> {
                    TreeMap<Long, Spell> all = ofCamera.get(each.getKey());
                    Spell old = all == null ? null : all.get(each.getValue().generation);
                    return old != null && old.end.isAfter(moment);
                })
                .count();
    }

    /** Waits for news, a second at most. */
    synchronized void await() throws InterruptedException {
        long before = heard;
        long until = System.nanoTime() + 1_000_000_000L;
        while (heard == before && System.nanoTime() < until) {
            wait(100);
        }
    }
}
