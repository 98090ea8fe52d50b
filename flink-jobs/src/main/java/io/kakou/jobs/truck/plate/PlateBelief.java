package io.kakou.jobs.truck.plate;

import static java.util.Comparator.comparingDouble;

import io.kakou.events.Sighting;
import io.kakou.events.Sighting.Candidate;
import io.kakou.events.truck.Plate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From what a camera read to what that is worth, given the plates that have papers. */
public final class PlateBelief {
    /** What counts for nothing: a plate three signs away. */
    private static final double LEAST = 1e-9;

    private final Confusion confusion = new Confusion(SignTable.measured());

    /**
     * Weighs one reading.
     *
     * @param listed plates that have papers
     */
    public Belief weigh(Sighting sighting, Collection<String> listed) {
        List<Candidate> candidates = sighting.candidates().stream()
                .filter(each -> Plate.is(each.plate()))
                .sorted(comparingDouble(Candidate::share).reversed())
                .toList();
        if (candidates.isEmpty()) {
            return Belief.NONE;
        }
        String read = candidates.get(0).plate();
        double sure = Sureness.of(sighting);
        Map<String, Double> shares = shares(candidates);
        List<Other> others = new ArrayList<>();
        for (String plate : listed) {
            double weight = plate.equals(read) ? 0 : (1 - sure) * instead(read, plate, shares);
            if (weight > LEAST) {
                others.add(new Other(plate, weight));
            }
        }
        others.sort(comparingDouble(Other::weight).reversed().thenComparing(Other::plate));
        return new Belief(read, sure, others.subList(0, Math.min(Belief.MOST_OTHERS, others.size())));
    }

    /** The same belief, now that this plate has papers too. */
    public Belief listing(Belief belief, String plate) {
        double weight = (1 - belief.weight()) * confusion.wronglyReadFor(belief.plate(), plate);
        if (weight <= LEAST
                || belief.others().stream().anyMatch(each -> each.plate().equals(plate))) {
            return belief;
        }
        List<Other> others = new ArrayList<>(belief.others());
        others.add(new Other(plate, weight));
        others.sort(comparingDouble(Other::weight).reversed().thenComparing(Other::plate));
        return new Belief(
                belief.plate(), belief.weight(), others.subList(0, Math.min(Belief.MOST_OTHERS, others.size())));
    }

    /** Whether the one, where it was read wrongly, may be the other. */
    public boolean mayBe(String read, String plate) {
        return confusion.wronglyReadFor(read, plate) > LEAST;
    }

    /** Of the candidates but the first, by plate; they add up to 1. */
    private static Map<String, Double> shares(List<Candidate> candidates) {
        double sum = candidates.stream().skip(1).mapToDouble(Candidate::share).sum();
        Map<String, Double> shares = new HashMap<>();
        candidates.stream()
                .skip(1)
                .filter(each -> sum > 0)
                .forEach(each -> shares.merge(each.plate(), each.share() / sum, Double::sum));
        return shares;
    }

    /**
     * The chance that a reading, given that it is wrong, is of this plate: half by the recogniser's own second thoughts, half
     * by what it takes for what, for its errors are often sure.
     */
    private double instead(String read, String plate, Map<String, Double> shares) {
        double measured = confusion.wronglyReadFor(read, plate);
        return shares.isEmpty() ? measured : (shares.getOrDefault(plate, 0.0) + measured) / 2;
    }
}
