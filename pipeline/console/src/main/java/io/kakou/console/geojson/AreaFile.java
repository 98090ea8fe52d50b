package io.kakou.console.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads areas from GeoJSON (RFC 7946): a FeatureCollection of Polygon and MultiPolygon features with the properties
 * {@code id}, {@code name}, {@code level} (district, street, community, grid, or 区, 街道, 社区, 网格), {@code parent} and
 * {@code room}. Positions are WGS-84, longitude first; heights are ignored.
 */
public final class AreaFile {
    private AreaFile() {}

    /**
     * Reads all areas.
     *
     * @return in the file's order, at least one
     * @throws InvalidFile with every problem found, where there is any
     */
    public static List<Area> read(Path file) throws InvalidFile {
        String name = String.valueOf(file.getFileName());
        try {
            return read(name, Files.readAllBytes(file));
        } catch (IOException e) {
            String problem = "it cannot be read (" + e.getClass().getSimpleName() + "); allowed: a readable file";
            throw new InvalidFile(name, List.of(problem));
        }
    }

    /**
     * Reads all areas of a file's bytes.
     *
     * @param name what the file is called, for the message
     * @throws InvalidFile with every problem found, where there is any
     */
    public static List<Area> read(String name, byte[] file) throws InvalidFile {
        Problems problems = new Problems();
        List<Area> areas = areas(FeatureCollection.features(file, problems), problems);
        if (problems.none()) {
            return areas;
        }
        throw new InvalidFile(name, problems.lines());
    }

    private static List<Area> areas(Iterable<JsonNode> features, Problems problems) {
        List<Area> areas = new ArrayList<>();
        TreeCheck tree = new TreeCheck();
        int number = 0;
        for (JsonNode node : features) {
            Feature feature = new Feature(++number, node, problems);
            tree.add(feature);
            feature.area().ifPresent(areas::add);
        }
        tree.check(problems);
        return areas;
    }
}
