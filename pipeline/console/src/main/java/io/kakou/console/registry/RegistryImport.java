package io.kakou.console.registry;

import io.kakou.console.areas.Areas;
import io.kakou.console.areas.Scope;
import io.kakou.console.cameras.Cameras;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.events.Camera;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes files over: each in the place of all there was of its kinds, or only says what that would do. */
public final class RegistryImport {
    private static final Scope EVERYTHING = new Scope(true, Set.of());

    private final Registry registry;
    private final Areas areas;
    private final Cameras cameras;

    /** What is done with a file that can be taken. */
    public enum Mode {
        CHECK,
        TAKE
    }

    public RegistryImport(Registry registry, Areas areas, Cameras cameras) {
        this.registry = registry;
        this.areas = areas;
        this.cameras = cameras;
    }

    /**
     * Takes roads.
     *
     * @throws UnfitFile with every problem of the file; then nothing is taken
     */
    public ImportReport roads(byte[] file, RoadRequest request, Mode mode) throws UnfitFile {
        List<Camera> known =
                cameras.list(EVERYTHING).stream().map(StoredCamera::camera).toList();
        RoadFiles.Read read = RoadFiles.read(file, request, known);
        return run(Set.of(Kind.ROAD), Held.of(read.roads()), Findings.ofRoads(read, known, areas.map()), mode);
    }

    /**
     * Takes clocks, calendars, rotas and second owners.
     *
     * @throws UnfitFile with every problem of the file; then nothing is taken
     */
    public ImportReport rooms(byte[] file, Mode mode) throws UnfitFile {
        Held held = RoomsFile.read(file);
        return run(Kind.ofRooms(), held, Findings.ofRooms(held, areas.map()), mode);
    }

    private ImportReport run(Set<Kind> kinds, Held held, Map<String, List<String>> findings, Mode mode) {
        Map<String, byte[]> before = new TreeMap<>(registry.stored());
        before.keySet().removeIf(key -> kinds.stream().noneMatch(kind -> key.startsWith(kind.beginning())));
        Map<String, byte[]> after = held.onLog();
        if (mode == Mode.TAKE) {
            registry.replace(kinds, held);
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Kind kind : kinds) {
            counts.put(kind.section(), (int) after.keySet().stream()
                    .filter(key -> key.startsWith(kind.beginning()))
                    .count());
        }
        return ImportReport.of(counts, before, after, findings);
    }
}
