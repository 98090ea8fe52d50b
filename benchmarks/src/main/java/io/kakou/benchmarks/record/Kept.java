package io.kakou.benchmarks.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.analysis.record.index.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a camera's index says of a span.
 *
 * @param stored seconds in minutes that are stored
 * @param gaps seconds in gaps, by cause
 * @param missing seconds within minutes, as they say
 * @param unsaid seconds that are in neither minutes nor gaps
 */
public record Kept(double stored, Map<Cause, Double> gaps, double missing, double unsaid) {
    public Kept {
        gaps = Map.copyOf(gaps);
    }

    /** A part of the span. */
    private record Piece(Instant from, Instant to) {
        static Piece of(JsonNode node) {
            return new Piece(
                    Instant.parse(node.path("from").asText()),
                    Instant.parse(node.path("to").asText()));
        }

        Piece within(Instant begin, Instant end) {
            return new Piece(from.isBefore(begin) ? begin : from, to.isAfter(end) ? end : to);
        }

        double seconds() {
            return Math.max(0, Duration.between(from, to).toNanos() / 1e9);
        }
    }

    /**
     * Reads it.
     *
     * @param spans as the internal door answers
     */
    public static Kept of(JsonNode spans, Instant from, Instant to) {
        List<Piece> told = new ArrayList<>();
        double stored = 0;
        double missing = 0;
        for (JsonNode minute : spans.path("minutes")) {
            Piece whole = Piece.of(minute);
            Piece piece = whole.within(from, to);
            stored += piece.seconds();
            missing += minute.path("missing").asDouble() * piece.seconds() / Math.max(1e-3, whole.seconds());
            told.add(piece);
        }
        Map<Cause, Double> gaps = new TreeMap<>();
        for (JsonNode gap : spans.path("gaps")) {
            Piece piece = Piece.of(gap).within(from, to);
            gaps.merge(Cause.valueOf(gap.path("why").asText()), piece.seconds(), Double::sum);
            told.add(piece);
        }
        return new Kept(stored, gaps, missing, unsaid(told, from, to));
    }

    private static double unsaid(List<Piece> told, Instant from, Instant to) {
        double sum = 0;
        Instant known = from;
        for (Piece piece :
                told.stream().sorted(Comparator.comparing(Piece::from)).toList()) {
            sum += new Piece(known, piece.from()).seconds();
            known = piece.to().isAfter(known) ? piece.to() : known;
        }
        return sum + new Piece(known, to).seconds();
    }

    /** Seconds that cameras showed and that were lost here. */
    public double lostHere() {
        return gaps.entrySet().stream()
                .filter(gap -> gap.getKey().isOurs())
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
