package io.kakou.benchmarks.endure;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.analysis.record.index.Place;
import io.kakou.analysis.record.play.Movie;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.StoreException;
import io.kakou.benchmarks.process.Running;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was recorded of the measured time, asked of the system itself.
 *
 * @param from its begin, {@code to} its end
 * @param whole of each camera, pictures that left whole meanwhile
 */
record Harvest(Running kakou, ObjectStore store, Instant from, Instant to, List<Long> whole) {
    /** Counting a camera's pictures reads all of its footage. */
    private static final int COUNTED_A_GROUP = 2;

    private static final double PATIENCE_SECONDS = 300;
    private static final double POLL_SECONDS = 5;

    Harvest {
        whole = List.copyOf(whole);
    }

    private double shownSeconds() {
        return (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
    }

    /** Until the last minutes of cameras without a fault have reached the store; in vain where they never do. */
    void await() throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.round(PATIENCE_SECONDS * 1e9);
        for (int number = 1; number <= whole.size(); number++) {
            while (Group.of(number) == Group.HEALTHY && !isHarvested(number) && System.nanoTime() < until) {
                Hour.pause(POLL_SECONDS);
            }
        }
    }

    private boolean isHarvested(int number) throws IOException, InterruptedException {
        for (JsonNode minute : spans(number).path("minutes")) {
            if (!Instant.parse(minute.path("to").asText()).isBefore(to)) {
                return true;
            }
        }
        return false;
    }

    /** By the groups' names. */
    Map<String, GroupFigures> groups() throws IOException, InterruptedException {
        Map<String, GroupFigures> groups = new TreeMap<>();
        Map<Group, Integer> counted = new HashMap<>();
        for (int number = 1; number <= whole.size(); number++) {
            Group group = Group.of(number);
            JsonNode spans = spans(number);
            double shown = shownSeconds();
            double destroyed = shown - whole.get(number - 1) / EndureFilms.PICTURES_A_SECOND;
            boolean counts = counted.merge(group, 1, Integer::sum) <= COUNTED_A_GROUP;
            Counted pictures = counts ? pictures(number, spans) : Counted.NONE;
            GroupFigures one = GroupFigures.of(shown, destroyed, Kept.of(spans, from, to), pictures);
            groups.merge(group.word(), one, GroupFigures::plus);
        }
        groups.replaceAll((name, figures) -> figures.rounded());
        return groups;
    }

    private JsonNode spans(int number) throws IOException, InterruptedException {
        // Some seconds behind the end: a gap is told of when it is over.
        return kakou.ask("/footage/spans?camera=" + Plan.id(number) + "&from=" + from + "&to=" + to.plusSeconds(1));
    }

    private Counted pictures(int number, JsonNode spans) throws IOException {
        long stored = 0;
        for (JsonNode minute : spans.path("minutes")) {
            stored += pictures(Plan.id(number), minute);
        }
        long shown = Math.round(shownSeconds() * EndureFilms.PICTURES_A_SECOND);
        return new Counted(1, shown, whole.get(number - 1), stored);
    }

    private long pictures(String camera, JsonNode minute) throws IOException {
        String key = Place.key(camera, minute.path("segment").asText());
        if (key == null) {
            throw new IOException("no minute has the name " + minute.path("segment"));
        }
        Instant begins = Instant.parse(minute.path("from").asText());
        try {
            return Movie.pictures(
                            store.get(key), Movie.codec(minute.path("codec").asText()))
                    .stream()
                    .map(picture -> begins.plusNanos(Math.round(picture.seconds() * 1e9)))
                    .filter(at -> !at.isBefore(from) && at.isBefore(to))
                    .count();
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
