package io.kakou.console.geojson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Point;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaFileTest {
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[120,30],[121,30],[121,31],[120,31],[120,30]]]}";

    private final Path file;

    AreaFileTest(@TempDir Path folder) {
        file = folder.resolve("areas.geojson");
    }

    @Test
    void a_street_and_its_grid_are_read_whole() throws Exception {
        List<Area> areas = AreaFile.read(written(collection(
                feature("\"id\":\"pengbu\",\"name\":\"彭埠街道\",\"level\":\"街道\",\"room\":\"pengbu-room\"", SQUARE),
                feature("\"id\":\"grid-4\",\"level\":\"Grid\",\"parent\":\"pengbu\",\"room\":null", SQUARE))));

        assertThat(areas)
                .extracting(Area::id, Area::name, Area::level, Area::parent, Area::room)
                .containsExactly(
                        tuple("pengbu", "彭埠街道", AreaLevel.STREET, null, "pengbu-room"),
                        tuple("grid-4", "grid-4", AreaLevel.GRID, "pengbu", null));
        assertThat(areas.get(0).contains(new Point(120.5, 30.5))).isTrue();
        assertThat(areas.get(0).contains(new Point(119.5, 30.5))).isFalse();
    }

    @Test
    void pieces_holes_heights_and_ids_beside_the_properties_are_read() throws Exception {
        String pieces = "{\"type\":\"MultiPolygon\",\"coordinates\":["
                + "[[[120,30,5],[121,30,5],[121,31,5],[120,31,5],[120,30,5]],"
                + "[[120.4,30.4],[120.6,30.4],[120.6,30.6],[120.4,30.6],[120.4,30.4]]],"
                + "[[[122,30],[123,30],[123,31],[122,30]]]]}";
        String feature = "{\"type\":\"Feature\",\"id\":330104,\"properties\":{\"level\":\"district\"},\"geometry\":"
                + pieces + "}";

        Area area = AreaFile.read(written("\uFEFF" + collection(feature))).get(0);

        assertThat(area.id()).isEqualTo("330104");
        assertThat(area.contains(new Point(120.1, 30.1))).isTrue();
        assertThat(area.contains(new Point(120.5, 30.5))).isFalse();
        assertThat(area.contains(new Point(122.9, 30.5))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``                                      | it is empty; allowed: a GeoJSON FeatureCollection
            {"type":                                | it is not JSON at line 1, column 9; allowed: a GeoJSON FeatureCollection
            []                                      | its type is "missing"; allowed: FeatureCollection with an array of features
            {"type":"Feature"}                      | its type is "Feature"; allowed: FeatureCollection with an array of features
            {"type":"FeatureCollection","features":[]} | it has no features; allowed: 1 or more
            """)
    void a_file_that_is_no_collection_is_refused_in_one_line(String text, String problem) throws Exception {
        assertThat(problems(text)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            [[[120,30],[121,30],[121,31],[120,31]]]                | polygon 1, ring 1 is not closed: it begins at [120.0, 30.0] and ends at [120.0, 31.0]; allowed: the last position equal to the first
            [[[120,30],[121,30],[120,30]]]                         | polygon 1, ring 1 has 3 positions; allowed: 4 or more, the last equal to the first
            [[[30,120],[30,121],[31,121],[30,120]]]                | polygon 1, ring 1, position 1 is [30.0, 120.0]; allowed: longitude -180 to 180, then latitude -90 to 90 (latitude seems to stand first)
            [[[13382400,3540000],[1,1],[2,2],[13382400,3540000]]]  | polygon 1, ring 1, position 1 is [1.33824E7, 3540000.0]; allowed: longitude -180 to 180, then latitude -90 to 90 (these seem to be metres of a projection, not degrees of WGS-84)
            [[[120,30],["a",30],[121,31],[120,30]]]                | polygon 1, ring 1, position 2 is "["a",30]"; allowed: [longitude, latitude]
            []                                                     | polygon 1 has no ring; allowed: 1 outer boundary and any holes
            """)
    void coordinates_that_cannot_be_are_named(String coordinates, String problem) throws Exception {
        String geometry = "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";

        assertThat(problems(collection(feature("\"id\":\"a\",\"level\":\"grid\"", geometry))))
                .containsExactly("feature 1 (\"a\"): " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "level":"grid"                             | feature 1: id is missing; allowed: 1 to 64 of A-Z a-z 0-9 . _ -
            "id":"彭埠","level":"grid"                   | feature 1 ("彭埠"): id "彭埠" is not an id; allowed: 1 to 64 of A-Z a-z 0-9 . _ -
            "id":"a","level":"village"                 | feature 1 ("a"): level "village" is not known; allowed: district, street, community, grid, 区, 街道, 社区, 网格
            "id":"a"                                   | feature 1 ("a"): level is missing; allowed: district, street, community, grid, 区, 街道, 社区, 网格
            "id":"a","level":"grid","parent":"b"       | feature 1 ("a"): parent "b" is no area of this file; allowed: a
            "id":"a","level":"grid","parent":"a"       | feature 1 ("a"): its parents go in a circle, a → a; allowed: a tree
            "id":"a","level":"grid","room":"指挥室"     | feature 1 ("a"): room "指挥室" is not an id; allowed: 1 to 64 of A-Z a-z 0-9 . _ -
            """)
    void properties_that_cannot_be_are_named(String properties, String problem) throws Exception {
        assertThat(problems(collection(feature(properties, SQUARE)))).containsExactly(problem);
    }

    @Test
    void every_problem_is_listed_and_nothing_is_taken() throws Exception {
        String point = "{\"type\":\"Point\",\"coordinates\":[120,30]}";

        assertThat(problems(collection(
                        feature("\"id\":\"a\",\"level\":\"grid\",\"parent\":\"b\"", SQUARE),
                        feature("\"id\":\"b\",\"level\":\"grid\",\"parent\":\"a\"", point),
                        feature("\"id\":\"a\",\"level\":\"grid\"", "null"),
                        "7")))
                .containsExactly(
                        "feature 2 (\"b\"): geometry is \"Point\"; allowed: Polygon, MultiPolygon",
                        "feature 3 (\"a\"): geometry is \"missing\"; allowed: Polygon, MultiPolygon",
                        "feature 4: id is missing; allowed: 1 to 64 of A-Z a-z 0-9 . _ -",
                        "feature 4: level is missing; allowed: district, street, community, grid, 区, 街道, 社区, 网格",
                        "feature 4: geometry is \"missing\"; allowed: Polygon, MultiPolygon",
                        "feature 3 (\"a\"): id is also that of feature 1 (\"a\"); allowed: each id once",
                        "feature 1 (\"a\"): its parents go in a circle, a → b → a; allowed: a tree");
    }

    @Test
    void a_file_in_another_encoding_is_named() throws Exception {
        Files.write(file, "{\"name\":\"彭埠街道\"}".getBytes(Charset.forName("GBK")));

        assertThat(invalid().problems()).containsExactly("it is not UTF-8; allowed: GeoJSON in UTF-8");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(invalid())
                .hasMessage("areas.geojson: it cannot be read (NoSuchFileException); allowed: a readable file");
    }

    private List<String> problems(String text) throws IOException {
        written(text);
        return invalid().problems();
    }

    private InvalidFile invalid() {
        return Objects.requireNonNull(catchThrowableOfType(InvalidFile.class, () -> AreaFile.read(file)));
    }

    private Path written(String text) throws IOException {
        return Files.write(file, text.getBytes(UTF_8));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }
}
