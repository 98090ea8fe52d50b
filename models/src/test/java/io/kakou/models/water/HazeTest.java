package io.kakou.models.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.coco.Pictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HazeTest {
    private static final double LIMIT = 0.5;

    @Test
    void one_grey_all_over_is_all_haze() {
        assertThat(Haze.of(Pictures.drawn(640, 360, (x, y) -> 0x9090a0))).isEqualTo(1);
    }

    @Test
    void a_road_with_lines_is_clear_and_the_same_behind_fog_is_not() {
        assertThat(Haze.of(Pictures.drawn(640, 360, (x, y) -> x % 40 < 8 ? 0xe0e0e0 : 0x404040)))
                .isZero();
        assertThat(Haze.of(Pictures.drawn(640, 360, (x, y) -> x % 40 < 8 ? 0xa4a4a4 : 0x9c9c9c)))
                .isGreaterThan(0.8);
    }

    @Test
    void the_sky_has_no_say() {
        assertThat(Haze.of(Pictures.drawn(640, 360, (x, y) -> y < 130 ? 0xc0d0ff : x % 40 < 8 ? 0xe0e0e0 : 0x404040)))
                .isZero();
    }

    @Test
    void most_smog_is_haze_and_few_dry_roads_are() throws Exception {
        List<Path> smog = Pictures.in(Pictures.folder("flood/weather/data/img/smog"));
        List<Path> roads = Pictures.in(Pictures.folder("flood/pothole/data/raw/test/images"));
        assertThat(hazy(smog)).isGreaterThan(smog.size() / 2);
        assertThat(hazy(roads)).isLessThan(roads.size() / 20);
    }

    private static int hazy(List<Path> files) throws Exception {
        List<Path> hazy = new ArrayList<>();
        for (Path file : files) {
            if (Haze.of(Pictures.read(file)) >= LIMIT) {
                hazy.add(file);
            }
        }
        return hazy.size();
    }
}
