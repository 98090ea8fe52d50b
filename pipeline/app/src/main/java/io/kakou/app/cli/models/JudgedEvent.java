package io.kakou.app.cli.models;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.app.detector.Detectors;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The events that pictures can be judged for, by the words people give. */
enum JudgedEvent {
    EBIKE_IN_LIFT("ebike-in-lift") {
        @Override
        EventScorer over(Detectors detectors) {
            return new EbikeScorer(detectors, JudgeSettings.DEFAULT);
        }
    },
    WATERLOGGING("waterlogging") {
        @Override
        EventScorer over(Detectors detectors) {
            return new WaterScorer(detectors, JudgeSettings.DEFAULT);
        }
    },
    PLATE("plate") {
        @Override
        EventScorer over(Detectors detectors) {
            return new PlateScorer(detectors, JudgeSettings.DEFAULT);
        }
    },
    MUCK_TRUCK("muck-truck") {
        @Override
        EventScorer over(Detectors detectors) {
            return detectors.hasOwn()
                    ? new OwnTruckScorer(detectors, JudgeSettings.DEFAULT)
                    : new MuckTruckScorer(detectors);
        }
    },
    LOST_CHILD("lost-child") {
        @Override
        EventScorer over(Detectors detectors) {
            return new ChildScorer(detectors, JudgeSettings.DEFAULT);
        }
    };

    private final String word;

    JudgedEvent(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** What the event's rule judges with. */
    abstract EventScorer over(Detectors detectors);

    /** By its word, or by the name that alerts bear. */
    static Optional<JudgedEvent> of(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(each -> each.word.equals(plain)).findFirst();
    }

    /** All words, for people. */
    static String words() {
        return Arrays.stream(values()).map(JudgedEvent::word).collect(Collectors.joining(", "));
    }
}
