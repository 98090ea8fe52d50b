package io.kakou.benchmarks.endure;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.record.index.Place;
import io.kakou.analysis.record.play.Movie;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.StoreException;
import io.kakou.benchmarks.endure.Reel.Shot;
import io.kakou.benchmarks.process.Pause;
import io.kakou.benchmarks.process.Running;
import io.kakou.benchmarks.record.Kept;
import io.kakou.rtsp.Codec;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was recorded of the measured time, asked of the system itself. */
record Harvest(Running kakou, ObjectStore store, Shown shown) {
    /** Counting a camera's pictures reads all of its footage. */
    private static final int COUNTED_A_GROUP = 2;

    private static final double PATIENCE_SECONDS = 300;
    private static final double POLL_SECONDS = 5;

    /**
     * What the cameras did meanwhile.
     *
     * @param seconds of it by the cameras' own process
     * @param whole of each camera, pictures that left whole
     * @param films of each camera, as {@link EndureStreet} reads it
     */
    record Shown(Instant from, Instant to, double seconds, List<Long> whole, List<String> films) {
        Shown {
            whole = List.copyOf(whole);
            films = List.copyOf(films);
        }

        int cameras() {
            return whole.size();
        }

        private boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** Until the last minutes of cameras without a fault have reached the store; in vain where they never do. */
    void await() throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.round(PATIENCE_SECONDS * 1e9);
        for (int number = 1; number <= shown.cameras(); number++) {
            while (Group.of(number) == Group.HEALTHY && !isHarvested(number) && System.nanoTime() < until) {
                Pause.seconds(POLL_SECONDS);
            }
        }
    }

    private boolean isHarvested(int number) throws IOException, InterruptedException {
        for (JsonNode minute : spans(number).path("minutes")) {
            if (!Instant.parse(minute.path("to").asText()).isBefore(shown.to)) {
                return true;
            }
        }
        return false;
    }

    /** By the groups' names. */
    Map<String, GroupFigures> groups() throws IOException, InterruptedException {
        Map<String, GroupFigures> groups = new TreeMap<>();
        Map<Group, Integer> counted = new HashMap<>();
        for (int number = 1; number <= shown.cameras(); number++) {
            Group group = Group.of(number);
            JsonNode spans = spans(number);
            double destroyed = shown.seconds - shown.whole.get(number - 1) / EndureFilms.PICTURES_A_SECOND;
            boolean counts = counted.merge(group, 1, Integer::sum) <= COUNTED_A_GROUP;
            Counted pictures = counts ? pictures(number, spans) : Counted.NONE;
            Kept kept = Kept.of(spans, shown.from, shown.to);
            GroupFigures one = GroupFigures.of(shown.seconds, destroyed, kept, pictures);
            groups.merge(group.word(), one, GroupFigures::plus);
        }
        groups.replaceAll((name, figures) -> figures.rounded());
        return groups;
    }

    private JsonNode spans(int number) throws IOException, InterruptedException {
        return kakou.ask("/footage/spans?camera=" + Plan.id(number) + "&from=" + shown.from + "&to=" + shown.to);
    }

    private Counted pictures(int number, JsonNode spans) throws IOException {
        List<Shot> shots = new ArrayList<>();
        for (JsonNode minute : spans.path("minutes")) {
            shots.addAll(shots(Plan.id(number), minute));
        }
        try {
            Reel.Finding found =
                    Reel.of(EndureStreet.source(shown.films.get(number - 1))).find(shots);
            return new Counted(1, shown.whole.get(number - 1), found.stored(), found.missing(), found.strange());
        } catch (UnreadableVideo e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private List<Shot> shots(String camera, JsonNode minute) throws IOException {
        String key = Place.key(camera, minute.path("segment").asText());
        if (key == null) {
            throw new IOException("no minute has the name " + minute.path("segment"));
        }
        Instant begins = Instant.parse(minute.path("from").asText());
        List<Shot> shots = new ArrayList<>();
        try {
            Codec codec = Movie.codec(minute.path("codec").asText());
            for (Movie.Coded picture : Movie.pictures(store.get(key), codec)) {
                Instant at = begins.plusNanos(Math.round(picture.seconds() * 1e9));
                if (shown.holds(at)) {
                    shots.add(new Shot(Reel.print(picture.bytes()), at.toEpochMilli() / 1000.0));
                }
            }
            return shots;
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
