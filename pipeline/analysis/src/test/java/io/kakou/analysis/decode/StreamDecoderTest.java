package io.kakou.analysis.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.models.Size;
import io.kakou.rtsp.Codec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StreamDecoderTest {
    private static final Size LOOK = new Size(300, 300);
    private final Path folder;

    StreamDecoderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void sees_bit_for_bit_what_the_file_shows() throws Exception {
        Path film = Clips.film(folder.resolve("film.mp4"), Clips.SIZE, 80);

        assertThat(live(units(film))).hasSize(80).isEqualTo(Clips.decode(film, LOOK));
    }

    @Test
    void sees_what_the_file_shows_where_pictures_are_reordered() throws Exception {
        Path film = folder.resolve("b.mp4");
        Clips.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=25",
                "-frames:v",
                "60",
                "-c:v",
                "libx264",
                "-bf",
                "3",
                "-g",
                "20",
                "-pix_fmt",
                "yuv420p",
                film.toString());

        assertThat(live(units(film))).hasSize(60).isEqualTo(Clips.decode(film, LOOK));
    }

    @Test
    void sees_of_h265_what_the_file_shows() throws Exception {
        Path film = Clips.h265(folder.resolve("film.mp4"), 60);

        assertThat(live(Codec.H265, units(film))).hasSize(60).isEqualTo(Clips.decode(film, LOOK));
    }

    @Test
    void sees_whole_jpeg_pictures_and_takes_half_of_one_for_torn() throws Exception {
        byte[] jpeg = Clips.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=25",
                "-frames:v",
                "1",
                "-f",
                "mjpeg",
                "-pix_fmt",
                "yuvj420p",
                "-");
        byte[] half = Arrays.copyOf(jpeg, jpeg.length / 2);
        List<CodedFile.Unit> units = List.of(
                new CodedFile.Unit(0, true, jpeg),
                new CodedFile.Unit(1, true, half),
                new CodedFile.Unit(2, true, jpeg));

        List<Clips.Seen> seen = live(Codec.JPEG, units);

        assertThat(seen)
                .filteredOn(Clips.Seen::intact)
                .extracting(Clips.Seen::seconds)
                .containsExactly(0.0, 2.0);
        assertThat(seen.get(0).size()).isEqualTo(Clips.SIZE);
    }

    @Test
    void opens_its_eyes_at_the_first_keyframe() throws Exception {
        List<CodedFile.Unit> units = units(Clips.film(folder.resolve("film.mp4"), Clips.SIZE, 60));

        List<Clips.Seen> seen = live(units.subList(7, 60));

        assertThat(seen).hasSize(35).allMatch(Clips.Seen::intact);
        assertThat(seen.get(0).seconds()).isEqualTo(1.0);
        assertThat(seen.get(0).keyframe()).isTrue();
    }

    @Test
    void a_lost_unit_tears_everything_up_to_the_next_keyframe() throws Exception {
        List<CodedFile.Unit> units = units(Clips.film(folder.resolve("film.mp4"), Clips.SIZE, 60));
        units.remove(10);

        List<Clips.Seen> seen = live(units);

        assertThat(torn(seen)).isEqualTo(times(11, 24));
    }

    @Test
    void a_unit_cut_short_tears_everything_up_to_the_next_keyframe() throws Exception {
        List<CodedFile.Unit> units = units(Clips.film(folder.resolve("film.mp4"), Clips.SIZE, 60));
        CodedFile.Unit whole = units.get(10);
        units.set(
                10, new CodedFile.Unit(whole.seconds(), false, Arrays.copyOf(whole.bytes(), whole.bytes().length / 2)));

        assertThat(torn(live(units))).isEqualTo(times(10, 24));
    }

    @Test
    void bytes_of_any_kind_are_survived() throws Exception {
        List<CodedFile.Unit> units = units(Clips.film(folder.resolve("film.mp4"), Clips.SIZE, 60));
        Random random = new Random(7);
        List<CodedFile.Unit> noisy = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            for (CodedFile.Unit unit : units) {
                byte[] bytes = unit.bytes().clone();
                for (int i = random.nextInt(4); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                noisy.add(new CodedFile.Unit(noisy.size() / 25.0, unit.keyframe(), bytes));
            }
        }
        noisy.addAll(units);

        List<Clips.Seen> seen = live(noisy);

        assertThat(seen.subList(seen.size() - 60, seen.size())).allMatch(Clips.Seen::intact);
        assertThat(torn(seen)).isNotEmpty();
    }

    @Test
    void after_a_flush_it_waits_for_a_keyframe_again() throws Exception {
        List<CodedFile.Unit> units = units(Clips.film(folder.resolve("film.mp4"), Clips.SIZE, 30));
        try (StreamDecoder decoder = new StreamDecoder(Codec.H264)) {
            decoder.send(units.get(0).bytes(), 0);
            assertThat(decoder.next()).isNotNull();
            decoder.flush();
            assertThatThrownBy(() -> decoder.send(units.get(1).bytes(), 1)).isInstanceOf(IllegalStateException.class);
            assertThat(decoder.next()).isNull();
            decoder.send(units.get(1).bytes(), 1);
            assertThat(decoder.next()).isNull();
            decoder.send(units.get(25).bytes(), 25);
            assertThat(decoder.next()).isNotNull().extracting(DecodedFrame::id).isEqualTo("f000001");
        }
    }

    @Test
    void closed_twice_is_fine_and_used_after_that_is_refused() {
        StreamDecoder decoder = new StreamDecoder(Codec.H264);
        decoder.close();
        decoder.close();

        assertThatThrownBy(decoder::next).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decoder.send(new byte[9], 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(decoder::flush).isInstanceOf(IllegalStateException.class);
    }

    private List<CodedFile.Unit> units(Path film) throws UnreadableVideo {
        List<CodedFile.Unit> units = new ArrayList<>();
        try (CodedFile file = CodedFile.open(film)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                units.add(unit);
            }
        }
        return units;
    }

    private static List<Clips.Seen> live(List<CodedFile.Unit> units) {
        return live(Codec.H264, units);
    }

    private static List<Clips.Seen> live(Codec codec, List<CodedFile.Unit> units) {
        List<Clips.Seen> seen = new ArrayList<>();
        try (StreamDecoder decoder = new StreamDecoder(codec);
                Scaler scaler = new Scaler(LOOK)) {
            for (CodedFile.Unit unit : units) {
                decoder.send(unit.bytes(), unit.seconds());
                drain(decoder, scaler, seen);
            }
            decoder.flush();
            drain(decoder, scaler, seen);
        }
        return seen;
    }

    private static void drain(StreamDecoder decoder, Scaler scaler, List<Clips.Seen> seen) {
        for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
            seen.add(Clips.Seen.of(frame, scaler));
        }
    }

    private static List<Double> torn(List<Clips.Seen> seen) {
        return seen.stream().filter(s -> !s.intact()).map(Clips.Seen::seconds).toList();
    }

    private static List<Double> times(int first, int last) {
        List<Double> times = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            times.add(i / 25.0);
        }
        return times;
    }
}
