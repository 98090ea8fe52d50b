package io.kakou.console.cameras.file;

import io.kakou.console.cameras.file.ImportRequest.Existing;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cameras of a file beside each other and beside those that are there. */
final class Newcomers {
    /** Over this share of places outside every area, somebody should look again. */
    private static final double MOST_OUTSIDE = 0.02;

    private final CameraImport.Ground ground;
    private final Existing existing;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> gbCodes = new HashSet<>();
    private final List<Camera> ready = new ArrayList<>();
    private int kept;

    Newcomers(CameraImport.Ground ground, Existing existing, Findings findings) {
        this.ground = ground;
        this.existing = existing;
        this.findings = findings;
    }

    /** Those that can be taken over. */
    List<Camera> ready() {
        return ready;
    }

    /** How many are there already and stay as they are. */
    int kept() {
        return kept;
    }

    void add(int line, Camera camera) {
        boolean there = ground.known().ids().contains(camera.id());
        if (!unique(line, camera) || !within(line, camera)) {
            return;
        }
        if (there && existing == Existing.KEEP) {
            kept++;
        } else if (there) {
            findings.add(line, Fault.ID_TAKEN, camera.id());
        } else {
            ready.add(camera);
        }
    }

    /** What only shows in the file as a whole. */
    void lookBack() {
        findings.addCount(Fault.KINDS_MISSING, count(camera -> camera.kind() == CameraKind.UNKNOWN));
        findings.addCount(Fault.SUB_STREAMS_MISSING, count(camera -> camera.subStream() == null));
        int placed = count(camera -> camera.place() != null);
        findings.addCount(Fault.PLACES_MISSING, ready.size() - placed);
        int outside = count(camera -> camera.place() != null && area(camera.place()) == null);
        if (outside > placed * MOST_OUTSIDE) {
            findings.add(
                    0,
                    Fault.PLACES_OUTSIDE,
                    String.format(Locale.ROOT, "%d (%.1f %%)", outside, 100.0 * outside / placed));
        }
    }

    private boolean unique(int line, Camera camera) {
        if (!ids.add(camera.id())) {
            findings.add(line, Fault.ID_TWICE, camera.id());
            return false;
        }
        String gbCode = camera.gbCode();
        if (gbCode == null) {
            return true;
        }
        if (!gbCodes.add(gbCode)) {
            findings.add(line, Fault.GB_TWICE, gbCode);
            return false;
        }
        boolean ours =
                ground.known().gbCodes().getOrDefault(gbCode, camera.id()).equals(camera.id());
        if (!ours) {
            findings.add(line, Fault.GB_TAKEN, gbCode);
        }
        return ours;
    }

    private boolean within(int line, Camera camera) {
        Point place = camera.place();
        boolean within = ground.scope().sees(area(place));
        if (!within) {
            String words = place == null ? "(none)" : place.longitude() + "," + place.latitude();
            findings.add(line, Fault.PLACE_NOT_YOURS, words);
        }
        return within;
    }

    private @Nullable String area(@Nullable Point place) {
        return ground.areas().at(place).map(Area::id).orElse(null);
    }

    private int count(Predicate<Camera> which) {
        return Math.toIntExact(ready.stream().filter(which).count());
    }
}
