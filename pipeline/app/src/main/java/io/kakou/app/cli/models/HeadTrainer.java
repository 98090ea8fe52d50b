package io.kakou.app.cli.models;

import io.kakou.models.card.ModelCard;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Trains one model and judges it by what it was not trained on. */
interface HeadTrainer {
    /**
     * Trains.
     *
     * @param data the folder that the sources' pictures lie below
     * @param out takes the model and its card; is there
     * @param people is told how far it is, a line at a time
     * @return the card, as it was written
     */
    ModelCard train(Path data, Path out, Consumer<String> people)
            throws UnreadableDataset, WeightsUnavailable, UnusableModel, IOException;
}
