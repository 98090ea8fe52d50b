package io.kakou.models.training;

import io.kakou.models.card.ModelCard;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.Table;
import io.kakou.models.ebike.EbikeDetector;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.evaluation.Share;
import io.kakou.models.weights.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The card of a trained e-bike head. */
public final class EbikeCard {
    private static final double THRESHOLD = 0.5;

    private EbikeCard() {}

    /**
     * Writes it.
     *
     * @param sources the table that the samples were read by
     */
    public static ModelCard of(EbikeTraining.Outcome outcome, List<Sample> samples, Table sources, Origin origin) {
        return new ModelCard(
                "ebike-in-lift-head",
                EbikeTraining.EVENT,
                List.of(EbikeDetector.LABEL),
                "map: float [1,10,10,1280], Conv_1 after ReLU6 of a picture stretched to 300x300 RGB",
                "heat: float [1,1,10,10], 0 to 1; a picture's score is the highest",
                origin.backbone(),
                THRESHOLD,
                Sha256.of(outcome.onnx()),
                origin.date().toString(),
                "kakou models train ebike",
                settings(origin.settings()),
                sources(samples, sources),
                List.of(
                        leftOut("each family (housing estate or source) left out whole", outcome.scored(), samples),
                        leftOut("each group (lift cabin or source) left out whole", outcome.scoredByGroup(), samples)));
    }

    /**
     * When and on what a head was trained.
     *
     * @param backbone name and hash of the weights that the maps came from
     */
    public record Origin(String backbone, EbikeTraining.Settings settings, LocalDate date) {}

    private static Map<String, String> settings(EbikeTraining.Settings settings) {
        return new TreeMap<>(Map.of(
                "variations", String.valueOf(settings.variations()),
                "penalty", String.valueOf(settings.penalty()),
                "steps", String.valueOf(settings.steps())));
    }

    private static List<ModelCard.Source> sources(List<Sample> samples, Table sources) {
        List<ModelCard.Source> all = new ArrayList<>();
        for (Table.Row row : sources.rows()) {
            String name = row.get("source");
            List<Sample> of =
                    samples.stream().filter(one -> one.source().equals(name)).toList();
            boolean onlyTested = of.stream()
                    .allMatch(one -> !one.is(Sample.NONE) && one.boxes().isEmpty());
            all.add(new ModelCard.Source(name, of.size(), onlyTested ? "tested on" : "trained on", row.get("licence")));
        }
        return all;
    }

    private static ModelCard.LeftOut leftOut(String split, List<Scored> scored, List<Sample> samples) {
        Map<String, Sample> byFile = new HashMap<>();
        samples.forEach(sample -> byFile.put(sample.file().toString(), sample));
        Map<String, List<Scored>> kinds = new TreeMap<>();
        for (Scored one : scored) {
            Sample sample = byFile.get(one.file());
            if (sample != null) {
                kinds.computeIfAbsent(sample.family() + ", " + sample.truth(), kind -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<String, Share> fires = new TreeMap<>();
        kinds.forEach((kind, of) -> fires.put(kind, Share.firing(THRESHOLD, of)));
        return new ModelCard.LeftOut(split, Figures.at(THRESHOLD, EbikeTraining.counted(scored, samples)), fires);
    }
}
