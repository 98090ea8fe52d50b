package io.kakou.models.plate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds readings up. Each votes in each place for the signs that it may show, by their shares and by the square of how sure it
 * is itself; how long the plate is is voted for first. What the places say together must again be a plate.
 *
 * <p>That many looks agree makes it no surer: looks at one plate err alike. On staged tracks of 16 real plates shares raised
 * to n^¼ or √n told more plates at 0.7 (92, 99 rightly instead of 71) and far more wrong ones (31, 46 instead of 10).
 */
final class PlateTally {
    private static final int BEAMS = 16;
    private static final int GUESSES = 6;

    private PlateTally() {}

    /** A plate as far as it is told, with the patterns it may still be and the product of its places' shares. */
    private record Prefix(String text, int patterns, double share) {}

    /**
     * What readings come to.
     *
     * @param readings two or more, best first
     */
    static PlateReading of(List<PlateReading> readings) {
        int length = length(readings);
        List<Map<Character, Double>> places = places(readings, length);
        List<Prefix> plates = plates(places, length);
        PlateReading best = readings.get(0);
        if (plates.isEmpty()) {
            return best;
        }
        List<PlateReading.Guess> guesses = plates.stream()
                .map(plate -> new PlateReading.Guess(plate.text(), Math.min(1, plate.share())))
                .limit(GUESSES)
                .toList();
        double all = Math.max(
                1, guesses.stream().mapToDouble(PlateReading.Guess::share).sum());
        double width =
                readings.stream().mapToDouble(PlateReading::widthPixels).max().orElseThrow();
        return new PlateReading(
                guesses.get(0).text(),
                PlateConfidence.of(guesses.get(0).share(), all, width),
                width,
                best.colour(),
                best.box(),
                guesses);
    }

    private static int length(List<PlateReading> readings) {
        Map<Integer, Double> votes = new HashMap<>();
        for (PlateReading reading : readings) {
            reading.guesses().forEach(guess -> votes.merge(guess.text().length(), weight(reading, guess), Double::sum));
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static List<Map<Character, Double>> places(List<PlateReading> readings, int length) {
        List<Map<Character, Double>> places = new ArrayList<>();
        for (int place = 0; place < length; place++) {
            Map<Character, Double> votes = new HashMap<>();
            for (PlateReading reading : readings) {
                vote(votes, reading, place, length);
            }
            double sum =
                    votes.values().stream().mapToDouble(Double::doubleValue).sum();
            votes.replaceAll((sign, vote) -> vote / sum);
            places.add(votes);
        }
        return places;
    }

    private static void vote(Map<Character, Double> votes, PlateReading reading, int place, int length) {
        for (PlateReading.Guess guess : reading.guesses()) {
            if (guess.text().length() == length) {
                votes.merge(guess.text().charAt(place), weight(reading, guess), Double::sum);
            }
        }
    }

    private static double weight(PlateReading reading, PlateReading.Guess guess) {
        double all = reading.guesses().stream()
                .mapToDouble(PlateReading.Guess::share)
                .sum();
        return reading.confidence() * reading.confidence() * guess.share() / all;
    }

    private static List<Prefix> plates(List<Map<Character, Double>> places, int length) {
        List<Prefix> prefixes = List.of(new Prefix("", PlateGrammar.START, 1));
        for (Map<Character, Double> place : places) {
            List<Prefix> longer = new ArrayList<>();
            prefixes.forEach(prefix -> place.forEach((sign, share) -> longer.add(and(prefix, sign, share))));
            prefixes = longer.stream()
                    .filter(prefix -> prefix.patterns() != PlateGrammar.DEAD)
                    .sorted(Comparator.comparingDouble(Prefix::share).reversed().thenComparing(Prefix::text))
                    .limit(BEAMS)
                    .toList();
        }
        return prefixes.stream()
                .filter(prefix -> PlateGrammar.mayEnd(prefix.patterns(), length))
                .toList();
    }

    private static Prefix and(Prefix prefix, char sign, double share) {
        int place = prefix.text().length();
        int patterns = PlateGrammar.after(prefix.patterns(), place, PlateSign.number(sign));
        return new Prefix(prefix.text() + sign, patterns, prefix.share() * share);
    }
}
