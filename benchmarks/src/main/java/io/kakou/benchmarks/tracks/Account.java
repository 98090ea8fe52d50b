package io.kakou.benchmarks.tracks;

import io.kakou.analysis.track.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a tracker said of one sequence against what was there, look by look.
 *
 * <p>CLEAR MOT: a pair of the look before is kept while it holds; what is left is paired for the greatest sum of overlaps.
 * Somebody paired with another track than the last one that had them is a switch, also after a gap.
 */
public final class Account {
    /** Least intersection over union of a pair. */
    static final double SAME = 0.5;

    private final List<Counts> looks = new ArrayList<>();
    private final Map<Long, Long> lastTrackOf = new HashMap<>();
    private final Map<Long, Long> pairedBefore = new HashMap<>();
    private final Set<Long> interrupted = new HashSet<>();
    private final Map<Long, Map<Long, Integer>> together = new TreeMap<>();
    private final Set<Long> tracks = new HashSet<>();

    /**
     * One look's errors.
     *
     * @param seconds of the look
     * @param overlap sum of the pairs' intersections over union
     */
    record Counts(double seconds, int there, int said, int paired, double overlap, int switches, int fragmentations) {}

    /** Takes a look. */
    public void add(double seconds, List<Place> there, List<Place> said) {
        Map<Long, Place> pairs = pairs(there, said);
        double overlap = 0;
        int switches = 0;
        int fragmentations = 0;
        pairedBefore.clear();
        for (Place who : there) {
            Place track = pairs.get(who.id());
            if (track == null) {
                if (lastTrackOf.containsKey(who.id())) {
                    interrupted.add(who.id());
                }
                continue;
            }
            overlap += who.box().iou(track.box());
            Long last = lastTrackOf.put(who.id(), track.id());
            switches += last != null && last != track.id() ? 1 : 0;
            fragmentations += interrupted.remove(who.id()) ? 1 : 0;
            pairedBefore.put(who.id(), track.id());
        }
        said.forEach(track -> tracks.add(track.id()));
        countTogether(there, said);
        looks.add(new Counts(seconds, there.size(), said.size(), pairs.size(), overlap, switches, fragmentations));
    }

    private Map<Long, Place> pairs(List<Place> there, List<Place> said) {
        Map<Long, Place> pairs = new HashMap<>();
        List<Place> people = new ArrayList<>();
        List<Place> free = new ArrayList<>(said);
        for (Place who : there) {
            Long before = pairedBefore.get(who.id());
            Place still = before == null
                    ? null
                    : free.stream()
                            .filter(track -> track.id() == before && same(who, track))
                            .findFirst()
                            .orElse(null);
            if (still == null) {
                people.add(who);
            } else {
                pairs.put(who.id(), still);
                free.remove(still);
            }
        }
        int[] columns = Assignment.solve(costs(people, free), free.size());
        for (int row = 0; row < columns.length; row++) {
            if (columns[row] >= 0) {
                pairs.put(people.get(row).id(), free.get(columns[row]));
            }
        }
        return pairs;
    }

    private static double[][] costs(List<Place> people, List<Place> free) {
        double[][] costs = new double[people.size()][free.size()];
        for (int row = 0; row < costs.length; row++) {
            for (int column = 0; column < free.size(); column++) {
                Place who = people.get(row);
                Place track = free.get(column);
                costs[row][column] = same(who, track) ? 1 - who.box().iou(track.box()) : Assignment.FORBIDDEN;
            }
        }
        return costs;
    }

    private static boolean same(Place who, Place track) {
        return who.box().iou(track.box()) >= SAME;
    }

    private void countTogether(List<Place> there, List<Place> said) {
        for (Place who : there) {
            Map<Long, Integer> with = together.computeIfAbsent(who.id(), none -> new TreeMap<>());
            for (Place track : said) {
                if (same(who, track)) {
                    with.merge(track.id(), 1, Integer::sum);
                }
            }
        }
    }

    List<Counts> looks() {
        return List.copyOf(looks);
    }

    /** Looks in which somebody's box has the one track that is theirs, in the best assignment of tracks to people. */
    int rightlyNamed() {
        List<Long> people = List.copyOf(together.keySet());
        List<Long> all = List.copyOf(tracks);
        double[][] costs = new double[people.size()][all.size()];
        for (int row = 0; row < costs.length; row++) {
            for (int column = 0; column < all.size(); column++) {
                costs[row][column] = -inCommon(people.get(row), all.get(column));
            }
        }
        int[] columns = Assignment.solve(costs, all.size());
        int sum = 0;
        for (int row = 0; row < columns.length; row++) {
            sum += columns[row] < 0 ? 0 : inCommon(people.get(row), all.get(columns[row]));
        }
        return sum;
    }

    private int inCommon(Long person, Long track) {
        return together.getOrDefault(person, Map.of()).getOrDefault(track, 0);
    }
}
