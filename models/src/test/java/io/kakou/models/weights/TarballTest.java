package io.kakou.models.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarballTest {
    private static final byte[] TEXT = "weights".getBytes(StandardCharsets.UTF_8);

    @Test
    void wanted_files_are_read_and_others_passed_over() throws Exception {
        byte[] tgz = archive("package/a", "package/b");
        Map<String, byte[]> read = Tarball.read("it", tgz, Set.of("package/b"));
        assertThat(read).containsOnlyKeys("package/b");
        assertThat(read.get("package/b")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../a", "package/../../a", "package\\..\\a"})
    void names_that_lead_out_are_refused(String name) {
        assertThatThrownBy(() -> Tarball.read("it", archive("package/a", name), Set.of("package/a")))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessageContaining("inside the archive");
    }

    @Test
    void links_are_refused() {
        assertThatThrownBy(() -> Tarball.read("it", link("package/a"), Set.of("package/a")))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessageContaining("plain files");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> Tarball.read("it", archive("package/a"), Set.of("package/b")))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessage("it has no file package/b");
    }

    @Test
    void half_an_archive_and_no_archive_are_refused() throws Exception {
        byte[] tgz = archive("package/a");
        for (byte[] broken : new byte[][] {Arrays.copyOf(tgz, tgz.length / 2), TEXT, {}}) {
            assertThatThrownBy(() -> Tarball.read("it", broken, Set.of("package/a")))
                    .isInstanceOf(WeightsUnavailable.class)
                    .hasMessageContaining("is no whole .tgz");
        }
    }

    private static byte[] archive(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setSize(TEXT.length);
                tar.putArchiveEntry(entry);
                tar.write(TEXT);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] link(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
