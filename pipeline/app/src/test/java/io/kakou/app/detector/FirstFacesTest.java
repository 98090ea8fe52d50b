package io.kakou.app.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.face.FaceReader;
import io.kakou.models.weights.NpmCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstFacesTest {
    @TempDir
    Path cache;

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
