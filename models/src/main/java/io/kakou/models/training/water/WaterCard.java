package io.kakou.models.training.water;

import io.kakou.models.card.ModelCard;
import io.kakou.models.dataset.Table;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.evaluation.Share;
import io.kakou.models.water.WaterHead;
import io.kakou.models.weights.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The card of a trained water head. */
public final class WaterCard {
    /** Of what is before the sigmoid 0. */
    private static final double THRESHOLD = 0.5;

    private static final String FLATTERED =
            "which method learns from them was chosen on the same pictures, which flatters: see RUNS.md";

    private WaterCard() {}

    /**
     * When and on what a head was trained.
     *
     * @param backbone name and hash of the weights that judge
     */
    public record Origin(String backbone, WaterTraining.Settings settings, LocalDate date) {}

    /** Writes it; figures are of scores bent to 0 to 1. */
    public static ModelCard of(WaterTraining.Outcome outcome, Table sources, Origin origin) {
        return new ModelCard(
                "waterlogging-head",
                WaterTraining.EVENT,
                List.of("water"),
                "map: float [1,23,23,320], what goes into the last layer; once for a picture at 736x736, once mirrored",
                "evidence: float [1,23,23,1], deviations; a picture's is the mean of its lower 60 %, under water from 0",
                origin.backbone(),
                THRESHOLD,
                Sha256.of(outcome.onnx()),
                origin.date().toString(),
                "kakou models train waterlogging",
                settings(origin.settings(), outcome.usualDry()),
                sources(outcome, sources),
                List.of(
                        leftOut("each street camera left out whole; " + FLATTERED, outcome.cameras()),
                        leftOut("the same with the camera's other dry pictures as its memory", outcome.remembered()),
                        leftOut(
                                "other sources, which taught it nothing of water; floods there it should find",
                                outcome.sources())));
    }

    private static Map<String, String> settings(WaterTraining.Settings settings, double usualDry) {
        return new TreeMap<>(Map.of(
                "ridge",
                String.valueOf(settings.ridge()),
                "each",
                String.valueOf(settings.each()),
                WaterHead.USUAL_DRY,
                String.valueOf((float) usualDry)));
    }

    private static List<ModelCard.Source> sources(WaterTraining.Outcome outcome, Table sources) {
        List<ModelCard.Source> all = new ArrayList<>();
        for (Table.Row row : sources.rows()) {
            int pictures = outcome.pictures().getOrDefault(row.get("source"), 0);
            all.add(new ModelCard.Source(
                    row.get("source"),
                    pictures,
                    row.get("labels").startsWith("cameras:") ? "trained on" : "for how pictures differ anyway",
                    row.get("licence")));
        }
        return all;
    }

    private static ModelCard.LeftOut leftOut(String split, List<Scored> evidence) {
        List<Scored> scored = evidence.stream().map(WaterCard::bent).toList();
        Map<String, List<Scored>> kinds = new TreeMap<>();
        for (Scored one : scored) {
            String source = one.group().replaceFirst("/.*", "");
            kinds.computeIfAbsent(source + (one.truth() ? ", water" : ", none"), kind -> new ArrayList<>())
                    .add(one);
        }
        Map<String, Share> fires = new TreeMap<>();
        kinds.forEach((kind, of) -> fires.put(kind, Share.firing(THRESHOLD, of)));
        return new ModelCard.LeftOut(split, Figures.at(THRESHOLD, scored), fires);
    }

    private static Scored bent(Scored over) {
        return new Scored(over.file(), over.group(), over.truth(), 1 / (1 + Math.exp(-over.score())));
    }
}
