package io.kakou.models.plate.grammar;

import java.util.ArrayList;
import java.util.List;

/** Kinds of plates by what is written on them, with what may stand in each place (GA 36-2018, table 2 and annexes). */
public enum PlateKind {
    /** Province, letter, five letters or digits. */
    ORDINARY("PLAAAAA"),
    /** Small: the first of six tells the drive (D and F since 2016, A to K since 2018). Large: the last does. */
    NEW_ENERGY("PLEA9999", "PL99999E"),
    LEARNER("PLAAAA学"),
    POLICE("PLAAAA警"),
    TRAILER("PLAAAA挂"),
    /** Hong Kong's and Macau's vehicles on the mainland. */
    BORDER("粤ZAAAA港", "粤ZAAAA澳"),
    EMBASSY("使999999", "999999使"),
    CONSULATE("PLAAAA领");

    /** Of what tells a vehicle's drive; I is left out as everywhere. */
    private static final String DRIVES = "ABCDEFGHJK";

    /** Of {@link List#of}, which nobody changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> patterns;

    PlateKind(String... patterns) {
        this.patterns = List.of(patterns);
    }

    /** For each of its patterns: the signs allowed in each place. */
    public List<List<String>> places() {
        List<List<String>> all = new ArrayList<>();
        for (String pattern : patterns) {
            all.add(pattern.chars().mapToObj(PlateKind::allowed).toList());
        }
        return all;
    }

    private static String allowed(int place) {
        return switch (place) {
            case 'P' -> PlateSign.PROVINCES;
            case 'L' -> PlateSign.LETTERS;
            case 'E' -> DRIVES;
            case '9' -> PlateSign.DIGITS;
            case 'A' -> PlateSign.LETTERS + PlateSign.DIGITS;
            default -> Character.toString(place);
        };
    }
}
