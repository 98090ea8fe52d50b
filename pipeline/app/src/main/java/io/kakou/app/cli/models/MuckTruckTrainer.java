package io.kakou.app.cli.models;

import io.kakou.app.detector.Detectors;
import io.kakou.models.card.ModelCard;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.dataset.Dataset;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.decoding.Kept;
import io.kakou.models.head.Head;
import io.kakou.models.mucktruck.MuckTruckDetector;
import io.kakou.models.mucktruck.MuckTruckHead;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.training.MuckTruckCard;
import io.kakou.models.training.MuckTruckTraining;
import io.kakou.models.training.SourceTable;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.Weights;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The muck-truck head. */
final class MuckTruckTrainer implements HeadTrainer {
    @Override
    public ModelCard train(Path data, Path out, Consumer<String> people)
            throws UnreadableDataset, WeightsUnavailable, UnusableModel, IOException {
        Table sources = SourceTable.MUCK_TRUCK.of(data);
        List<Sample> samples = Dataset.read(data, sources, Map.of(), MuckTruckDetector.LABEL);
        Weights weights = Detectors.weights(CocoPart.DETECTOR_WITH_MAP, people);
        Kept settings = Kept.DEFAULT.withMinScore(Detectors.LEAST_SCORE);
        MuckTruckTraining.Outcome outcome;
        try (CocoDetector stock = new CocoDetector(weights, settings)) {
            stock.start();
            outcome = new MuckTruckTraining(stock, MuckTruckTraining.Settings.DEFAULT, people).train(samples, sources);
        }
        ModelCard card = MuckTruckCard.of(
                outcome,
                samples,
                sources,
                new MuckTruckCard.Origin(
                        weights.name() + "@" + weights.sha256(),
                        MuckTruckTraining.Settings.DEFAULT,
                        LocalDate.now(ZoneOffset.UTC)));
        Head.write(out, MuckTruckHead.NAME, outcome.onnx(), card);
        return card;
    }
}
