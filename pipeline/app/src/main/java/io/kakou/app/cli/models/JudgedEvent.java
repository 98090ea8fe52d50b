package io.kakou.app.cli.models;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.app.detector.Detectors;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.WeightsUnavailable;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The events that pictures can be judged for, by the words people give. */
enum JudgedEvent {
    EBIKE_IN_LIFT("ebike-in-lift") {
        @Override
        EventScorer open(Consumer<String> people) throws WeightsUnavailable, UnusableModel {
            return new EbikeScorer(Detectors.open(people), JudgeSettings.DEFAULT);
        }
    },
    WATERLOGGING("waterlogging") {
        @Override
        EventScorer open(Consumer<String> people) throws WeightsUnavailable, UnusableModel {
            return new WaterScorer(Detectors.road(people), JudgeSettings.DEFAULT);
        }
    },
    PLATE("plate") {
        @Override
        EventScorer open(Consumer<String> people) throws WeightsUnavailable, UnusableModel {
            return new PlateScorer(Detectors.open(people), JudgeSettings.DEFAULT);
        }
    },
    MUCK_TRUCK("muck-truck") {
        @Override
        EventScorer open(Consumer<String> people) throws WeightsUnavailable, UnusableModel {
            return new MuckTruckScorer(Detectors.open(people));
        }
    },
    LOST_CHILD("lost-child") {
        @Override
        EventScorer open(Consumer<String> people) throws WeightsUnavailable, UnusableModel {
            return new ChildScorer(Detectors.open(people), JudgeSettings.DEFAULT);
        }
    };

    private final String word;

    JudgedEvent(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Opens what the event's rule judges with, and nothing else. */
    abstract EventScorer open(Consumer<String> people) throws WeightsUnavailable, UnusableModel;

    static Optional<JudgedEvent> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** All words, for people. */
    static String words() {
        return Arrays.stream(values()).map(JudgedEvent::word).collect(Collectors.joining(", "));
    }
}
