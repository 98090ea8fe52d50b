package io.kakou.app.cli.models;

import io.kakou.app.detector.Detectors;
import io.kakou.models.card.ModelCard;
import io.kakou.models.dataset.Dataset;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.ebike.EbikeDetector;
import io.kakou.models.ebike.EbikeHead;
import io.kakou.models.features.Backbone;
import io.kakou.models.head.Head;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.training.EbikeCard;
import io.kakou.models.training.EbikeTraining;
import io.kakou.models.training.SourceTable;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.Weights;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/** The e-bike head. */
final class EbikeTrainer implements HeadTrainer {
    @Override
    public ModelCard train(Path data, Path out, Consumer<String> people)
            throws UnreadableDataset, WeightsUnavailable, UnusableModel, IOException {
        Weights weights = Detectors.weights(CocoPart.MAPS_300, people);
        try (Backbone backbone = new Backbone(CocoPart.MAPS_300, weights)) {
            backbone.start();
            return train(data, out, weights, new EbikeTraining(backbone, EbikeTraining.Settings.DEFAULT, people));
        }
    }

    private static ModelCard train(Path data, Path out, Weights weights, EbikeTraining training)
            throws UnreadableDataset, IOException {
        Table sources = SourceTable.EBIKE.of(data);
        List<Sample> samples;
        EbikeTraining.Outcome outcome;
        try (FilmFrames films = new FilmFrames()) {
            samples = Dataset.read(data, sources, films.of(data, sources), EbikeDetector.LABEL);
            outcome = training.train(samples);
        }
        ModelCard card = EbikeCard.of(
                outcome,
                samples,
                sources,
                new EbikeCard.Origin(
                        weights.name() + "@" + weights.sha256(),
                        EbikeTraining.Settings.DEFAULT,
                        LocalDate.now(ZoneOffset.UTC)));
        Head.write(out, EbikeHead.NAME, outcome.onnx(), card);
        return card;
    }
}
