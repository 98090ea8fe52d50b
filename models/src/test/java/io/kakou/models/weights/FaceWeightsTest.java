package io.kakou.models.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.models.Picture;
import io.kakou.models.onnx.OnnxSession;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceWeightsTest {
    @TempDir
    Path cache;

    @Test
    void the_age_model_gives_ages_alone_what_would_know_a_face_again_is_cut_off() throws Exception {
        Weights weights = RealWeights.faces().age();
        try (OnnxSession session = new OnnxSession(weights.onnx())) {
            session.start();
            List<FloatBuffer> outputs = session.run(Picture.allocate(224, 224).rgb(), 1, 224, 224, Picture.CHANNELS);
            assertThat(outputs).singleElement().satisfies(ages -> {
                assertThat(ages.limit()).isEqualTo(100);
                float sum = 0;
                for (int i = 0; i < ages.limit(); i++) {
                    sum += ages.get(i);
                }
                assertThat(sum).isBetween(0.999f, 1.001f);
            });
        }
        String file = new String(Files.readAllBytes(weights.onnx()), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("age_pred").doesNotContain("gender");
    }

    @Test
    void the_cut_of_the_age_model_names_one_output() {
        assertThat(FacePart.AGE.cut().outputs()).containsExactly("age_pred/Softmax");
    }

    @Test
    void another_package_than_the_pinned_one_is_refused_and_nothing_is_kept() throws Exception {
        Npm other = RealWeights.handingOut(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> FaceWeights.fetch(cache, other, line -> {}))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessageContaining("@vladmandic/human@3.3.6 (3 bytes) has SHA-256");
        try (var files = Files.list(cache)) {
            assertThat(files).isEmpty();
        }
    }
}
