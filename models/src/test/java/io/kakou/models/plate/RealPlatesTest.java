package io.kakou.models.plate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.coco.Pictures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealPlatesTest {
    private static final Box WHOLE = new Box(0, 0, 1, 1);
    private static final PlateReader READER = reader();

    private static PlateReader reader() {
        try {
            return new PlateReader();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        READER.start();
    }

    @AfterAll
    static void close() {
        READER.close();
    }

    private static Picture picture(String name) throws Exception {
        Path folder = Pictures.folder("plate/hyperlpr/resource/images");
        return Pictures.read(folder.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({
        "rec_crop/_0_津B6H920.jpg, 津B6H920, BLUE",
        "rec_crop/_1_皖KD01833.jpg, 皖KD01833, GREEN",
        "rec_crop/_8_冀D5L690.jpg, 冀D5L690, YELLOW",
        "align/1.jpg, 渝A0YK81, BLUE",
        "align/5.jpg, 鲁HD10879, GREEN",
        "align.jpg, 藏DT5022, BLUE",
    })
    void reads_a_crop_of_a_plate_and_tells_it(String file, String text, PlateColour colour) throws Exception {
        PlateReading reading = READER.readCrop(picture(file), WHOLE).orElseThrow();
        assertThat(reading.text()).isEqualTo(text);
        assertThat(reading.colour()).isEqualTo(colour);
        assertThat(PlateSettings.DEFAULT.tells(reading)).isTrue();
    }

    @Test
    void finds_the_plate_in_a_picture_of_a_vehicle() throws Exception {
        List<PlateReading> found = READER.find(picture("2.jpg"), WHOLE);
        assertThat(found).isNotEmpty();
        // Which province is not asked: the plate slopes by 10°, and its first sign is the hardest.
        assertThat(found.get(0).text()).endsWith("DT5022");
        assertThat(found.get(0).box().centreX()).isBetween(0.25, 0.45);
        assertThat(found.get(0).box().centreY()).isBetween(0.4, 0.65);
    }

    @Test
    void looks_only_where_the_vehicle_is() throws Exception {
        Picture car = picture("2.jpg");
        assertThat(READER.find(car, new Box(0.1, 0.2, 0.7, 0.9)).get(0).text()).endsWith("DT5022");
        assertThat(READER.find(car, new Box(0.6, 0, 1, 1))).noneMatch(PlateSettings.DEFAULT::tells);
        assertThat(READER.find(car, new Box(0.5, 0.5, 0.5, 0.5))).isEmpty();
    }

    @Test
    void writing_that_is_no_plate_is_not_told() throws Exception {
        // A lorry with its maker's name, captions burned in, and a plate 17 pixels wide.
        assertThat(READER.find(picture("1.jpg"), WHOLE)).noneMatch(PlateSettings.DEFAULT::tells);
    }

    @Test
    void a_picture_without_writing_has_no_plate() {
        Picture grey = Pictures.drawn(320, 240, (x, y) -> 0x808080);
        assertThat(READER.find(grey, WHOLE)).isEmpty();
        assertThat(READER.readCrop(grey, WHOLE)).isEmpty();
    }

    @Test
    void the_same_picture_gives_the_same_reading() throws Exception {
        Picture plate = picture("align.jpg");
        assertThat(READER.readCrop(plate, WHOLE)).isEqualTo(READER.readCrop(plate, WHOLE));
    }
}
