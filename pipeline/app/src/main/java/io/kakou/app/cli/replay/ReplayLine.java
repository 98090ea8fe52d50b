package io.kakou.app.cli.replay;

import io.kakou.analysis.evidence.Bundle;
import io.kakou.analysis.evidence.Replayed;
import io.kakou.analysis.evidence.Replayed.Changed;
import io.kakou.analysis.replay.LookAgain;
import io.kakou.analysis.replay.Matching;
import io.kakou.events.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code kakou replay} writes of one alert, as JSON or in words. */
record ReplayLine(
        String alert,
        String camera,
        String kind,
        Instant at,
        Replayed.Verdict verdict,
        double scoreThen,
        @Nullable Double scoreNow,
        List<Changed> changed,
        List<Looked> looks,
        Boxes boxes,
        Seal seal) {
    /** A processor's flags fill a screen. */
    private static final int MOST_WORDS = 120;

    /**
     * What the log of hashes says of a bundle.
     *
     * @param at when what it names was stored; null where nobody asked it, or it names none
     * @param same whether this is it, byte for byte
     */
    record Seal(@Nullable Instant at, boolean same) {
        /** Of a bundle that came as a file. */
        static final Seal UNASKED = new Seal(null, true);

        List<String> words() {
            if (at == null) {
                return same ? List.of() : List.of("  the log of hashes does not name this bundle");
            }
            return List.of(
                    "  the bundle is " + (same ? "" : "NOT ") + "what was stored at " + at + ", by the log of hashes");
        }
    }

    /** One look. */
    record Looked(
            String frame,
            double seconds,
            String depth,
            LookAgain.Input input,
            @Nullable Boolean decides,
            List<String> alertsThen,
            List<String> alertsNow,
            Boxes boxes) {
        static Looked of(LookAgain look) {
            var entry = look.look().entry();
            var then = look.then();
            return new Looked(
                    entry.frame(),
                    entry.seconds(),
                    entry.depth().name(),
                    look.input(),
                    then == null ? null : look.decidesTheSame(),
                    then == null ? List.of() : words(then.alerts()),
                    words(look.now().alerts()),
                    Boxes.of(look.boxes()));
        }

        private static List<String> words(List<Alert> alerts) {
            return alerts.stream()
                    .map(alert -> alert.phase() + " " + alert.kind() + ' ' + alert.subject())
                    .toList();
        }

        String line() {
            String decision = decides == null
                    ? "then not kept" + (alertsNow.isEmpty() ? "" : ", now " + alertsNow)
                    : decides ? "decides the same" : "then " + alertsThen + ", now " + alertsNow;
            return String.format(
                    Locale.ROOT,
                    "  look %s at %.2f s, %s: picture %s; %s%s",
                    frame,
                    seconds,
                    depth.toLowerCase(Locale.ROOT),
                    input.name().toLowerCase(Locale.ROOT),
                    decides == null ? "" : boxes.words() + "; ",
                    decision);
        }
    }

    /** Boxes of two models. */
    record Boxes(int matched, int gone, int fresh, double mostScore, double meanScore) {
        static Boxes of(Matching matching) {
            return new Boxes(
                    matching.matched(), matching.gone(), matching.fresh(), matching.mostScore(), matching.meanScore());
        }

        String words() {
            String found = matched + " boxes as then" + (gone == 0 ? "" : ", " + gone + " gone")
                    + (fresh == 0 ? "" : ", " + fresh + " new");
            return mostScore == 0
                    ? found
                    : String.format(
                            Locale.ROOT,
                            "%s, scores differ by %.4f at most, %.4f in the mean",
                            found,
                            mostScore,
                            meanScore);
        }
    }

    static ReplayLine of(Bundle bundle, Replayed again, Seal seal) {
        Alert stored = again.stored();
        Alert now = again.again();
        return new ReplayLine(
                stored.id(),
                bundle.camera().id(),
                stored.kind().name(),
                stored.at(),
                again.verdict(),
                stored.score(),
                now == null ? null : now.score(),
                again.changed(),
                again.looks().stream().map(Looked::of).toList(),
                Boxes.of(again.boxes()),
                seal);
    }

    /** Whether an auditor can let it stand. */
    boolean agrees() {
        return verdict != Replayed.Verdict.DIFFERS && (seal.same() || seal.at() == null);
    }

    List<String> words() {
        List<String> lines = new ArrayList<>();
        lines.add("alert " + alert + ": " + kind + " at camera " + camera + ", " + at + ", of " + looks.size()
                + " looks");
        lines.addAll(seal.words());
        for (Changed each : changed) {
            String words = each.words();
            lines.add("  " + (words.length() <= 2 * MOST_WORDS ? words : shortened(each)));
        }
        looks.forEach(look -> lines.add(look.line()));
        lines.add("  " + scores());
        lines.add("  " + verdictWords());
        return lines;
    }

    private static String shortened(Changed changed) {
        return new Changed(changed.what(), begin(changed.then()), begin(changed.now())).words();
    }

    private static String begin(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…";
    }

    private String scores() {
        Double now = scoreNow;
        return now == null
                ? String.format(Locale.ROOT, "the alert: score %.4f then, not raised now", scoreThen)
                : String.format(Locale.ROOT, "the alert: score %.4f then, %.4f now", scoreThen, now);
    }

    private String verdictWords() {
        return switch (verdict) {
            case SAME -> "agrees, bit for bit";
            case ALIKE -> "decisions agree; " + boxes.words();
            case DIFFERS -> "differs";
        };
    }
}
