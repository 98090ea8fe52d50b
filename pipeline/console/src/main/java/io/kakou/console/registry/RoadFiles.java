package io.kakou.console.registry;

import io.kakou.console.geojson.InvalidFile;
import io.kakou.console.geojson.RoadFile;
import io.kakou.events.Camera;
import io.kakou.events.Road;
import java.util.List;

/** Roads out of a file: GeoJSON, which begins with a brace, or a table. */
public final class RoadFiles {
    private RoadFiles() {}

    /**
     * What was read.
     *
     * @param misplaced drawn roads along which no camera stands, a line each; none of a table
     */
    record Read(List<Road> roads, List<String> misplaced) {}

    /**
     * Reads the roads.
     *
     * @param cameras those that may stand along a drawn road; a table names them itself
     * @throws UnfitFile with every problem found, where there is any
     */
    public static Held read(byte[] file, List<Camera> cameras) throws UnfitFile {
        return Held.of(read(file, RoadRequest.DEFAULT, cameras).roads());
    }

    static Read read(byte[] file, RoadRequest request, List<Camera> cameras) throws UnfitFile {
        if (!isGeoJson(file)) {
            return new Read(RoadSheet.read(file), List.of());
        }
        try {
            DrawnRoads drawn = new DrawnRoads(RoadFile.read("roads", file), request);
            return new Read(drawn.roads(cameras), drawn.misplaced(cameras));
        } catch (InvalidFile e) {
            throw new UnfitFile(e.problems());
        } catch (IllegalArgumentException e) {
            throw new UnfitFile(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static boolean isGeoJson(byte[] file) {
        for (byte each : file) {
            boolean passedOver = Character.isWhitespace(each) || each < 0;
            if (!passedOver) {
                return each == '{';
            }
        }
        return false;
    }
}
