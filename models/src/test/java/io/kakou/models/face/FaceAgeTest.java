package io.kakou.models.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.coco.Pictures;
import io.kakou.models.decoding.Kept;
import io.kakou.models.weights.RealWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Photographs of people close by: what the two models say of whoever the detector sees. */
class FaceAgeTest {
    private static final List<String> CHILDREN = List.of("000000000370", "000000000428");
    private static final List<String> ADULTS = List.of(
            "000000000113",
            "000000000165",
            "000000000241",
            "000000000294",
            "000000000308",
            "000000000389",
            "000000000436",
            "000000000446",
            "000000000459",
            "000000000572");

    @Test
    void children_and_adults_close_by_are_told_apart() throws Exception {
        try (People people = new People()) {
            for (String picture : CHILDREN) {
                assertThat(people.ages(picture)).as(picture).isNotEmpty().allMatch(age -> age.child() > 0.5);
            }
            for (String picture : ADULTS) {
                assertThat(people.ages(picture))
                        .as(picture)
                        .isNotEmpty()
                        .allMatch(age -> age.child() < 0.2 && age.years() > 20);
            }
        }
    }

    @Test
    void a_face_narrower_than_36_pixels_says_nothing() throws Exception {
        try (People people = new People()) {
            assertThat(people.ages("000000000368")).isEmpty();
            assertThat(people.ages("000000000536")).isEmpty();
        }
    }

    @Test
    void where_there_is_no_face_there_is_no_age() throws Exception {
        try (People people = new People()) {
            assertThat(people.faces.read(Picture.allocate(640, 480), new Box(0.2, 0, 0.5, 1)))
                    .isEmpty();
        }
    }

    /** The detector and both models, ready. */
    private static final class People implements AutoCloseable {
        private final Path folder = Pictures.folder("coco/coco128");
        private final CocoDetector detector = new CocoDetector(RealWeights.coco(), Kept.DEFAULT);
        private final FaceAge faces = new FaceAge(RealWeights.faces());

        People() throws Exception {
            detector.start();
            faces.start();
        }

        List<Age> ages(String name) throws IOException {
            List<Age> ages = new ArrayList<>();
            for (Path file : Pictures.in(folder.resolve("images"))) {
                if (file.getFileName().toString().startsWith(name)) {
                    Picture picture = Pictures.read(file);
                    detector.detect(picture).stream()
                            .filter(one -> one.label().equals("person"))
                            .forEach(one -> faces.read(picture, one.box()).ifPresent(ages::add));
                }
            }
            return ages;
        }

        @Override
        public void close() {
            faces.close();
            detector.close();
        }
    }
}
