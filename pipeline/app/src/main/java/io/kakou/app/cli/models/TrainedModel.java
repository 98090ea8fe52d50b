package io.kakou.app.cli.models;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models that can be trained, by the words people give. */
enum TrainedModel {
    EBIKE("ebike", new EbikeTrainer()),
    WATERLOGGING("waterlogging", new WaterTrainer()),
    MUCK_TRUCK("muck-truck", new MuckTruckTrainer());

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // Trainers hold nothing.
    private final HeadTrainer trainer;

    TrainedModel(String word, HeadTrainer trainer) {
        this.word = word;
        this.trainer = trainer;
    }

    HeadTrainer trainer() {
        return trainer;
    }

    String word() {
        return word;
    }

    static Optional<TrainedModel> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** All words, for people. */
    static String words() {
        return Arrays.stream(values()).map(TrainedModel::word).collect(Collectors.joining(", "));
    }
}
