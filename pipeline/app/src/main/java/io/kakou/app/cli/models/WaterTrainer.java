package io.kakou.app.cli.models;

import io.kakou.app.detector.Detectors;
import io.kakou.models.card.ModelCard;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.features.RoadBackbone;
import io.kakou.models.head.Head;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.training.SourceTable;
import io.kakou.models.training.water.WaterCard;
import io.kakou.models.training.water.WaterTraining;
import io.kakou.models.water.WaterHead;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.Weights;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** The water head. */
final class WaterTrainer implements HeadTrainer {
    @Override
    public ModelCard train(Path data, Path out, Consumer<String> people)
            throws UnreadableDataset, WeightsUnavailable, UnusableModel, IOException {
        Weights weights = Detectors.weights(CocoPart.ROAD_736, people);
        try (RoadBackbone backbone = new RoadBackbone(weights)) {
            backbone.start();
            WaterTraining.Settings settings = WaterTraining.Settings.DEFAULT;
            String name = weights.name() + "@" + weights.sha256();
            return train(
                    data,
                    out,
                    new WaterTraining(backbone, settings, people),
                    new WaterCard.Origin(name, settings, LocalDate.now(ZoneOffset.UTC)));
        }
    }

    private static ModelCard train(Path data, Path out, WaterTraining training, WaterCard.Origin origin)
            throws UnreadableDataset, IOException {
        Table sources = SourceTable.WATER.of(data);
        WaterTraining.Outcome outcome;
        try (FilmFrames films = new FilmFrames()) {
            outcome = training.train(data, sources, films.of(data, sources));
        }
        ModelCard card = WaterCard.of(outcome, sources, origin);
        Head.write(out, WaterHead.NAME, outcome.onnx(), card);
        return card;
    }
}
