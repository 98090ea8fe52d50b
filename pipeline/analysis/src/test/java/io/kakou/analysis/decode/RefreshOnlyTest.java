package io.kakou.analysis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Size;
import io.kakou.rtsp.Codec;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * H.264 without IDR pictures but the first: a column of intra blocks wanders over the picture every 50 pictures, and a
 * recovery point says where it begins.
 */
@Timeout(120)
class RefreshOnlyTest {
    private static final Size LOOK = new Size(320, 180);
    private static final int PICTURES = 200;
    private static final int EVERY = 50;
    /** What coding alone leaves of a picture that begins from another past, at least. */
    private static final double SAME_DECIBEL = 40;

    private final List<CodedFile.Unit> units = new ArrayList<>();
    private List<Clips.Seen> truth = List.of();

    @BeforeEach
    void film(@TempDir Path folder) throws Exception {
        Path film = folder.resolve("refresh.h264");
        String made =
                "-f lavfi -i testsrc2=s=320x180:r=25 -frames:v " + PICTURES + " -pix_fmt yuv420p -c:v libx264 -bf 0"
                        + " -x264-params intra-refresh=1:keyint=" + EVERY + ":slices=1:sliced-threads=0 " + film;
        byte[] unused = Clips.ffmpeg(made.split(" ", -1));
        try (CodedFile file = CodedFile.open(film)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                units.add(new CodedFile.Unit(units.size() / 25.0, unit.keyframe(), unit.bytes()));
            }
        }
        assertThat(units).hasSize(PICTURES);
        truth = watch(units);
        assertThat(truth).hasSize(PICTURES).allMatch(Clips.Seen::intact);
    }

    @Test
    void eyes_open_once_the_picture_is_whole_and_never_on_a_grey_one() {
        List<Clips.Seen> seen = watch(units.subList(2 * EVERY, PICTURES));

        assertThat(seen).hasSizeBetween(EVERY, 2 * EVERY).allMatch(Clips.Seen::intact);
        assertThat(worstDecibel(seen)).isGreaterThan(SAME_DECIBEL);
    }

    @Test
    void between_two_recovery_points_it_waits_for_the_next() {
        List<Clips.Seen> seen = watch(units.subList(EVERY + EVERY / 2, PICTURES));

        assertThat(seen).isNotEmpty();
        assertThat(seen.get(0).seconds()).isGreaterThan(2 * EVERY / 25.0);
        assertThat(worstDecibel(seen)).isGreaterThan(SAME_DECIBEL);
    }

    @Test
    void a_loss_heals_with_the_next_recovery_though_no_intra_picture_comes() {
        List<CodedFile.Unit> lossy = new ArrayList<>(units);
        lossy.remove(EVERY + EVERY / 2);

        List<Clips.Seen> seen = watch(lossy);
        List<Double> torn = seen.stream()
                .filter(picture -> !picture.intact())
                .map(Clips.Seen::seconds)
                .toList();

        assertThat(torn.get(0)).isEqualTo((EVERY + EVERY / 2 + 1) / 25.0);
        assertThat(torn.get(torn.size() - 1)).isBetween(2 * EVERY / 25.0, 3 * EVERY / 25.0);
        assertThat(seen.subList(seen.size() - EVERY, seen.size())).allMatch(Clips.Seen::intact);
        assertThat(worstDecibel(seen)).isGreaterThan(SAME_DECIBEL);
    }

    @Test
    void what_is_lost_while_it_recovers_makes_it_wait_for_another() {
        List<CodedFile.Unit> lossy = new ArrayList<>(units.subList(EVERY, PICTURES));
        lossy.remove(3);

        List<Clips.Seen> seen = watch(lossy).stream().filter(Clips.Seen::intact).toList();

        assertThat(seen).isNotEmpty();
        assertThat(seen.get(0).seconds()).isGreaterThan(2 * EVERY / 25.0);
        assertThat(worstDecibel(seen)).isGreaterThan(SAME_DECIBEL);
    }

    /** Of those called intact, beside the same pictures of the whole film. */
    private double worstDecibel(List<Clips.Seen> seen) {
        return seen.stream()
                .filter(Clips.Seen::intact)
                .mapToDouble(picture -> decibel(picture.rgb(), at(picture.seconds())))
                .min()
                .orElseThrow();
    }

    private ByteBuffer at(double seconds) {
        return truth.get((int) Math.round(seconds * 25)).rgb();
    }

    /** Peak signal to noise; the same bytes count as 99. */
    private static double decibel(ByteBuffer one, ByteBuffer other) {
        double sum = 0;
        for (int i = 0; i < one.capacity(); i++) {
            double apart = (one.get(i) & 0xff) - (other.get(i) & 0xff);
            sum += apart * apart;
        }
        double mean = sum / one.capacity();
        return mean == 0 ? 99 : 10 * Math.log10(255 * 255 / mean);
    }

    private static List<Clips.Seen> watch(List<CodedFile.Unit> units) {
        List<Clips.Seen> seen = new ArrayList<>();
        try (StreamDecoder decoder = new StreamDecoder(Codec.H264);
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
}
