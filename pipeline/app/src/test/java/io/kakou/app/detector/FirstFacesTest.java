package io.kakou.app.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.face.FaceReader;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.weights.Npm;
import io.kakou.models.weights.NpmCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstFacesTest {
    @TempDir
    Path cache;

    @Test
    void who_watches_live_does_not_wait_for_the_weights() throws Exception {
        CountDownLatch fetched = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Npm slow = (spec, folder) -> {
            await(fetched);
            return folder.resolve("absent.tgz");
        };
        try (FirstFaces faces = new FirstFaces(cache, slow, line -> told.countDown())) {
            FaceReader first = faces.later();
            assertThat(first.identity()).isEqualTo("none");
            assertThat(first.read(Picture.allocate(1, 1), new Box(0, 0, 1, 1))).isEmpty();
            assertThat(faces.later()).isSameAs(first);
            fetched.countDown();
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void where_the_weights_cannot_be_had_height_alone_judges_and_people_are_told_once() {
        List<String> told = new ArrayList<>();
        NpmCommand missing = new NpmCommand(List.of(cache.resolve("no-npm").toString()), 5);
        try (FirstFaces faces = new FirstFaces(cache, missing, told::add)) {
            assertThat(faces.get()).isSameAs(FaceReader.NONE);
            assertThat(faces.get()).isSameAs(FaceReader.NONE);
        }
        assertThat(told)
                .filteredOn(line -> line.startsWith("faces are not looked at, children are told by height alone: "))
                .singleElement()
                .asString()
                .contains("needed: npm");
    }
}
