package io.kakou.analysis.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films that only the ffmpeg program makes, and its own answers beside ours. */
@Timeout(180)
class ExoticFilmsTest {
    private final Path folder;

    ExoticFilmsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    h264.mp4     | -c:v libx264 -pix_fmt yuv420p
                    full.mp4     | -c:v libx264 -pix_fmt yuvj420p
                    bt709.mp4    | -c:v libx264 -pix_fmt yuv420p -colorspace bt709
                    444.mkv      | -c:v libx264 -pix_fmt yuv444p
                    ten.mkv      | -c:v libx265 -pix_fmt yuv420p10le -x265-params log-level=none
                    hevc.mp4     | -c:v libx265 -x265-params log-level=none -pix_fmt yuv420p
                    mjpeg.avi    | -c:v mjpeg -pix_fmt yuvj422p
                    mpeg4.avi    | -c:v mpeg4
                    mpeg2.ts     | -c:v mpeg2video
                    vp8.webm     | -c:v libvpx -pix_fmt yuv420p
                    vp9.webm     | -c:v libvpx-vp9 -pix_fmt yuv420p
                    ffv1.mkv     | -c:v ffv1 -pix_fmt bgr0
                    animated.gif | -c:v gif
                    """)
    void every_codec_shows_what_the_ffmpeg_program_shows(String name, String options) throws Exception {
        Path film = make(name, options, "testsrc2=s=320x180:r=25:d=1");

        List<Clips.Seen> seen = Clips.decode(film, Clips.SIZE);

        byte[] theirs = Clips.ffmpeg(
                "-i",
                film.toString(),
                "-fps_mode",
                "passthrough",
                "-sws_flags",
                "bilinear+accurate_rnd+full_chroma_int+bitexact",
                "-pix_fmt",
                "gbrp",
                "-f",
                "rawvideo",
                "-");
        assertThat(seen).hasSize(25).allMatch(Clips.Seen::intact);
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i).rgb()).as(seen.get(i).id()).isEqualTo(packed(theirs, i));
            assertThat(seen.get(i).seconds()).isCloseTo(i / 25.0, within(0.011));
        }
    }

    /** One frame of planes in the order green, blue, red. */
    private static ByteBuffer packed(byte[] planes, int frame) {
        int pixels = Clips.SIZE.width() * Clips.SIZE.height();
        ByteBuffer rgb = ByteBuffer.allocate(pixels * 3);
        for (int i = 0; i < pixels; i++) {
            int at = frame * pixels * 3 + i;
            rgb.put(planes[at + 2 * pixels]).put(planes[at]).put(planes[at + pixels]);
        }
        return rgb.flip();
    }

    @Test
    void a_changing_frame_rate_keeps_its_times() throws Exception {
        Path film = folder.resolve("vfr.mkv");
        Clips.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=25:d=4",
                "-vf",
                "select='lt(t,1)+not(mod(n,10))'",
                "-fps_mode",
                "vfr",
                "-c:v",
                "libx264",
                "-pix_fmt",
                "yuv420p",
                film.toString());

        List<Clips.Seen> seen = Clips.decode(film, Clips.SIZE);

        assertThat(seen).hasSize(25 + 7);
        assertThat(seen.get(30).seconds() - seen.get(29).seconds()).isCloseTo(0.4, within(0.002));
    }

    @Test
    void a_size_that_changes_on_the_way_is_followed_and_time_goes_on() throws Exception {
        Path small = make("small.ts", "-c:v libx264 -pix_fmt yuv420p", "testsrc2=s=320x180:r=25:d=2");
        Path large = make("large.ts", "-c:v libx264 -pix_fmt yuv420p", "testsrc2=s=640x480:r=25:d=2");
        Path both = folder.resolve("both.ts");
        try (OutputStream out = Files.newOutputStream(both)) {
            Files.copy(small, out);
            Files.copy(large, out);
        }

        List<Clips.Seen> seen = Clips.decode(both, new Size(300, 300));

        assertThat(seen).hasSizeBetween(95, 100);
        assertThat(seen.stream().map(Clips.Seen::size).distinct())
                .containsExactly(new Size(320, 180), new Size(640, 480));
        assertThat(seen.stream().map(Clips.Seen::seconds)).isSorted().doesNotHaveDuplicates();
        assertThat(seen.get(seen.size() - 1).seconds()).isCloseTo(99 / 25.0, within(0.2));
    }

    @ParameterizedTest(name = "{0} degrees")
    @CsvSource({"90,180,320", "180,320,180", "270,180,320"})
    void a_phones_film_is_turned_upright(int degrees, int width, int height) throws Exception {
        Path flat = make("flat.mp4", "-c:v libx264 -pix_fmt yuv420p", "testsrc2=s=320x180:r=25:d=0.2");
        Path turned = folder.resolve("turned.mp4");
        Clips.ffmpeg("-i", flat.toString(), "-c", "copy", "-metadata:s:v:0", "rotate=" + degrees, turned.toString());

        List<Clips.Seen> seen = Clips.decode(turned, new Size(width, height));

        byte[] theirs = Clips.ffmpeg(
                "-i",
                turned.toString(),
                "-frames:v",
                "1",
                "-sws_flags",
                "bilinear+accurate_rnd+full_chroma_int+bitexact",
                "-pix_fmt",
                "rgb24",
                "-f",
                "rawvideo",
                "-");
        assertThat(seen.get(0).size()).isEqualTo(new Size(width, height));
        assertThat(difference(seen.get(0).rgb(), theirs)).isLessThan(3);
    }

    @Test
    void a_film_without_any_keyframe_is_refused_with_the_count() throws Exception {
        Path film = make(
                "all.h264",
                "-c:v libx264 -pix_fmt yuv420p -g 1000 -sc_threshold 0 -bf 0",
                "testsrc2=s=320x180:r=25:d=2");
        byte[] bytes = Files.readAllBytes(film);
        Path blind =
                Files.write(folder.resolve("blind.h264"), Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));

        assertThatThrownBy(() -> Clips.decode(blind, Clips.SIZE))
                .isInstanceOf(UnreadableVideo.class)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost.mp4", "lost.ts"})
    void a_picture_missing_in_the_file_tears_what_refers_to_it(String name) throws Exception {
        Path whole = Clips.film(folder.resolve("whole.mp4"), Clips.SIZE, 50);
        Path lost = folder.resolve(name);
        Clips.ffmpeg("-i", whole.toString(), "-c", "copy", "-bsf:v", "noise=drop='eq(n,10)'", lost.toString());

        List<Clips.Seen> seen = Clips.decode(lost, Clips.SIZE);

        assertThat(seen).hasSize(49);
        assertThat(seen.subList(0, 10)).allMatch(Clips.Seen::intact);
        assertThat(seen.subList(10, 24)).noneMatch(Clips.Seen::intact);
        assertThat(seen.subList(24, 49)).allMatch(Clips.Seen::intact);
    }

    @Test
    void sound_alone_is_no_video() throws Exception {
        Path sound = folder.resolve("sound.mp4");
        Clips.ffmpeg("-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", sound.toString());

        assertThatThrownBy(() -> VideoFile.open(sound))
                .isInstanceOf(UnreadableVideo.class)
                .hasMessageContaining("has no video in it, only sound or data");
    }

    @Test
    void a_pipe_is_refused_without_waiting_for_it() throws Exception {
        Path pipe = folder.resolve("pipe.mp4");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> VideoFile.open(pipe))
                .isInstanceOf(UnreadableVideo.class)
                .hasMessageContaining("is a pipe");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    list.ffconcat | ffconcat version 1.0\\nfile 'secret.mp4'\\n
                    list.m3u8     | #EXTM3U\\n#EXT-X-TARGETDURATION:1\\n#EXTINF:1,\\nsecret.mp4\\n#EXT-X-ENDLIST\\n
                    list.mp4      | #EXTM3U\\n#EXT-X-TARGETDURATION:1\\n#EXTINF:1,\\nsecret.mp4\\n#EXT-X-ENDLIST\\n
                    """)
    void a_playlist_reaches_no_other_file(String name, String text) throws Exception {
        Clips.film(folder.resolve("secret.mp4"), Clips.SIZE, 5);
        Path list = Files.writeString(folder.resolve(name), text.replace("\\n", "\n"));

        assertThatThrownBy(() -> VideoFile.open(list)).isInstanceOf(UnreadableVideo.class);
    }

    @Test
    void cut_anywhere_a_film_ends_and_nothing_else() throws Exception {
        for (String name : List.of("cut.mp4", "cut.ts", "cut.mkv", "cut.avi", "cut.jpg")) {
            byte[] whole = Files.readAllBytes(make(
                    name,
                    name.endsWith("jpg") ? "-frames:v 1" : "-c:v libx264 -pix_fmt yuv420p",
                    "testsrc2=s=320x180:r=25:d=1"));
            for (int part = 1; part < 16; part++) {
                Path cut = Files.write(folder.resolve("part-" + name), Arrays.copyOf(whole, whole.length * part / 16));
                assertThat(framesOrReason(cut)).as("%s, %d/16", name, part).isNotEmpty();
            }
        }
    }

    private static List<String> framesOrReason(Path file) {
        try {
            return new ArrayList<>(
                    Clips.decode(file, Clips.SIZE).stream().map(Clips.Seen::id).toList());
        } catch (UnreadableVideo e) {
            return List.of(e.getMessage());
        }
    }

    private Path make(String name, String options, String source) throws IOException, InterruptedException {
        Path film = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", source));
        arguments.addAll(List.of(options.split(" ")));
        arguments.add(film.toString());
        Clips.ffmpeg(arguments.toArray(new String[0]));
        return film;
    }

    private static double difference(ByteBuffer ours, byte[] theirs) {
        assertThat(theirs).hasSize(ours.capacity());
        double sum = 0;
        for (int i = 0; i < theirs.length; i++) {
            sum += Math.abs((ours.get(i) & 0xff) - (theirs[i] & 0xff));
        }
        return sum / theirs.length;
    }
}
