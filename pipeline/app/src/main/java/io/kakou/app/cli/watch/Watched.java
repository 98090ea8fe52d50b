package io.kakou.app.cli.watch;

import io.kakou.analysis.rule.EbikeInLift;
import io.kakou.analysis.rule.LostChild;
import io.kakou.analysis.rule.dumping.Dumping;
import io.kakou.analysis.rule.water.Waterlogging;
import io.kakou.events.CameraKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of camera a person can name, and what each is watched for. */
enum Watched {
    LIFT(CameraKind.LIFT, EbikeInLift.CABIN),
    ROAD(CameraKind.ROAD, Waterlogging.ROAD),
    GATE(CameraKind.GATE, Dumping.NO_DUMP),
    STREET(CameraKind.STREET, LostChild.CHILDREN);

    private final CameraKind camera;
    private final String zone;

    Watched(CameraKind camera, String zone) {
        this.camera = camera;
        this.zone = zone;
    }

    static Watched of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--kind is " + word + "; allowed: " + words()));
    }

    static String words() {
        return Arrays.stream(values()).map(Watched::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    CameraKind camera() {
        return camera;
    }

    /** The name of the zone that its rules look into. */
    String zone() {
        return zone;
    }

    /** What a person should know who gave no zone, or null. */
    @Nullable
    String withoutZone() {
        return switch (this) {
            case LIFT -> "no --zone: the whole picture is taken as the " + zone() + " zone";
            case ROAD -> "no --zone: the picture's lower three fifths are taken as the road";
            case GATE -> "no --zone: dumping is not judged, plates are read";
            case STREET -> null;
        };
    }

    /** What a person should know before believing silence, or null. */
    @Nullable
    String caution() {
        return switch (this) {
            case LIFT, ROAD -> null;
            case GATE -> "each muck truck is told: whether it may be there is not known";
            case STREET -> "nobody is called a child before six people have walked by: heights are learned first";
        };
    }
}
