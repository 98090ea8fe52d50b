package io.kakou.console.cameras.file;

import static io.kakou.events.CameraKind.GATE;
import static io.kakou.events.CameraKind.LIFT;
import static io.kakou.events.CameraKind.ROAD;
import static io.kakou.events.CameraKind.STREET;
import static java.util.Map.entry;

import io.kakou.events.CameraKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people call the kinds, and what a camera of one is watched for unless somebody chooses otherwise. */
final class KindWords {
    private static final Map<String, CameraKind> WORDS = Map.ofEntries(
            entry("LIFT", LIFT),
            entry("ELEVATOR", LIFT),
            entry("电梯", LIFT),
            entry("轿厢", LIFT),
            entry("电梯轿厢", LIFT),
            entry("ROAD", ROAD),
            entry("道路", ROAD),
            entry("路面", ROAD),
            entry("积水点", ROAD),
            entry("易涝点", ROAD),
            entry("GATE", GATE),
            entry("工地", GATE),
            entry("工地出入口", GATE),
            entry("禁倒区", GATE),
            entry("STREET", STREET),
            entry("街面", STREET),
            entry("人行道", STREET),
            entry("广场", STREET));

    private KindWords() {}

    static Optional<CameraKind> of(String word) {
        return Optional.ofNullable(WORDS.get(word.toUpperCase(Locale.ROOT)));
    }
}
