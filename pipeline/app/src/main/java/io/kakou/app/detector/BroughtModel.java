package io.kakou.app.detector;

import io.kakou.events.CameraKind;
import io.kakou.models.card.ModelCard;
import io.kakou.models.ebike.EbikeHead;
import io.kakou.models.mucktruck.MuckTruckHead;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.own.OwnDetector;
import io.kakou.models.water.WaterHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A model that somebody laid into the folder of models: an ONNX file, known by its hash, and the card beside it.
 *
 * @param hash SHA-256 of the ONNX file as its card says, 64 lower-case hexadecimal digits
 * @param kinds the kinds of cameras for which it tells what their rules judge
 * @param classes what it tells apart
 */
public record BroughtModel(
        String hash, String name, Part part, Path card, Set<CameraKind> kinds, List<String> classes) {
    private static final Set<String> OF_LIFTS = Set.of("e-bike", "motorcycle");
    private static final Set<String> OF_GATES = Set.of("muck-truck", "truck");
    private static final Set<String> OF_STREETS = Set.of("person");

    /** What it stands in the place of. */
    public enum Part {
        /** A whole detector with a card of its own: lifts, gates and streets, as far as its words go. */
        DETECTOR,
        /** What sees e-bikes in lifts, on the project's own detector. */
        EBIKE_HEAD,
        /** What sees muck trucks at gates, likewise. */
        MUCK_TRUCK_HEAD,
        /** What sees water on roads. */
        WATER_HEAD
    }

    public BroughtModel {
        kinds = Set.copyOf(kinds);
        classes = List.copyOf(classes);
    }

    /**
     * Reads a card; the model itself is not looked at.
     *
     * @throws UnusableModel naming the card, what is wrong and what is allowed
     */
    static BroughtModel read(Path card) throws UnusableModel {
        try {
            ModelCard head = ModelCard.read(Files.readAllBytes(card));
            return head.event() == null ? detector(card) : head(card, head);
        } catch (IOException | RuntimeException e) {
            throw new UnusableModel(card + " is no model's card: " + firstLine(e), e);
        }
    }

    private static BroughtModel detector(Path card) throws UnusableModel {
        OwnDetector.Described said = OwnDetector.describe(card);
        Set<CameraKind> kinds = new TreeSet<>();
        for (CameraKind kind : List.of(CameraKind.LIFT, CameraKind.GATE, CameraKind.STREET)) {
            if (said.labels().stream().anyMatch(wanted(kind)::contains)) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            throw new UnusableModel(card + ": labels has no word that a rule judges; allowed: one of " + OF_LIFTS
                    + " for lifts, " + OF_GATES + " for gates, " + OF_STREETS + " for streets");
        }
        return new BroughtModel(said.sha256(), said.name(), Part.DETECTOR, card, kinds, said.labels());
    }

    /** The words of which a detector must know one to be of use there. */
    private static Set<String> wanted(CameraKind kind) {
        return switch (kind) {
            case LIFT -> OF_LIFTS;
            case GATE -> OF_GATES;
            case STREET -> OF_STREETS;
            case ROAD, UNKNOWN -> Set.of();
        };
    }

    private static BroughtModel head(Path card, ModelCard head) throws UnusableModel {
        return switch (head.event()) {
            case EbikeHead.NAME -> head(card, head, Part.EBIKE_HEAD, CameraKind.LIFT);
            case MuckTruckHead.NAME -> head(card, head, Part.MUCK_TRUCK_HEAD, CameraKind.GATE);
            case WaterHead.NAME -> head(card, head, Part.WATER_HEAD, CameraKind.ROAD);
            default ->
                throw new UnusableModel(card + ": event is \"" + head.event() + "\"; allowed: " + EbikeHead.NAME + ", "
                        + MuckTruckHead.NAME + ", " + WaterHead.NAME);
        };
    }

    private static BroughtModel head(Path card, ModelCard head, Part part, CameraKind kind) throws UnusableModel {
        String file = head.event() + ".json";
        if (!card.endsWith(file)) {
            throw new UnusableModel(card + ": a head of " + head.event() + " lies under another name; allowed: " + file
                    + " and " + head.event() + ".onnx beside it");
        }
        if (!head.sha256().matches("[0-9a-f]{64}")) {
            throw new UnusableModel(
                    card + ": sha256 is \"" + head.sha256() + "\"; allowed: 64 lower-case hexadecimal digits");
        }
        return new BroughtModel(head.sha256(), head.name(), part, card, Set.of(kind), head.classes());
    }

    /** Where its files lie. */
    Path folder() {
        return card.resolveSibling(".").normalize();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
