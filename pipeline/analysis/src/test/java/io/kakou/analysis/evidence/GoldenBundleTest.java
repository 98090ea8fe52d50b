package io.kakou.analysis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.analysis.replay.LookAgain;
import io.kakou.analysis.watch.CabinFilm;
import io.kakou.models.Detector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles of drawn films that releases before this one wrote; none of them is ever taken out or written again. */
class GoldenBundleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void every_format_that_was_ever_written_is_judged_again_the_same(int format) throws Exception {
        try (Detector detector = CabinFilm.detector()) {
            Replayed again = new EvidenceReplay(detector).replay(golden(format));
            assertThat(again.stored().subject()).isEqualTo("two-wheeler");
            assertThat(again.again()).isEqualTo(again.stored());
            assertThat(again.looks()).hasSize(3).allSatisfy(look -> assertThat(look.input())
                    .isEqualTo(LookAgain.Input.SAME));
            // Another build, and maybe another processor; it must decide the same.
            assertThat(again.verdict()).isNotEqualTo(Replayed.Verdict.DIFFERS);
        }
    }

    @Test
    void the_first_format_kept_nothing_of_what_each_look_came_to_and_the_second_does() throws Exception {
        assertThat(Bundle.read(golden(1)).outcomes()).isEmpty();
        assertThat(Bundle.read(golden(2)).outcomes()).hasSize(3).allSatisfy(outcome -> assertThat(outcome.detections())
                .hasSize(1));
    }

    @Test
    void a_newer_format_is_refused_in_one_line_that_says_what_is_read() {
        assertThatExceptionOfType(UnreadableBundle.class)
                .isThrownBy(() -> Bundle.read(with(golden(2), "bundle.json", "{\"format\":3}")))
                .withMessage("evidence bundle: it is of format 3; allowed: 1 to 2 (a newer release of Kakou reads a"
                        + " newer format)");
    }

    @Test
    void what_is_read_and_written_again_is_the_same() throws Exception {
        Bundle bundle = Bundle.read(golden(2));
        assertThat(bundle.zip()).isEqualTo(Bundle.read(bundle.zip()).zip());
        assertThat(Bundle.read(bundle.zip()).outcomes()).isEqualTo(bundle.outcomes());
    }

    static byte[] golden(int format) throws IOException {
        try (InputStream in = GoldenBundleTest.class.getResourceAsStream("bundle-" + format + ".zip")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static byte[] with(byte[] zip, String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(entry.getName().equals(name) ? text.getBytes(StandardCharsets.UTF_8) : from.readAllBytes());
            }
        }
        return out.toByteArray();
    }
}
