package io.kakou.models.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.models.Detection;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.decoding.Kept;
import io.kakou.models.weights.RealWeights;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CocoDetectorTest {
    private CocoDetector detector = unstarted();

    private static CocoDetector unstarted() {
        return new CocoDetector(RealWeights.coco(), Kept.DEFAULT.withMinScore(0.05));
    }

    @BeforeEach
    void start() throws Exception {
        detector.start();
    }

    @AfterEach
    void close() {
        detector.close();
    }

    @Test
    void says_what_it_takes_and_what_it_is() {
        assertThat(detector.inputSize()).isEqualTo(new Size(300, 300));
        assertThat(detector.identity()).matches("coco-ssdlite-mobilenet-v2@[0-9a-f]{12}");
    }

    @Test
    void many_threads_get_what_one_thread_gets() throws Exception {
        List<Detection> alone = detector.detect(ReferencePictures.named("signs"));
        assertThat(alone).hasSizeGreaterThan(1);
        int threads = 4;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch together = new CountDownLatch(threads);
            List<Future<List<Detection>>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(executor.submit(() -> {
                    together.countDown();
                    together.await();
                    return detector.detect(ReferencePictures.named("signs"));
                }));
            }
            for (Future<List<Detection>> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(alone);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void a_picture_on_the_heap_and_one_with_moved_bounds_give_the_same() {
        Picture direct = ReferencePictures.named("signs");
        ByteBuffer heap =
                ByteBuffer.allocate(direct.rgb().capacity()).put(direct.rgb().duplicate());
        heap.position(7).limit(99);
        assertThat(detector.detect(new Picture(300, 300, heap))).isEqualTo(detector.detect(direct));
        assertThat(heap.position()).isEqualTo(7);
        assertThat(heap.limit()).isEqualTo(99);
    }

    @Test
    void a_picture_twice_as_large_gives_the_same() {
        Picture signs = ReferencePictures.named("signs");
        Picture large = Pictures.drawn(600, 600, (x, y) -> signs.rgbAt(x / 2, y / 2));
        assertThat(detector.detect(large)).isEqualTo(detector.detect(signs));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,4000", "7680,4320", "299,301"})
    void a_picture_of_any_size_is_answered(int width, int height) {
        assertThat(detector.detect(Picture.allocate(width, height)))
                .allSatisfy(d -> assertThat(d.score()).isLessThan(0.6));
    }

    @Test
    void closed_twice_it_says_so_when_asked() {
        detector.close();
        detector.close();
        assertThatThrownBy(() -> detector.detect(Picture.allocate(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not started");
    }

    @Test
    void finds_people_in_real_pictures() throws Exception {
        Path folder = Pictures.folder("coco/coco128/images");
        List<Detection> found = detector.detect(Pictures.read(folder.resolve("train2017/000000000165.jpg")));
        assertThat(found.get(0).label()).isEqualTo("person");
        assertThat(found.get(0).score()).isGreaterThan(0.5);
    }
}
