package io.kakou.analysis.mux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.analysis.decode.Clips;
import io.kakou.analysis.decode.CodedFile;
import io.kakou.models.Size;
import io.kakou.rtsp.Codec;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmenterTest {
    private static final Size SIZE = new Size(320, 180);

    @TempDir
    private Path folder;

    @Test
    void a_stream_decodes_to_the_very_frames_of_its_source() throws Exception {
        sameFramesAtTheSameTimes(Clips.film(folder.resolve("film.mp4"), SIZE, 110));
    }

    @Test
    void pictures_that_are_shown_out_of_order_are_shown_when_they_were() throws Exception {
        Path film = folder.resolve("b.mp4");
        Clips.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=322x182:rate=25:duration=4",
                "-c:v",
                "libx264",
                "-bf",
                "3",
                "-g",
                "40",
                "-pix_fmt",
                "yuv420p",
                film.toString());
        List<Sample> samples = samples(film);
        assertThat(samples.get(1).seconds()).isGreaterThan(samples.get(2).seconds());
        sameFramesAtTheSameTimes(film);
    }

    @Test
    void interlaced_coding_keeps_its_height() throws Exception {
        Path film = folder.resolve("i.mp4");
        Clips.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=320x240:rate=25:duration=1",
                "-c:v",
                "libx264",
                "-flags",
                "+ildct+ilme",
                "-pix_fmt",
                "yuv420p",
                film.toString());
        InitSegment init = Objects.requireNonNull(
                InitSegment.of(Codec.H264, samples(film).get(0).coded()));
        assertThat(init.width()).isEqualTo(320);
        assertThat(init.height()).isEqualTo(240);
    }

    @Test
    void fragments_begin_at_keyframes_and_last_as_long_as_asked() throws Exception {
        List<Fragment> fragments = fragments(samples(Clips.film(folder.resolve("film.mp4"), SIZE, 110)), 0.4);
        assertThat(fragments).extracting(Fragment::seconds).allSatisfy(seconds -> assertThat(seconds)
                .isLessThanOrEqualTo(0.45));
        assertThat(fragments)
                .filteredOn(Fragment::keyframe)
                .extracting(Fragment::from)
                .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
        double end = 0;
        for (Fragment fragment : fragments) {
            assertThat(fragment.from()).isCloseTo(end, within(1e-9));
            end = fragment.from() + fragment.seconds();
        }
        assertThat(end).isCloseTo(4.4, within(1e-9));
    }

    @Test
    void a_picture_waits_for_two_more_and_no_longer() throws Exception {
        List<Sample> samples = samples(Clips.film(folder.resolve("film.mp4"), SIZE, 30));
        Fragmenter fragmenter = new Fragmenter(0, 0.04);
        assertThat(fragmenter.add(samples.get(0))).isNull();
        assertThat(fragmenter.add(samples.get(1))).isNull();
        assertThat(fragmenter.add(samples.get(2))).isNotNull();
        assertThat(fragmenter.add(samples.get(3))).isNotNull();
    }

    @Test
    void h265_in_fragments_decodes_as_the_file_does() throws Exception {
        Path film = Clips.h265(folder.resolve("film.mp4"), 60);
        List<Sample> samples = samples(film);
        InitSegment init =
                Objects.requireNonNull(InitSegment.of(Codec.H265, samples.get(0).coded()));

        Path cut = folder.resolve("cut.mp4");
        Files.write(cut, init.bytes());
        for (Fragment fragment : fragments(samples, 0.4)) {
            Files.write(cut, fragment.bytes(), StandardOpenOption.APPEND);
        }

        assertThat(init.codec()).matches("hev1\\.1\\.6\\.L[0-9]+(\\.[0-9A-F]{1,2})*");
        assertThat(init.width()).isEqualTo(320);
        assertThat(init.height()).isEqualTo(180);
        assertThat(Clips.frames(cut)).isEqualTo(60);
    }

    @Test
    void jpeg_in_fragments_decodes() throws Exception {
        byte[] jpeg = Clips.ffmpeg("-f", "lavfi", "-i", "testsrc2=s=320x180", "-frames:v", "1", "-f", "mjpeg", "-");
        InitSegment init = Objects.requireNonNull(InitSegment.of(Codec.JPEG, jpeg));
        List<Sample> samples = List.of(
                new Sample(Codec.JPEG, 0, true, jpeg),
                new Sample(Codec.JPEG, 1, true, jpeg),
                new Sample(Codec.JPEG, 2, true, jpeg));

        Path cut = folder.resolve("cut.mp4");
        Files.write(cut, init.bytes());
        for (Fragment fragment : fragments(samples, 0.4)) {
            Files.write(cut, fragment.bytes(), StandardOpenOption.APPEND);
        }

        assertThat(init.width()).isEqualTo(320);
        assertThat(Clips.frames(cut)).isEqualTo(3);
    }

    @Test
    void the_codec_is_told_as_browsers_name_it() throws Exception {
        List<Sample> samples = samples(Clips.film(folder.resolve("film.mp4"), SIZE, 2));
        InitSegment init =
                Objects.requireNonNull(InitSegment.of(Codec.H264, samples.get(0).coded()));
        assertThat(init.codec()).matches("avc1\\.[0-9a-f]{6}");
        assertThat(init.width()).isEqualTo(320);
        assertThat(init.height()).isEqualTo(180);
        assertThat(InitSegment.of(Codec.H264, samples.get(1).coded())).isNull();
        assertThat(InitSegment.of(Codec.H264, new byte[] {0, 0, 0, 1, 0x67, 0x64, 0, 0, 0, 1, 0x68, 1}))
                .isNull();
    }

    @Test
    void times_that_jump_back_do_not_pile_up() {
        Fragmenter fragmenter = new Fragmenter(0, 0.5);
        int pictures = 0;
        for (int i = 0; i < 200; i++) {
            byte[] nal = {0, 0, 0, 1, 0x41, 1, 2, 3};
            pictures += fragmenter.add(new Sample(Codec.H264, i == 0 ? 1000 : i * 0.04, i == 0, nal)) == null ? 0 : 1;
        }
        assertThat(pictures).isPositive();
    }

    private void sameFramesAtTheSameTimes(Path film) throws Exception {
        Path muxed = folder.resolve("muxed.mp4");
        List<Sample> samples = samples(film);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                Objects.requireNonNull(InitSegment.of(Codec.H264, samples.get(0).coded()))
                        .bytes());
        fragments(samples, 0.5).forEach(fragment -> out.writeBytes(fragment.bytes()));
        Files.write(muxed, out.toByteArray());
        assertThat(frames(muxed)).isEqualTo(frames(film)).isNotEmpty();
    }

    /**
     * The time and the hash of every frame, by another decoder and demuxer. From the first frame on: where composition
     * offsets are negative that demuxer moves a whole file by the largest of them.
     */
    private static List<String> frames(Path film) throws Exception {
        byte[] sums = Clips.ffmpeg(
                "-i",
                film.toString(),
                "-copyts",
                "-vsync",
                "passthrough",
                "-enc_time_base",
                "1/1000",
                "-f",
                "framemd5",
                "-");
        List<String> frames = new ArrayList<>();
        long first = Long.MIN_VALUE;
        for (String line :
                new String(sums, UTF_8).lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] words = line.split(",", -1);
            long shown = Long.parseLong(words[2].strip());
            first = frames.isEmpty() ? shown : first;
            frames.add(shown - first + " ms " + words[5].strip());
        }
        return frames;
    }

    static List<Fragment> fragments(List<Sample> samples, double seconds) {
        Fragmenter fragmenter = new Fragmenter(samples.get(0).seconds(), seconds);
        List<Fragment> fragments = new ArrayList<>();
        for (Sample sample : samples) {
            Fragment fragment = fragmenter.add(sample);
            if (fragment != null) {
                fragments.add(fragment);
            }
        }
        fragments.add(Objects.requireNonNull(fragmenter.flush()));
        return fragments;
    }

    static List<Sample> samples(Path film) throws Exception {
        List<Sample> samples = new ArrayList<>();
        try (CodedFile file = CodedFile.open(film)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                samples.add(new Sample(file.codec(), unit.seconds(), unit.keyframe(), unit.bytes()));
            }
        }
        return samples;
    }
}
