package io.kakou.models.training;

import io.kakou.models.card.ModelCard;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.Table;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.evaluation.Share;
import io.kakou.models.mucktruck.MuckTruckDetector;
import io.kakou.models.weights.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The card of a trained muck-truck head. */
public final class MuckTruckCard {
    private static final double HALF = 0.5;

    private MuckTruckCard() {}

    /**
     * When and on what a head was trained.
     *
     * @param backbone name and hash of the weights that the maps came from
     */
    public record Origin(String backbone, MuckTruckTraining.Settings settings, LocalDate date) {}

    /**
     * Writes it.
     *
     * @param sources the table that the samples were read by
     */
    public static ModelCard of(MuckTruckTraining.Outcome outcome, List<Sample> samples, Table sources, Origin origin) {
        List<Scored> nested = MuckTruckTraining.nested(outcome);
        return new ModelCard(
                "muck-truck-head",
                MuckTruckTraining.EVENT,
                List.of(MuckTruckDetector.LABEL),
                "map: float [1,10,10,1280], Conv_1 after ReLU6 of a vehicle's crop stretched to 300x300 RGB",
                "body: float [1,1], 0 to 1; the vehicle's score adds what the stock detector says of it",
                origin.backbone(),
                outcome.threshold(),
                Sha256.of(outcome.onnx()),
                origin.date().toString(),
                "kakou models train muck-truck",
                new TreeMap<>(Map.of(
                        "penalty", String.valueOf(origin.settings().penalty()),
                        "steps", String.valueOf(origin.settings().steps()))),
                sources(samples, sources),
                List.of(
                        leftOut("sources never trained on", nested, samples, one -> !isSite(one)),
                        leftOut(
                                "the source trained on, by blocks of a hundred numbers",
                                nested,
                                samples,
                                one -> isSite(one)),
                        leftOut("both together", nested, samples, one -> true)));
    }

    private static boolean isSite(Sample sample) {
        return MuckTruckTraining.family(sample).equals("site");
    }

    private static List<ModelCard.Source> sources(List<Sample> samples, Table sources) {
        List<ModelCard.Source> all = new ArrayList<>();
        for (Table.Row row : sources.rows()) {
            String name = row.get("source");
            int pictures = (int)
                    samples.stream().filter(one -> one.source().equals(name)).count();
            String use = row.get("use").equals("train") ? "trained on" : "tested on";
            all.add(new ModelCard.Source(name, pictures, use, row.get("licence")));
        }
        return all;
    }

    private static ModelCard.LeftOut leftOut(
            String split, List<Scored> scored, List<Sample> samples, Predicate<Sample> which) {
        Map<String, Sample> byFile = new TreeMap<>();
        samples.stream().filter(which).forEach(one -> byFile.put(one.file().toString(), one));
        List<Scored> these =
                scored.stream().filter(one -> byFile.containsKey(one.file())).toList();
        Map<String, List<Scored>> kinds = new TreeMap<>();
        for (Scored one : these) {
            Sample sample = byFile.get(one.file());
            if (sample != null) {
                kinds.computeIfAbsent(sample.source() + ", " + sample.truth(), kind -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<String, Share> fires = new TreeMap<>();
        kinds.forEach((kind, of) -> fires.put(kind, Share.firing(HALF, of)));
        return new ModelCard.LeftOut(split, Figures.at(HALF, these), fires);
    }
}
