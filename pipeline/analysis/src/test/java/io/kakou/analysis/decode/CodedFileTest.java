package io.kakou.analysis.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CodedFileTest {
    private static final int IDR = 5;
    private static final int SPS = 7;
    private static final int PPS = 8;
    private final Path folder;

    CodedFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void gives_access_units_with_start_codes_and_parameter_sets() throws Exception {
        try (CodedFile file = CodedFile.open(Clips.film(folder.resolve("film.mp4"), Clips.SIZE, 60))) {
            List<CodedFile.Unit> units = all(file);

            assertThat(file.size()).isEqualTo(Clips.SIZE);
            assertThat(file.frameSeconds()).isCloseTo(0.04, within(1e-9));
            assertThat(types(file.parameterSets())).containsExactly(SPS, PPS);
            assertThat(units).hasSize(60);
            assertThat(units.get(59).seconds()).isCloseTo(59 / 25.0, within(1e-6));
            assertThat(units.stream().filter(CodedFile.Unit::keyframe).map(CodedFile.Unit::seconds))
                    .containsExactly(0.0, 1.0, 2.0);
            assertThat(units.stream().filter(CodedFile.Unit::keyframe))
                    .allSatisfy(unit -> assertThat(types(unit.bytes())).containsSequence(SPS, PPS, IDR));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"same.ts", "same.mkv", "same.h264", "same.avi"})
    void every_container_gives_the_same_pictures(String name) throws Exception {
        Path film = Clips.film(folder.resolve("film.mp4"), Clips.SIZE, 30);
        Path same = folder.resolve(name);
        Clips.ffmpeg("-i", film.toString(), "-c", "copy", same.toString());

        try (CodedFile first = CodedFile.open(film);
                CodedFile second = CodedFile.open(same)) {
            List<CodedFile.Unit> units = all(second);
            assertThat(units).hasSize(30);
            assertThat(units.get(0).bytes()).containsSequence(first.parameterSets());
            assertThat(units.get(29).seconds()).isCloseTo(29 / 25.0, within(0.002));
        }
    }

    @Test
    void another_codec_is_named_with_the_way_out() throws Exception {
        Path film = folder.resolve("old.avi");
        Clips.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=320x180:d=1", "-c:v", "mpeg4", film.toString());

        assertThatThrownBy(() -> CodedFile.open(film))
                .isInstanceOf(UnreadableVideo.class)
                .hasMessage(film + ": is mpeg4; allowed: h264 and hevc, which are served as they are. To make one: "
                        + "ffmpeg -i old.avi -c:v libx264 -bf 0 out.mp4");
    }

    @Test
    void the_writers_settings_are_checked() {
        assertThatThrownBy(() -> new VideoWriter.Settings(new Size(321, 180), 25, 400_000, 1))
                .hasMessage("size 321x180; allowed: even numbers from 16x16 up");
    }

    @Test
    void a_film_that_was_not_finished_leaves_nothing() throws Exception {
        Path film = folder.resolve("film.mp4");
        try (VideoWriter writer = VideoWriter.create(film, new VideoWriter.Settings(Clips.SIZE, 25, 400_000, 1))) {
            writer.add(Clips.picture(Clips.SIZE, 0));
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_film_that_cannot_be_written_is_named() {
        Path film = folder.resolve("no/such/folder/film.mp4");

        assertThatThrownBy(() -> VideoWriter.create(film, new VideoWriter.Settings(Clips.SIZE, 25, 400_000, 1)))
                .hasMessageStartingWith(film + ": cannot be written");
    }

    private static List<CodedFile.Unit> all(CodedFile file) throws UnreadableVideo {
        List<CodedFile.Unit> units = new ArrayList<>();
        for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
            units.add(unit);
        }
        return units;
    }

    /** Types of the NAL units behind start codes (ITU-T H.264 table 7-1). */
    private static List<Integer> types(byte[] bytes) {
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1) {
                types.add(bytes[i + 3] & 0x1f);
            }
        }
        return types;
    }
}
